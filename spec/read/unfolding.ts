// `<details>` and `<summary>`: what unfolds is a section, and a summary that tells what of is its heading.
import type { HeadingHints } from './heading-hints.js';
import type { HeadingMarks } from './heading-marks.js';

const FOLD = /^\s{0,8}<(\/?)details(?:\s[^<>]{0,200})?>\s{0,8}$/i;
const SUMMARY =
  /^\s{0,8}(<details(?:\s[^<>]{0,200})?>\s{0,8})?<summary(?:\s[^<>]{0,200})?>(?=[^\n]{1,500}<\/summary>)/i;
const ANSWER = /^[1-5]\d\d\b/;
/** A request, or the status of an answer. */
const TELLING = /^[1-5]\d\d\b|\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s{1,4}(?:\/|https?:)/;

export function isUnfolding(line: string): boolean {
  return FOLD.test(line) || SUMMARY.test(line);
}

export class Unfolding {
  /** Levels of the headings that what unfolds stands below, the outermost first. */
  private readonly outer: number[] = [];

  constructor(private readonly hints: HeadingHints) {}

  /** The level that holds behind a line `<details>` or `</details>`; undefined for any other line. */
  mark(line: string, level: number): number | undefined {
    const found = FOLD.exec(line);
    if (!found) return undefined;
    if (found[1]) return this.outer.pop() ?? level;
    this.outer.push(level);
    return level;
  }

  /** A summary that is a heading; "Click to see more" is none. */
  heading(line: string, level: number): HeadingMarks | undefined {
    const found = SUMMARY.exec(line);
    if (!found) return undefined;
    const textAt = found[0].length;
    const textEnd = line.toLowerCase().lastIndexOf('</summary>');
    const text = line
      .slice(textAt, textEnd)
      .replace(/<[^<>]{0,200}>|[*`]/g, '')
      .trim();
    if (found[1]) this.outer.push(level);
    if (!TELLING.test(text) && this.hints.headingLevel(text) === undefined) return undefined;
    const above = this.outer.at(-1) ?? level;
    const inner = this.outer.length > 1 || (ANSWER.test(text) && above > 1);
    return { level: inner ? above + 1 : Math.max(above, 2), textAt, textEnd };
  }
}
