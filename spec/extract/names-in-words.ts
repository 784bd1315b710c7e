// Names that are none: `any property of the type` stands for whatever names there are.

/** Between words in Latin letters, as languages without blanks have them: `Typeに紐付くProperty`. */
const JOINED = /[A-Za-z]\p{Script=Hiragana}|\p{Script=Hiragana}[A-Za-z]/u;

/** Whether what stands in a column of names is a phrase; a variable in braces (`_{NP name}`) is one word. */
export function isInWords(name: string): boolean {
  const words = name.replace(/\{[^{}]*\}/g, '').trim();
  return /\s/.test(words) || JOINED.test(words);
}
