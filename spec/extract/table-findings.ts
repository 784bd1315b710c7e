// Findings about rows that several tables share.
import { placeOf, type Row, type TableBlock } from '../read/document.js';
import type { PageState } from './page-state.js';

export function duplicateRow(state: PageState, row: Row, name: string, first: number): void {
  const { line } = placeOf(state.document, first);
  state.report(
    'doc/duplicate-row',
    row.span.start,
    `"${name}" is listed a second time, first in line ${line}`,
    'keep one of the rows',
    'warning',
    row.span.end,
  );
}

/** A table of copied text whose lines do not tell which cell each belongs to: nothing is read of it. */
export function unevenTable(state: Pick<PageState, 'account' | 'report'>, { header, span }: TableBlock): void {
  if (header) state.account.report(header, 'doc/broken-table');
  state.report(
    'doc/broken-table',
    span.start,
    'the lines below these titles do not tell which cell of the table each belongs to: none is read',
    'copy the table with its cells parted by tabs or `|`, or write it in markdown',
  );
}

/** A row that says only that there is nothing (`None`), repeats the dashes, or is a title across the table. */
export function isPseudoRow(state: PageState, row: Row, name: string): boolean {
  const words = /\s|[^\u0000-\u024f]/.test(name.replace(/\s*\/\s*/g, '/'));
  const title = words && row.cells.slice(1).every((cell) => cell.text === '');
  if (!title && !state.profile.words.none.match(name) && !/^[-:.…\s]+$/.test(name)) return false;
  state.account.ignore(row, 'none');
  return true;
}

/** A row whose name cannot be that of a header (RFC 9110, section 5.6.2): letters of other scripts, or signs alone. */
export function isNoHeader(state: PageState, row: Row, name: string): boolean {
  if (/[A-Za-z0-9]/.test(name) && !/[^\u0000-\u024f]/.test(name)) return false;
  state.report(
    'doc/broken-table',
    row.span.start,
    `"${name}" is no name of a header`,
    'the row may be part of the one above: keep a row on one line',
    'warning',
    row.span.end,
  );
  state.account.report(row, 'doc/broken-table');
  return true;
}
