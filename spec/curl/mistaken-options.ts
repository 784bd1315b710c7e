// Options that are not what they were meant to be: long dashes of an editor, one dash for two, a letter in the wrong case.
import { longOption } from './options.js';
import type { CurlFix } from './problem.js';
import { offsetAt, sliceWord, type Word } from './word.js';

export interface Mistake {
  /** The option as it was meant. */
  word: Word;
  why: string;
  fix: CurlFix;
}

/** Undefined where curl reads an option as it was meant. */
export function mistakenOption(word: Word, next: Word | undefined): Mistake | undefined {
  return longDash(word) ?? oneDash(word) ?? otherCase(word, next);
}

/** Dashes that an editor has made long: `–X`, `—data`. */
function longDash(word: Word): Mistake | undefined {
  if (!/^[\u2010-\u2015\u2212\uff0d]{1,2}(?=[A-Za-z])/.test(word.text)) return undefined;
  const name = word.text.replace(/^[\u2010-\u2015\u2212\uff0d]+/, '');
  const dashes = word.text.length - name.length;
  const dash = name.length === 1 || !longOption(name) ? '-' : '--';
  return written(word, dashes, dash, `"${word.text.slice(0, dashes)}" is no hyphen: curl takes the word for a URL`);
}

/** `-header`: curl reads `-h` with the value `eader`. */
function oneDash(word: Word): Mistake | undefined {
  const name = /^-([a-z][a-z\d.-]{3,})$/.exec(word.text)?.[1];
  if (name === undefined || !longOption(name)) return undefined;
  return written(word, 1, '--', `with one hyphen curl reads -${name[0]} ${name.slice(1)}`);
}

const METHOD = /^(?:GET|PUT|POST|DELETE|HEAD|OPTIONS|PATCH|MERGE|PROPFIND|PROPPATCH|MKCOL|MOVE|COPY|ACL|REPORT)$/;
/** Letters that mean something else in the other case, with the value that gives the mistake away. */
const OTHER_CASE: Readonly<Record<string, { letter: string; value: RegExp; is: string }>> = {
  x: { letter: 'X', value: METHOD, is: 'the address of a proxy' },
  h: { letter: 'H', value: /^[A-Za-z][\w-]*:(?:\s|$|\*)/, is: 'a request for help' },
  D: { letter: 'd', value: /^\s*[{[<]/, is: 'a file for the headers of the answer' },
};

function otherCase(word: Word, next: Word | undefined): Mistake | undefined {
  const letter = /^-([A-Za-z])$/.exec(word.text)?.[1] ?? '';
  const known = Object.hasOwn(OTHER_CASE, letter) ? OTHER_CASE[letter] : undefined;
  if (!known || !next || !known.value.test(next.text)) return undefined;
  return written(word, 2, `-${known.letter}`, `to curl this is ${known.is}`);
}

function written(word: Word, length: number, text: string, why: string): Mistake {
  const rest = sliceWord(word, length);
  const at = offsetAt(word, 0);
  const end = length >= word.text.length ? word.end : offsetAt(word, length);
  return {
    word: { text: text + rest.text, at: [...Array.from(text, () => at), ...rest.at], start: word.start, end: word.end },
    why,
    fix: { offset: at, length: end - at, text },
  };
}
