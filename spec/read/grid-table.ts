// Tables with lines of `+---+` around every row, as Pandoc and reStructuredText have them: cells may go on over several lines.
import type { Inline, Row, TableBlock } from './document.js';
import type { Line } from './lines.js';
import { isGridBorder, readRow } from './table.js';

/** @param i index of the border on top @returns the table, and the index of the line behind it */
export function readGridTable(text: string, lines: readonly Line[], i: number): { block: TableBlock; next: number } {
  const at = (k: number): string => lines[k]?.text.trim() ?? '';
  const rows: Row[] = [];
  let header: Row | undefined;
  let parts: Row[] = [];
  let k = i + 1;
  for (; at(k).startsWith('|') || isGridBorder(at(k)); k++) {
    if (!isGridBorder(at(k))) {
      parts.push(readRow(text, lines[k] as Line));
      continue;
    }
    if (parts.length > 0) rows.push(joined(parts));
    parts = [];
    // The line below the titles is of `=`.
    if (at(k).includes('=')) header = rows.pop();
  }
  if (parts.length > 0) rows.push(joined(parts));
  const last = lines[k - 1] as Line;
  const span = { start: (lines[i] as Line).start, end: last.start + last.text.length };
  return { block: { kind: 'table', ...(header ? { header } : {}), rows, span }, next: k };
}

function joined(parts: readonly Row[]): Row {
  const [first, ...others] = parts as [Row, ...Row[]];
  const cells = first.cells.map((cell, i) => others.reduce<Inline>((above, { cells }) => below(above, cells[i]), cell));
  return { ...first, cells, span: { start: first.span.start, end: parts.at(-1)?.span.end ?? first.span.end } };
}

function below(above: Inline, cell: Inline | undefined): Inline {
  if (!cell || cell.text === '') return above;
  if (above.text === '') return cell;
  return {
    text: `${above.text} ${cell.text}`,
    span: { start: above.span.start, end: cell.span.end },
    links: [...above.links, ...cell.links],
  };
}
