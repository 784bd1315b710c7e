// What is wrong with a quoted argument, and how to mend it.

import { clip } from '../clip.js';
import type { QuotedText } from './author-quotes.js';
import { fixQuotes, fixWord } from './mend.js';
import type { CurlProblem } from './problem.js';

/**
 * Problems of one quoted string.
 *
 * @param open offset of its opening quote
 * @param meant its text as its author meant it
 */
export function quoteProblems(
  text: QuotedText,
  open: number,
  quote: string,
  meant: string,
  source: string,
): CurlProblem[] {
  const problems = [boundary(text, open, quote, meant, source), joins(text, quote, source), substitution(text)];
  if (!text.unclosed && /^(?:https?:\/\/|\{[A-Z])/.test(meant) && /\n/.test(meant))
    problems.push({
      code: 'curl/shell-quoting',
      message: 'a line break inside the quoted URL is sent as part of it',
      help: 'end the line with a backslash, or join the lines',
      offset: open,
      length: 1,
    });
  return problems.filter((p) => p !== undefined);
}

/** No end, or quotes inside that end the string early for a shell. */
function boundary(
  text: QuotedText,
  open: number,
  quote: string,
  meant: string,
  source: string,
): CurlProblem | undefined {
  const [first] = text.nested;
  if (text.unclosed)
    return {
      code: 'curl/shell-quoting',
      message:
        text.mismatched === undefined
          ? `no closing ${quote} for this one`
          : `this ${quote} is closed by a ${source[text.mismatched]}, which a shell takes for text`,
      help: `write ${clip(fixWord(meant), 120)}`,
      offset: open,
      length: 1,
      ...(text.mismatched === undefined ? {} : { fixes: [{ offset: text.mismatched, length: 1, text: quote }] }),
    };
  if (first === undefined) return undefined;
  const help = `write ${clip(fixWord(meant), 160)}`;
  if (quote === '"')
    return {
      code: 'curl/shell-quoting',
      message: 'double quotes inside a double-quoted argument: a shell drops them',
      help,
      offset: first,
      length: 1,
      fixes: text.nested.map((offset) => ({ offset, length: 1, text: '\\"' })),
    };
  return {
    code: 'curl/nested-single-quotes',
    message: 'single quotes inside a single-quoted argument: a shell ends the argument there and drops them',
    help,
    offset: first,
    length: 1,
    fixes: text.nested.map((offset) => ({ offset, length: source[offset] === '\\' ? 2 : 1, text: "'\\''" })),
  };
}

/** Continued lines inside the quotes that a shell does not join. */
function joins(text: QuotedText, quote: string, source: string): CurlProblem | undefined {
  const [first] = text.joins;
  if (!first) return undefined;
  const single = quote === "'";
  const indented = /^\\\r?\n/.test(source.slice(first[0], first[0] + 3));
  return {
    code: 'curl/shell-quoting',
    message: single
      ? 'a backslash at the end of a line continues nothing inside single quotes: a shell sends it and the line break'
      : indented
        ? 'the next line is indented inside the quoted URL: a shell sends the blanks as part of it'
        : 'a blank behind the backslash: a shell sends the backslash and the line break',
    help: single
      ? "join the lines, or close the quote before the backslash and open it again: '…'\\"
      : indented
        ? 'start the next line without blanks'
        : 'remove the blanks at the end of the line',
    offset: first[0],
    length: 1,
    fixes: text.joins.map(([offset, length]) => ({ offset, length, text: fixQuotes(quote) })),
  };
}

function substitution(text: QuotedText): CurlProblem | undefined {
  const [offset] = text.substitutions;
  if (offset === undefined) return undefined;
  return {
    code: 'curl/command-substitution',
    message: 'a shell would run what stands here as a command',
    help: 'put a backslash before it, or use single quotes',
    offset,
    length: 1,
  };
}

/** `$names` that a shell replaces by nothing: one finding for the whole argument. */
export function expansionProblem(lost: { offset: number; text: string }[], where: string): CurlProblem | undefined {
  const [first] = lost;
  if (!first) return undefined;
  const names = [...new Set(lost.map((e) => e.text))];
  return {
    code: 'curl/shell-expansion',
    message: `unescaped ${names.join(' and ')} ${where}: a shell puts nothing in its place`,
    help: `write ${names.map((name) => `\\${name}`).join(' and ')}`,
    offset: first.offset,
    length: first.text.length,
    fixes: lost.map((e) => ({ offset: e.offset, length: 0, text: '\\' })),
  };
}
