// Texts with one character that a schema forbids: at the beginning, in the middle, of another alphabet.
import type { Schema } from '../../../spec/contract/api.js';
import type { WrongValue } from './wrong-values.js';

/** Characters that names often may have: a list of others forbids them all the same; so many of them are tried. */
const LIKELY = '_Aa0/.-+:@#%&,(!$';
const MORE = 10;

/** So many characters are tried at the beginning. */
const FIRSTS = 4;

/** Lengths that a text may have: no value is too long or too short, which a server would refuse without a look at its characters. */
type Lengths = Pick<Schema, 'minLength' | 'maxLength'>;

/**
 * @param text one that fits
 * @param thorough more of them, where all that makes a thing goes through
 */
export function wrongCharacters(
  text: string,
  fits: (text: string) => boolean,
  thorough: boolean,
  lengths: Lengths = {},
): WrongValue[] {
  const firsts = wrongFirsts(text, fits).slice(0, thorough ? FIRSTS : 1);
  const found = [...firsts];
  const within = (c: string): string => around(c, text, lengths);
  const because = 'the documents list the characters';
  const never = [...' /%日'].find((c) => !fits(within(c)));
  if (never !== undefined) {
    const title = `has ${never === ' ' ? 'a space' : never} in it`;
    found.push({ what: 'character', title, value: within(never), because });
  }
  // A form, such as that of an address, is not a list of characters: twice the text would not have it.
  if (thorough && fits(text + text)) {
    found.push(...looks(text, fits, lengths));
    for (const c of [...LIKELY].filter((one) => !fits(within(one))).slice(0, MORE))
      found.push({ what: `character/${c}`, title: `has ${c} in it`, value: within(c), because });
  }
  const other = ['docproof', '0', '!', 'A', text.toUpperCase(), text.toLowerCase()].find((t) => !fits(t));
  if (firsts.length === 0 && never === undefined && other !== undefined)
    found.push({
      what: 'form',
      title: `of another form: ${other}`,
      value: other,
      because: 'the documents give a pattern',
    });
  return found;
}

/** Characters between two parts of a text, each of it whole where there is room. */
function around(characters: string, text: string, lengths: Lengths): string {
  const long = roomFor(characters, 2 * text.length, lengths);
  const [left, right] = [Math.ceil(long / 2), Math.floor(long / 2)];
  const source = text.repeat(Math.ceil(left / text.length));
  return source.slice(0, left) + characters + source.slice(0, right);
}

function behind(characters: string, text: string, lengths: Lengths): string {
  return text.slice(0, roomFor(characters, text.length, lengths)) + characters;
}

function roomFor({ length }: string, wanted: number, { minLength = 0, maxLength = wanted + length }: Lengths): number {
  return Math.max(1, Math.min(Math.max(wanted, minLength - length), maxLength - length));
}

function wrongFirsts(text: string, fits: (text: string) => boolean): WrongValue[] {
  const firsts = [...'_-:+.@!~*'].filter((c) => !fits(c + text) && fits(`${text.slice(0, 1)}${c}${text.slice(1)}`));
  return firsts.map((c, i) => ({
    what: i === 0 ? 'first-character' : `first-character/${c}`,
    title: `begins with ${c}`,
    value: c + text,
    because: `the documents forbid ${c} at the beginning`,
  }));
}

/**
 * What libraries take for a letter, a digit or the end of a text, and a list of characters does not; and what is more than
 * one unit of UTF-16.
 */
function looks(text: string, fits: (text: string) => boolean, lengths: Lengths): WrongValue[] {
  const because = 'the documents list the characters';
  const tried = [
    {
      what: 'letter-beyond-list',
      title: 'has a letter of another alphabet in it',
      value: around('é日', text, lengths),
    },
    { what: 'full-width', title: 'has a full-width letter and digit in it', value: behind('ａ１', text, lengths) },
    { what: 'pair-of-units', title: 'has 🎈 in it', value: behind('🎈', text, lengths) },
    { what: 'line-end', title: 'ends with a line break', value: behind('\n', text, lengths) },
  ];
  return tried.filter(({ value }) => !fits(value)).map((one) => ({ ...one, because }));
}
