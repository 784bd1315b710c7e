// Rows of a table of privileges → which privilege includes which: `|auth-read|Role|auth|`.
import type { Row } from '../read/document.js';
import type { PageState } from './page-state.js';
import type { Columns } from './table-columns.js';
import { alignRow } from './table-rows.js';

/** A name, with the prefix that its XML namespace has on the page or without. */
const NAME = /^(?:\w{1,20}:)?([A-Za-z][A-Za-z0-9]{0,60}(?:[-_.][A-Za-z0-9]{1,60}){0,6})$/;

export function readPrivilegeRows({ account, page, profile }: PageState, columns: Columns, rows: Row[]): void {
  for (const row of rows) {
    const cells = alignRow(row, columns, profile);
    const name = NAME.exec(cells.privilege?.text ?? '')?.[1];
    if (name === undefined) continue;
    const within = NAME.exec(cells.above?.text ?? '')?.[1];
    page.privileges.push({ name, ...(within === undefined ? {} : { within }), span: row.span });
    account.use(row, 'privilege');
  }
}
