// Findings about rows that several tables share.
import { placeOf, type Row } from '../read/document.js';
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

/** A row that says only that there is nothing (`None`), repeats the dashes, or is a title across the table. */
export function isPseudoRow(state: PageState, row: Row, name: string): boolean {
  const words = /\s|[^\u0000-\u024f]/.test(name.replace(/\s*\/\s*/g, '/'));
  const title = words && row.cells.slice(1).every((cell) => cell.text === '');
  if (!title && !state.profile.words.none.match(name) && !/^[-:.…\s]+$/.test(name)) return false;
  state.account.ignore(row, 'none');
  return true;
}
