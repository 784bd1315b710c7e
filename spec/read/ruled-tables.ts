// Tables whose columns lie below the lines of a rule with gaps (`---- ------`, `==== ====`), as Pandoc and reStructuredText write them.
import type { Inline, Row, TableBlock } from './document.js';
import { joined } from './grid-table.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';

const RULE = /^ {0,8}(?:-{2,}(?: +-{2,})*|={2,}(?: +={2,})*) *$/;
const WITH_GAPS = /^ {0,8}(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+) *$/;
/** Lines that the titles may take. */
const MOST_TITLES = 4;
const MOST_LINES = 2000;

/** The table that starts at line `i`, with a rule around it or its titles, and the index of the line behind it. */
export function readRuledTable(
  text: string,
  lines: readonly Line[],
  i: number,
): { block: TableBlock; next: number } | undefined {
  const at = (k: number): string => lines[k]?.text ?? '';
  const framed = RULE.test(at(i));
  const first = framed ? i + 1 : i;
  let rule = first;
  while (rule < first + MOST_TITLES && at(rule).trim() !== '' && !RULE.test(at(rule))) rule++;
  if (rule === first || !WITH_GAPS.test(at(rule))) return undefined;
  const columns = Array.from(at(rule).matchAll(/\S+/g), ({ index }) => index);
  /** Blank lines part the rows, as they do between rules without gaps. */
  const spread = framed && !WITH_GAPS.test(at(i));
  const groups: Row[][] = [[]];
  let k = rule + 1;
  for (; k < lines.length && k < rule + MOST_LINES && !RULE.test(at(k)); k++) {
    const isBlank = at(k).trim() === '';
    if (isBlank && !spread) break;
    const row = isBlank ? undefined : rowAt(text, lines[k] as Line, columns);
    if (!isBlank && !row) return undefined;
    // A row without a first cell goes on with the one above.
    if (isBlank || (!spread && row?.cells[0]?.text !== '')) groups.push([]);
    if (row) groups.at(-1)?.push(row);
  }
  const ends = RULE.test(at(k));
  if (spread && !ends) return undefined;
  const titles = lines.slice(first, rule).map((line) => rowAt(text, line, columns));
  const rows = groups.filter((group) => group.length > 0).map(joined);
  if (rows.length === 0 || titles.some((row) => !row)) return undefined;
  const header = joined(titles as Row[]);
  if (header.cells.some((cell) => cell.text === '')) return undefined;
  const last = lines[ends ? k : k - 1] as Line;
  const span = { start: (lines[i] as Line).start, end: last.start + last.text.length };
  return { block: { kind: 'table', header, rows, span }, next: ends ? k + 1 : k };
}

/** The cells below the lines of the rule; undefined where a word stands across a gap. */
function rowAt(text: string, { start, text: line }: Line, columns: readonly number[]): Row | undefined {
  if (columns.some((column, i) => i > 0 && /\S/.test(line[column - 1] ?? ' '))) return undefined;
  const cells = columns.map((column, i): Inline => {
    const from = Math.min(i === 0 ? 0 : column, line.length);
    return readInline(text, start + from, start + Math.min(columns[i + 1] ?? line.length, line.length));
  });
  return { kind: 'row', cells, span: { start, end: start + line.length }, closed: true };
}

/** Whether such a table may start at a line. */
export function startsRuledTable(line: string, next: string): boolean {
  return RULE.test(line) || WITH_GAPS.test(next);
}
