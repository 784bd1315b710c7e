// Tables with lines of `+---+` around their rows, as Pandoc, reStructuredText and terminals have them: cells may go on over several lines.
import type { Inline, Row, TableBlock } from './document.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';
import { isGridBorder, readRow } from './table.js';

/** What a terminal draws two columns wide. */
export const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * @param i index of the border on top
 * @param isTitle what a title of a column is, where no line of `=` tells which row has them
 * @returns the table, and the index of the line behind it
 */
export function readGridTable(
  text: string,
  lines: readonly Line[],
  i: number,
  isTitle?: (text: string) => boolean,
): { block: TableBlock; next: number } {
  const at = (k: number): string => lines[k]?.text.trim() ?? '';
  const edges = edgesOf(at(i));
  const groups: Row[][] = [[]];
  let titles: Row | undefined;
  let k = i + 1;
  for (; at(k).startsWith('|') || isGridBorder(at(k)); k++) {
    const group = groups.at(-1) as Row[];
    if (!isGridBorder(at(k))) group.push(readCells(text, lines[k] as Line, edges));
    // A border right below another one is the next table's.
    else if (k > i + 1 && isGridBorder(at(k - 1))) break;
    else if (group.length > 0) {
      // The line below the titles is of `=`.
      if (at(k).includes('=')) titles = joined(groups.pop() as Row[]);
      groups.push([]);
    }
  }
  const filled = groups.filter((group) => group.length > 0);
  const { header, rows } = titles ? { header: titles, rows: filled.map(joined) } : untitled(filled, isTitle);
  const last = lines[k - 1] as Line;
  const span = { start: (lines[i] as Line).start, end: last.start + last.text.length };
  return { block: { kind: 'table', ...(header ? { header } : {}), rows, span }, next: k };
}

/** Columns of the corners, seen from the first one. */
function edgesOf(border: string): number[] {
  return [...border].flatMap((sign, i) => (sign === '+' ? [i] : []));
}

/** The cells between the bars below the corners; a bar elsewhere is of the cell's text. */
function readCells(text: string, line: Line, edges: readonly number[]): Row {
  const whole = readRow(text, line);
  if (edges.length < 3 || whole.cells.length < edges.length) return whole;
  const bars = barsAt(line.text, edges, WIDE) ?? barsAt(line.text, edges);
  if (!bars) return whole;
  const cells = bars.slice(1).map((bar, i) => readInline(text, line.start + (bars[i] as number) + 1, line.start + bar));
  return { ...whole, cells, closed: true };
}

/** Where a line has its bars; undefined where one is missing below a corner. */
function barsAt(line: string, edges: readonly number[], wide?: RegExp): number[] | undefined {
  const bars: number[] = [];
  const start = line.indexOf('|');
  for (let i = start, column = 0; i < line.length && bars.length < edges.length; i++) {
    if (column === edges[bars.length]) {
      if (line[i] !== '|') return undefined;
      bars.push(i);
    }
    column += wide?.test(line[i] as string) ? 2 : 1;
  }
  return bars.length === edges.length ? bars : undefined;
}

/** Terminals draw the same line below the titles as around the table, and none between the rows. */
function untitled(groups: Row[][], isTitle?: (text: string) => boolean): { header?: Row; rows: Row[] } {
  const [first, second, ...others] = groups;
  if (!first) return { rows: [] };
  const header = joined(first);
  const rows = second && others.length === 0 ? rowsOf(second) : groups.slice(1).map(joined);
  const titled = second !== undefined && header.cells.every(({ text }) => isTitle?.(text) === true);
  return titled ? { header, rows } : { rows: [header, ...rows] };
}

/** Lines whose first cell is empty go on with the row above. */
function rowsOf(lines: readonly Row[]): Row[] {
  const groups: Row[][] = [];
  for (const line of lines)
    if (groups.length > 0 && line.cells[0]?.text === '') groups.at(-1)?.push(line);
    else groups.push([line]);
  return groups.map(joined);
}

/** Parts of a row below each other as one. */
export function joined(parts: readonly Row[]): Row {
  return joinedBy(parts, () => ' ');
}

/** What stands between two lines of a cell, the one above of which begins the cell or goes on in it. */
type Between = (above: Inline, below: Inline, column: number) => string;

/** Parts of a row below each other as one, with blanks only where words end. */
export function joinedBy(parts: readonly Row[], between: Between): Row {
  const [first, ...others] = parts as [Row, ...Row[]];
  const cells = first.cells.map((cell, i) => {
    let last = cell;
    return others.reduce<Inline>((above, { cells }) => {
      const next = cells[i];
      if (!next || next.text === '') return above;
      const out = below(above, next, between(last, next, i));
      last = next;
      return out;
    }, cell);
  });
  return { ...first, cells, span: { start: first.span.start, end: parts.at(-1)?.span.end ?? first.span.end } };
}

function below(above: Inline, cell: Inline, between: string): Inline {
  if (above.text === '') return cell;
  return {
    text: `${above.text}${between}${cell.text}`,
    span: { start: above.span.start, end: cell.span.end },
    links: [...above.links, ...cell.links],
  };
}
