// Types as generators of documentation write them, `[string]` for a list and all values in a table of their own below → as they
// stand in other tables.
import { plainKey } from '../../constraints/wording-lists.js';
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, Inline, Row, TableBlock } from '../../read/document.js';
import { type Columns, columnsOf } from '../table-columns.js';

/** The document with such types in the cells of the fields they are of. */
export function withGeneratedTypes(document: Document, profile: Profile): Document {
  const blocks: Block[] = [];
  /** The last table of fields, while nothing but a title stands behind it. */
  let fields: { at: number; columns: Columns } | undefined;
  let titles = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'table') {
      titles = block.kind === 'heading' ? titles + 1 : MOST_TITLES + 1;
      if (titles > MOST_TITLES) fields = undefined;
      blocks.push(block);
      continue;
    }
    const { columns, rows } = columnsOf(block, { role: undefined, side: undefined }, profile);
    const told = fields && isOfValues(columns) && valuesOf(rows, blocks[fields.at] as TableBlock, fields.columns);
    if (fields && told) {
      blocks[fields.at] = withValues(blocks[fields.at] as TableBlock, fields.columns, told);
      if (blocks.at(-1)?.kind === 'heading') blocks.pop();
      continue;
    }
    const typed = columns.includes('type') && columns.includes('name');
    // Values of what stands in a table of parameters are those of the operation, however deep its fields are.
    fields = typed && !columns.includes('in') ? { at: blocks.length, columns } : undefined;
    titles = 0;
    blocks.push(typed ? withLists(block, columns.indexOf('type'), profile) : block);
  }
  return { ...document, blocks };
}

const MOST_TITLES = 1;

function isOfValues(columns: Columns): boolean {
  return columns.length === 2 && columns[0] === 'name' && columns[1] === 'effective';
}

/** Of fields of the table above alone, of one at least more than one. */
function valuesOf(rows: readonly Row[], above: TableBlock, columns: Columns): Map<string, string[]> | undefined {
  const values = new Map<string, string[]>();
  for (const { cells } of rows) {
    const name = cells[0]?.text ?? '';
    values.set(name, [...(values.get(name) ?? []), cells[1]?.text ?? '']);
  }
  const names = new Set(above.rows.map(({ cells }) => cells[columns.indexOf('name')]?.text));
  const known = [...values.keys()].every((name) => names.has(name));
  const listed = [...values.values()];
  const plain = listed.flat().every((value) => value !== '' && !value.includes('`'));
  return known && plain && listed.some(({ length }) => length > 1) ? values : undefined;
}

function withValues(table: TableBlock, columns: Columns, values: ReadonlyMap<string, string[]>): TableBlock {
  const [name, type] = [columns.indexOf('name'), columns.indexOf('type')];
  return withTypes(table, type, (cell, row) => {
    const listed = values.get(row.cells[name]?.text ?? '');
    return listed ? `${cell.text}: ${listed.map((value) => `\`${value}\``).join(', ')}` : cell.text;
  });
}

/** `[string]`, `[[Boat](#boat)]` */
function withLists(table: TableBlock, type: number, { wording }: Profile): TableBlock {
  return withTypes(table, type, ({ text: written, links }) => {
    // `[ string, Available values: "a", "b" ]`: what may be in the list.
    const text = written.replace(/^\s*\[\s*(\w{1,20}),\s*([^[\]]{1,500}?)\s*\]\s*$/, '[$1], $2');
    const [, inner, behind = ''] = /^\s*\[\s*([^[\]]{1,80}?)\s*\](.{0,20}|,[^[\]]{1,500})$/.exec(text) ?? [];
    if (inner === undefined) return written;
    const plain = inner.replace(/[(<].*$/, '').trim();
    const known = wording.types.get(plainKey(plain));
    const scalar = known?.type && !known.items && !known.values && SCALAR.has(known.type);
    if (scalar) return `${known.type}[]${behind}`;
    return links.length > 0 || known?.type === 'object' ? `object[]${behind}` : text;
  });
}

const SCALAR: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean']);

function withTypes(table: TableBlock, type: number, textOf: (cell: Inline, row: Row) => string): TableBlock {
  const rows = table.rows.map((row) => {
    const cell = row.cells[type];
    const text = cell && textOf(cell, row);
    if (text === undefined || text === cell?.text) return row;
    return { ...row, cells: row.cells.map((one, i) => (i === type ? { ...one, text } : one)) };
  });
  return { ...table, rows };
}
