// Quotes and blanks that an editor has made typographic.
import type { CurlProblem } from './problem.js';

/** Typographic quotes and wide blanks as the keys they stand for; one unit each, so that offsets stay. */
export function straighten(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201F]/g, '"')
    .replace(/[\u00A0\u3000]/g, ' ');
}

/** Curly quotes are letters to a shell. Undefined where `original[from, end)` opens no argument with one. */
export function typographicProblem(original: string, from: number, end: number): CurlProblem | undefined {
  const text = original.slice(from, end);
  const at = text.search(/[\u2018\u201C]/);
  if (at < 0 || !/[\s=:]$/.test(` ${text.slice(0, at)}`.slice(-1))) return undefined;
  const marks = [...text.matchAll(/[\u2018\u2019\u201B\u201C\u201D\u201F]/g)];
  return {
    code: 'curl/shell-quoting',
    message: `"${text[at]}" is not a quote to a shell`,
    help: `write straight quotes: ' or "`,
    offset: from + at,
    length: 1,
    fixes: marks.map((m) => ({ offset: from + m.index, length: 1, text: straighten(m[0]) })),
  };
}
