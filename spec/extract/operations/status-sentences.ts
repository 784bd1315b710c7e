// What sentences say of the statuses that they name: the whole sentence, or what it says of one of several.
import type { Profile } from '../../profiles/profile.js';

/** The sentence around a place, where it says more than the status: when that comes. */
export function sentenceAt(text: string, at: number): string {
  const start = Math.max(...['. ', '! ', '? ', '。'].map((end) => text.lastIndexOf(end, at) + 1), 0);
  const stop = /\. |。/.exec(text.slice(at))?.index ?? -1;
  const sentence = text.slice(start, stop < 0 ? text.length : at + stop + 1).trim();
  const [, another] = sentence.match(/(?<![\w.#/-])[1-5]\d\d(?![\w-]|\.\d)/g) ?? [];
  if (another !== undefined || sentence.length > MAX_SENTENCE) return '';
  const wordy = WITHOUT_BLANKS.test(sentence) ? sentence.length / LETTERS : sentence.split(' ').length;
  return wordy < MIN_WORDS ? '' : sentence;
}

/** What one of several refusals of a sentence is for: "`404` if there is no boat, and `409` if another one has the name". */
export function clauseAt(text: string, at: number, joining: readonly string[], { wording }: Profile): string {
  const rest = text.slice(at, at + MAX_SENTENCE);
  if (!rest.startsWith('4') || !wording.startsCase.test(plain(rest.slice(3).replace(CODE_BEHIND, '')))) return '';
  const [clause = ''] = /^\d{3}(?:(?!\. |。|(?<![\w.#/-])[1-5]\d\d(?![\w-]|\.\d)).){1,300}/.exec(rest) ?? [];
  const ended = clause.replace(/[\s`"'(:]{1,5}$/, '');
  const joined = joining.find((word) => ended.endsWith(` ${word}`));
  const whole = ended
    .slice(0, ended.length - (joined === undefined ? 0 : joined.length + 1))
    .replace(/[\s,;.。]{1,5}$/, '');
  return whole.split(' ').length < MIN_WORDS ? '' : whole.replace(/^(\d{3})[`"']/, '$1');
}

const MIN_WORDS = 7;
/** Letters that say as much as a word, where no blanks part words. */
const LETTERS = 4;
export const WITHOUT_BLANKS = /[\u3040-\u30ff]/;
const MAX_SENTENCE = 300;

/** The code of an error behind its status: "409 with the code `taken` if …", "`409` (`taken`), if …". */
export const CODE_BEHIND =
  /^[`"'*]{0,3} ?(?:(?:[^\s`"'.,;:()]{1,12} ){0,4}code [`"']?[\w.-]{2,40}[`"']?|\([`"']?[\w.-]{2,40}[`"']?\)),?/i;

/** In small letters, without quotes and code marks. */
export function plain(text: string): string {
  return text
    .replace(/[\s`"'*]+/g, ' ')
    .trim()
    .toLowerCase();
}
