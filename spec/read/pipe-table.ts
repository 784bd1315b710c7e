// The table with pipes that starts at a line, up to the next line that is none of it.
import type { Inline, Row, TableBlock } from './document.js';
import { isFenceMark } from './fence-marks.js';
import { readGridTable } from './grid-table.js';
import type { HeadingHints } from './heading-hints.js';
import { headingAt } from './heading-marks.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';
import { isDelimiter, isGridBorder, readRow, withBars } from './table.js';

/** Wikis have two bars around the titles of columns. */
const WIKI_TITLES = /^\s*\|\|(?:[^|]{1,200}\|\|){1,40}\s*$/;

/** @returns the table, and the index of the line behind it */
export function readPipeTable(
  text: string,
  lines: readonly Line[],
  i: number,
  { isColumnTitle }: HeadingHints,
): { block: TableBlock; next: number } {
  if (isGridBorder(lines[i]?.text ?? '')) return readGridTable(text, lines, i, isColumnTitle);
  const at = (k: number): string => withBars(lines[k]?.text ?? '');
  const areTitles = ({ cells }: Row): boolean => cells.every((cell) => isColumnTitle?.(cell.text.trim()) === true);
  const rows: TableBlock['rows'] = [];
  let header: TableBlock['header'];
  let k = i;
  if (WIKI_TITLES.test(at(i)) && /^\s*\|[^|]/.test(at(i + 1)) && !isDelimiter(at(i + 1))) {
    header = readTitles(text, lines[i] as Line);
    k = i + 1;
  } else if (isDelimiter(at(i))) k = i + 1;
  else if (isDelimiter(at(i + 1)) && at(i + 1).includes('|')) {
    header = readRow(text, lines[i] as Line);
    k = i + 2;
  }
  for (; k < lines.length; k++) {
    const line = at(k);
    if (header && line.trim() === '' && goesOn(at, k)) continue;
    if (!line.includes('|') || headingAt(line) || isFenceMark(line)) break;
    if (k > i && isDelimiter(at(k + 1)) && at(k + 1).includes('-')) break;
    // The titles again are those of the next table.
    if (k > i && line.trim() === at(i).trim() && (header || areTitles(readRow(text, lines[i] as Line)))) break;
    rows.push(readRow(text, lines[k] as Line));
  }
  const last = lines[k - 1] as Line;
  const span = { start: (lines[i] as Line).start, end: last.start + last.text.length };
  return { block: { kind: 'table', ...(header ? { header } : {}), rows, span }, next: k };
}

function readTitles(text: string, line: Line): Row {
  const end = line.start + line.text.trimEnd().length;
  const cells: Inline[] = [];
  let from = text.indexOf('||', line.start) + 2;
  for (let to = text.indexOf('||', from); to >= 0 && to < end; to = text.indexOf('||', from)) {
    cells.push(readInline(text, from, to));
    from = to + 2;
  }
  return { kind: 'row', cells, span: { start: line.start, end }, closed: true };
}

/** Below a blank line, a row without titles of its own is one of the table above. */
function goesOn(at: (k: number) => string, blank: number): boolean {
  const [next, below] = [at(blank + 1).trim(), at(blank + 2)];
  return /^\|.+\|/.test(next) && !isDelimiter(next) && !(below.includes('|') && isDelimiter(below));
}
