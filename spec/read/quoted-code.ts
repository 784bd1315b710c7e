// Tables and code blocks in quotes (`> | a | b |`): the lines without the marks, at the same places.
import type { Line } from './lines.js';

const QUOTE = /^ {0,3}>/;
const TABLE = /^ {0,3}> {0,3}(?=\|.*\|)/;
const FENCE = /^ {0,3}> {0,3}(?=```|~~~)/;

/** So many lines of a quote are looked at for the end of its code. */
const MAX_LINES = 400;

export function startsQuoted(line: string): boolean {
  return FENCE.test(line) || TABLE.test(line);
}

/**
 * The quoted table or code block that starts at a line, each mark a blank.
 *
 * @returns undefined where none does
 */
export function unquoted(lines: readonly Line[], at: number): Line[] | undefined {
  const first = lines[at]?.text ?? '';
  const mark = FENCE.exec(first);
  if (!mark && !TABLE.test(first)) return undefined;
  const out: Line[] = [];
  const fence = first.slice(mark?.[0].length ?? 0).slice(0, 3);
  for (let i = at; i < Math.min(lines.length, at + MAX_LINES); i++) {
    const { text, start } = lines[i] as Line;
    if (!(mark ? QUOTE : TABLE).test(text)) break;
    out.push({ text: text.replace('>', ' '), start });
    if (mark && i > at && text.replace('>', '').trim() === fence) return out;
  }
  return mark ? undefined : out;
}
