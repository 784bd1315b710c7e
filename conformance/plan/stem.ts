// Names in the singular and without marks, so that those of paths, properties and schemas can be compared.

/** Words that mean the same thing: `_Box`, `box`, `boxes`. */
export function stem(word: string): string {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/(?:x|s|ch|sh)es$/.test(plain)) return plain.slice(0, -2);
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  return plain.length > 2 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}

/** Shorter words are the beginning of too many others. */
const LEAST = 4;

/** Whether a word is another one in the plural of German: `regale`, `kisten`. */
export function isPluralOf(word: string, one: string): boolean {
  return one.length >= LEAST && word.startsWith(one) && ['e', 'n', 'en'].includes(word.slice(one.length));
}
