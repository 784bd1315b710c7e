// Certain mends for what was found while reading: header names and rows of tables.
import type { Diagnostic } from '../diagnostic.js';
import { intendedHeader } from '../extract/header-names.js';
import type { Document, Row } from '../read/document.js';

/** The findings, with a fix where there is one right way to mend it. */
export function withMends(diagnostics: readonly Diagnostic[], document: Document): Diagnostic[] {
  return diagnostics.map((d) => {
    const fix = document.flattened ? undefined : mendOf(d, document);
    return fix ? { ...d, fix } : d;
  });
}

function mendOf(d: Diagnostic, document: Document): Diagnostic['fix'] {
  const start = (document.lineStarts[d.line - 1] ?? 0) + d.column - 1;
  if (d.code === 'doc/header-name-typo') {
    const written = /^[A-Za-z][^|\n\r<*`]*/.exec(document.text.slice(start, start + 80))?.[0].trimEnd();
    const meant = written && intendedHeader(written);
    return written && meant ? { start, end: start + written.length, text: meant } : undefined;
  }
  return d.code === 'doc/broken-table' ? rowMend(start, document) : undefined;
}

/** A row that is too short gets empty cells, one that is open its last `|`; where a surplus `|` belongs to, only a person can tell. */
function rowMend(start: number, document: Document): Diagnostic['fix'] {
  for (const block of document.blocks) {
    if (block.kind !== 'table' || !block.header || start < block.span.start || start > block.span.end) continue;
    const row = block.rows.find((r) => r.span.start === start || (start >= r.span.start && start < r.span.end));
    if (!row) return undefined;
    const below = row.closed ? null : /^(\r?\n)([^\n]*)/.exec(document.text.slice(row.span.end, row.span.end + 2000));
    const missing = widthOf(block.header) - row.cells.length;
    const above = block.rows[block.rows.indexOf(row) - 1];
    if (above && !above.closed && row.cells.length < widthOf(block.header) && document.text[row.span.start] !== '|')
      return undefined;
    if (below && missing >= 0 && /^[^|\s]/.test(below[2] ?? '')) {
      // The row goes on in the line below: joined where the two have the cells of one row, else left to people.
      const rest = (below[2] ?? '').split(/(?<!\\)\|/).length - (/\|\s*$/.test(below[2] ?? '') ? 1 : 0);
      const fits = rest === missing + 1 && (below[2] ?? '').includes('|');
      return fits ? { start: row.span.end, end: row.span.end + (below[1] ?? '').length, text: ' ' } : undefined;
    }
    if (missing < 0) return undefined;
    const text = row.closed ? '|'.repeat(missing) : '|'.repeat(missing + 1);
    return text === '' ? undefined : { start: row.span.end, end: row.span.end, text };
  }
  return undefined;
}

function widthOf(header: Row): number {
  let width = header.cells.length;
  while (width > 1 && header.cells[width - 1]?.text === '') width--;
  return width;
}
