// A page in the quotes of a mail or a chat, `>` in front of every line → the page: blanks stand in place of the marks, so that every offset stays.
import { type Line, splitLines } from './lines.js';

const MARK = /^ {0,1}>/;
const FEWEST_LINES = 10;
/** For each line beside the quote, such as a greeting, so many are in it. */
const QUOTED_FOR_OTHERS = 3;

/** @returns undefined where the page is in no quotes */
export function unquotedPage(text: string, lines: readonly Line[], first: number): string | undefined {
  const filled = lines.slice(first).filter((line) => line.text.trim() !== '');
  const quoted = filled.filter((line) => MARK.test(line.text)).length;
  if (quoted < FEWEST_LINES || quoted < QUOTED_FOR_OTHERS * (filled.length - quoted)) return undefined;
  const body = lines[first]?.start ?? text.length;
  const rest = splitLines(text.slice(body)).map((line) => line.text.replace(MARK, (mark) => ' '.repeat(mark.length)));
  return text.slice(0, body) + rest.join('\n');
}
