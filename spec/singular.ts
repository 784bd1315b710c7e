// Names of many things → the name of one of them.

/** `boxes`, `statuses`; of `releases` and `caches` only the last letter is no part of the word. */
const WITH_ES = /(?:x|ss|zz|sh|(?<!ca)ch)es$|(?:stat|b|vir|camp|bon|cens)uses$|(?:alia|canva|atla|ga|bia|len)ses$/;

export function singular(word: string): string {
  if (WITH_ES.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
