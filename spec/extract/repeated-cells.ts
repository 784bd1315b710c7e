// Cells that say "ditto" → what the cells above them say, each at its own place.
import type { Profile } from '../profiles/profile.js';
import type { Document, Row } from '../read/document.js';

/** The document with such cells of its tables filled in. */
export function withRepeatedCells(document: Document, profile: Profile): Document {
  const { asAbove } = profile.wording;
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' && block.rows.some(({ cells }) => cells.some(({ text }) => asAbove.test(text)))
      ? { ...block, rows: filled(block.rows, asAbove) }
      : block,
  );
  return { ...document, blocks };
}

function filled(rows: readonly Row[], asAbove: RegExp): Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const above = out.at(-1);
    // A row that has lost a cell has others below each other than those that belong together.
    const fits = above?.cells.length === row.cells.length;
    const cells = row.cells.map((cell, i) => {
      const own = fits && asAbove.test(cell.text) ? above.cells[i] : undefined;
      return own ? { ...own, span: cell.span } : cell;
    });
    out.push({ ...row, cells });
  }
  return out;
}
