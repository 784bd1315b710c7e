// Lines that are headings by their marks: `##`, `<h3>…</h3>`, or bold or italics from end to end.
import { lengthWithout } from './line-ends.js';

const HEADING = /^ {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^#\s!]))(.*)$/;
/** The id that Docusaurus puts behind a heading. */
const ID = /^\{(?:\/\*[ \t]*)?#[^\s{}*]+(?:[ \t]*\*\/)?\}$/;
const HTML = /^ {0,3}<h([1-6])(?:\s[^<>]{0,200})?>(?=[^\n]{1,300}<\/h\1>[ \t]{0,8}$)/i;
const BLANKS = ' \t';
const BOLD = /^ {0,3}(\*{1,2}|_{1,2})(?=[^\s*_])([^*_]{1,80})\1[ \t]*[:：]?[ \t]*$/;

export interface HeadingMarks {
  level: number;
  textAt: number;
  /** Where the text ends, where that is known already. */
  textEnd?: number;
}

/** Whether a line is an ATX heading, whose marks need a space except where two or more `#` leave no doubt, or one in HTML. */
export function headingAt(line: string): HeadingMarks | undefined {
  const html = HTML.exec(line);
  if (html) return { level: Number(html[1]), textAt: html[0].length };
  if (!line.includes('#')) return undefined;
  const match = HEADING.exec(line);
  if (!match?.[1]) return undefined;
  const textAt = line.length - (match[2] ?? '').length;
  const spaced = /\s/.test(line[textAt - 1] ?? '');
  return spaced || match[1].length > 1 || match[2] === '' ? { level: match[1].length, textAt } : undefined;
}

/** Length of a heading's line without its closing marks, its closing tag or its id (`{#request-url}`). */
export function headingEnd(line: string): number {
  if (HTML.test(line)) return line.lastIndexOf('</');
  const end = lengthWithout(line, BLANKS);
  const brace = line.lastIndexOf('{', end);
  if (brace > 0 && ID.test(line.slice(brace, end))) return lengthWithout(line, BLANKS, brace);
  const marks = lengthWithout(line, '#', end);
  return marks < end && BLANKS.includes(line[marks - 1] ?? '-') ? lengthWithout(line, BLANKS, marks) : line.length;
}

/** The text of a line that is in bold or italics from end to end. */
export function boldLine(line: string): string | undefined {
  return BOLD.exec(line)?.[2];
}
