// Tables whose first column counts the rows: `|No.|Name|…|`, `|1|size|…|` → tables without it.
import type { Document, Row, TableBlock } from '../read/document.js';

const TITLE = /^(?:no\.?|nr\.?|#)$/i;

/** The document with tables that begin with what their rows are about. */
export function withoutRowNumbers(document: Document): Document {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' && block.header && counts(block.header, block.rows)
      ? withoutFirst(block, block.header)
      : block,
  );
  return { ...document, blocks };
}

function counts(header: Row, rows: Row[]): boolean {
  const title = header.cells[0]?.text.normalize('NFKC').trim() ?? '';
  return (
    header.cells.length > 2 &&
    TITLE.test(title) &&
    rows.length > 0 &&
    rows.every(({ cells }, i) => cells[0]?.text.normalize('NFKC').replace(/\.$/, '') === `${i + 1}`)
  );
}

function withoutFirst(table: TableBlock, header: Row): TableBlock {
  const rest = (row: Row): Row => ({ ...row, cells: row.cells.slice(1) });
  return { ...table, header: rest(header), rows: table.rows.map(rest) };
}
