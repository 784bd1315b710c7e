// Names in the singular and without marks, so that those of paths, properties and schemas can be compared.
import { rememberedText } from '../../spec/remember.js';

/** Words that mean the same thing: `_Box`, `box`, `boxes`. */
export const stem = rememberedText((word: string): string => {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  // "Boxes" is of "box", and "releases" of "release": what both have is left.
  if (/(?:x|s|ch|sh)es$/.test(plain)) return plain.slice(0, -2);
  if (/..(?:x|s|ch|sh)e$/.test(plain)) return plain.slice(0, -1);
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  return plain.length > 2 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
});

/** Shorter words are the beginning of too many others. */
const LEAST = 4;

/** Whether the stem of a word is another one in the plural of English, German or Latin: `shelve`, `regale`, `kisten`, `buecher`, `data`. */
export function isPluralOf(word: string, one: string): boolean {
  if (one.length < LEAST) return false;
  if (one.endsWith('f') && word === `${one.slice(0, -1)}ve`) return true;
  const latin = one.endsWith('um') && ['en', 'a'].includes(restOf(word, one.slice(0, -2)) ?? '');
  const changed = word.replace(/([aou])e/, '$1');
  const plain = ['e', 'n', 'en'].includes(restOf(word, one) ?? '');
  return latin || plain || (changed !== word && ['', 'e', 'er'].includes(restOf(changed, one) ?? '-'));
}

function restOf(word: string, start: string): string | undefined {
  return word.startsWith(start) ? word.slice(start.length) : undefined;
}

/** Whether a stem is that of another word, or of its plural. */
export function isOneOrMore(word: string, one: string): boolean {
  return word === one || isPluralOf(word, one);
}
