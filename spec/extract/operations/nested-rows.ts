// Names of members that stand deeper in their table: behind a sign of a tree (`└ zip`), behind wide blanks, or in a column of their own
// beside that of the names, as merged cells leave them → names behind `»`.
import type { Profile } from '../../profiles/profile.js';
import type { Document, Inline, Row, TableBlock } from '../../read/document.js';
import { columnsOf } from '../table-columns.js';

/** Signs of a tree, with their lines. */
const BRANCH = /^[└├┗┣∟↳╰⎿][─━‐-]{0,4}\s{0,3}(?=\S)/;
/** A blank that somebody put there to be seen: what stands around cells is narrow. */
const INDENT = /(?:\u3000|\u00a0|\u2003|&nbsp;|&emsp;|&ensp;){1,40}$/;
const SIGN = '»';

/** The document with one column of names in every table, and the depth of each in front of it. */
export function withNestedRows(document: Document, profile: Profile): Document {
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table' || !block.header) return block;
    const { columns } = columnsOf(block, { role: undefined, side: undefined }, profile);
    const at = columns.indexOf('name');
    if (at < 0) return block;
    const table = withOneColumn(block, block.header, at);
    return table === block ? withBranches(block, at, document.text) : table;
  });
  return { ...document, blocks };
}

/** Columns right of the names without a title of their own. */
function withOneColumn(table: TableBlock, header: Row, at: number): TableBlock {
  const titles = header.cells.map(({ text }) => text.trim());
  let last = at;
  while (last + 1 < titles.length && (titles[last + 1] === '' || titles[last + 1] === titles[at])) last++;
  const nested =
    table.rows.some(({ cells }) => isName(cells[at]) && depthOf(cells, at, last) === 0) &&
    table.rows.some(({ cells }) => depthOf(cells, at, last) > 0);
  const fits = table.rows.every(
    ({ cells }) => cells.length === titles.length && namesIn(cells, at, last).every(isName),
  );
  if (last === at || !nested || !fits) return table;
  const merged = (row: Row, cell: Inline): Row => {
    return { ...row, cells: [...row.cells.slice(0, at), cell, ...row.cells.slice(last + 1)] };
  };
  const rows = table.rows.map((row) => {
    const names = namesIn(row.cells, at, last);
    const cell = names[0] ?? (row.cells[at] as Inline);
    // A name beside the one that it is in.
    const text = names.length > 1 ? names.map((name) => name.text.trim()).join('.') : cell.text.trim();
    return merged(row, { ...cell, text: `${SIGN.repeat(depthOf(row.cells, at, last))}${text}` });
  });
  return { ...table, header: merged(header, header.cells[at] as Inline), rows };
}

function namesIn(cells: readonly Inline[], at: number, last: number): Inline[] {
  return cells.slice(at, last + 1).filter(({ text }) => text.trim() !== '');
}

function depthOf(cells: readonly Inline[], at: number, last: number): number {
  const first = cells.slice(at, last + 1).findIndex(({ text }) => text.trim() !== '');
  return Math.max(0, first);
}

function isName(cell: Inline | undefined): boolean {
  return /^[A-Za-z_$@][\w$@.[\]-]{0,80}$/.test(cell?.text.trim() ?? '');
}

/** Rows whose name has a sign or blanks in front. */
function withBranches(table: TableBlock, at: number, source: string): TableBlock {
  /** How far in each of those stands that the row is in. */
  const above: number[] = [];
  const rows = table.rows.map((row) => {
    const cell = row.cells[at];
    if (!cell) return row;
    const [branch = ''] = BRANCH.exec(cell.text) ?? [];
    const indent = widthOf(INDENT.exec(source.slice(Math.max(0, cell.span.start - 200), cell.span.start))?.[0] ?? '');
    if (branch === '' && indent === 0) {
      above.length = 0;
      return row;
    }
    while (above.length > 0 && (above.at(-1) as number) > indent) above.pop();
    if (above.at(-1) !== indent) above.push(indent);
    const text = `${SIGN.repeat(above.length)}${cell.text.slice(branch.length)}`;
    return { ...row, cells: row.cells.with(at, { ...cell, text }) };
  });
  const [first] = rows;
  // Where the first row stands in as well, all do: there is nothing that they are in.
  return first?.cells[at]?.text.startsWith(SIGN) ? table : { ...table, rows };
}

/** Blanks of one kind each count as one. */
function widthOf(indent: string): number {
  return indent.replace(/&\w{4};/g, ' ').length;
}
