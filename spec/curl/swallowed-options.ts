// Options that a misplaced closing quote has made part of the URL.
import { clip } from '../clip.js';
import type { CurlProblem } from './problem.js';
import type { Word } from './word.js';

/** `"https://host/ -X PUT"`: options that a misplaced quote has made part of the URL. */
export function splitSwallowed(word: Word, problems: CurlProblem[], source: string): Word[] {
  const found = /^(?:https?:\/\/|\{[A-Z])\S*(?=\s+-{1,2}[A-Za-z])/.exec(word.text);
  if (!found) return [word];
  const parts: Word[] = [];
  for (const piece of word.text.matchAll(/\S+/g)) {
    const at = word.at.slice(piece.index, piece.index + piece[0].length);
    parts.push({ text: piece[0], at, start: at[0] ?? word.start, end: (at.at(-1) ?? word.end) + 1 });
  }
  const rest = word.text.slice(found[0].length).trim();
  problems.push({
    code: 'curl/shell-quoting',
    message: `the quotes around the URL hold ${clip(rest)} too: a shell sends it as part of the URL`,
    help: `close the quote behind the URL: "${clip(found[0], 100)}" ${clip(rest)}`,
    offset: word.start,
    length: word.end - word.start,
    ...quoteMoved(word, found[0].length, source),
  });
  return parts;
}

/** The closing quote moved behind the URL; nothing where the word is not one quoted string. */
function quoteMoved(word: Word, urlLength: number, source: string): Pick<CurlProblem, 'fixes'> {
  const quote = source[word.start] ?? '';
  const closed =
    (quote === '"' || quote === "'") &&
    source[word.end - 1] === quote &&
    word.end - word.start === word.text.length + 2;
  if (!closed) return {};
  const behind = (word.at[urlLength - 1] ?? word.start) + 1;
  return {
    fixes: [
      { offset: behind, length: 0, text: quote },
      { offset: word.end - 1, length: 1, text: '' },
    ],
  };
}
