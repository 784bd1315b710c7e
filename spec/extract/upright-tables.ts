// Tables on their side, names across the top and "Type", "Required" … down the side → upright tables, whose cells keep their places.
import type { Profile } from '../profiles/profile.js';
import type { Document, Inline, Row, TableBlock } from '../read/document.js';
import { readRequired } from './table-rows.js';

/** The document with every table upright. */
export function withUprightTables(document: Document, profile: Profile): Document {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' && block.header && liesOnItsSide(block.header, block.rows, profile)
      ? upright(block, block.header)
      : block,
  );
  return { ...document, blocks };
}

function liesOnItsSide(header: Row, rows: Row[], profile: Profile): boolean {
  const titled = (cell: Inline | undefined) => profile.columns.match(cell?.text ?? '')?.value;
  const [corner, ...names] = header.cells;
  if (names.length === 0 || (corner?.text !== '' && titled(corner) !== 'name')) return false;
  if (!names.every(({ text }) => /^[\w$@.[\]-]{1,80}$/.test(text)) || names.every(titled)) return false;
  const sides = rows.map((row) => titled(row.cells[0]));
  const telling = rows.filter((_, i) => sides[i] === 'type' || sides[i] === 'required');
  return (
    telling.length > 0 && sides.every(Boolean) && telling.every((row) => tells(row, titled(row.cells[0]), profile))
  );
}

/** Whether each value of a row is what its title at the side says: the name of a type, or yes or no. */
function tells(row: Row, side: string | undefined, profile: Profile): boolean {
  const values = row.cells.slice(1).filter(({ text }) => text !== '');
  return values.every(({ text }) =>
    side === 'type'
      ? profile.wording.typeName.test(text.split(/[\s(<,]/)[0] ?? '')
      : readRequired(text, profile) !== undefined,
  );
}

function upright(table: TableBlock, header: Row): TableBlock {
  const lines = [header, ...table.rows];
  const column = (i: number): Row => {
    const end = header.span.end;
    const cells = lines.map(
      (line) => line.cells[i] ?? { text: '', span: { start: line.span.end, end: line.span.end }, links: [] },
    );
    return { kind: 'row', cells, span: cells[0]?.span ?? { start: end, end }, closed: true };
  };
  return { ...table, header: column(0), rows: header.cells.slice(1).map((_, i) => column(i + 1)) };
}
