// Tables of many-operation pages: rows of attributes, statuses, headers of answers.
import type { TableBlock } from '../../read/document.js';
import { withCodeMarks } from '../code-marks.js';
import { looksLikeHeader } from '../header-names.js';
import { columnsOf } from '../table-columns.js';
import { alignRow, readFieldRow } from '../table-rows.js';
import { readAttribute } from './attributes.js';
import type { OpenOperation } from './open-operation.js';
import type { Surroundings } from './section.js';

/** Reads a table where it stands; what tells nothing of an operation is put down as ignored. */
export function readTable(table: TableBlock, surroundings: Surroundings): void {
  const { open, section, page, profile } = surroundings;
  const { columns, header, rows } = columnsOf(table, { role: section.role, side: section.side }, profile);
  const names =
    columns.includes('name') || columns.includes('header') || columns.includes('query') || columns.includes('path');
  if (header) page.account.use(header, 'table header');
  for (const row of rows) {
    if (!open) {
      page.account.ignore(row, 'prose');
      continue;
    }
    const status = columns.includes('status')
      ? /^\s*([1-5]\d\d)\b/.exec(alignRow(row, columns, profile).status?.text ?? '')?.[1]
      : undefined;
    if (status && !names) {
      const cells = alignRow(row, columns, profile);
      const description = [cells.message?.text, cells.overview?.text, cells.notes?.text].filter(Boolean).join(': ');
      open.answers([{ code: status, description, span: row.span }]);
      page.account.use(row, 'status');
    } else if (names) readRow(open, table, row, columns, surroundings);
    else page.account.ignore(row, row.cells.every((cell) => cell.text === '') ? 'empty' : 'explanation');
  }
  section.caption = undefined;
}

function readRow(
  open: OpenOperation,
  table: TableBlock,
  row: TableBlock['rows'][number],
  columns: ReturnType<typeof columnsOf>['columns'],
  { section, page, profile }: Surroundings,
) {
  const attribute = readAttribute(withCodeMarks(row, page.document.text), columns, profile);
  if (!attribute || profile.words.none.match(attribute.name)) return page.account.ignore(row, 'none');
  if (section.role === 'responseHeader') {
    const field = readFieldRow(row, columns, profile);
    if (field) open.response.headers.push(field);
    return page.account.use(row, 'response header');
  }
  const headers = section.role === 'requestHeader' || (columns.includes('header') && looksLikeHeader(attribute.name));
  open.attribute(
    table,
    { ...attribute, ...(headers ? { place: 'header' as const } : {}) },
    section.role,
    columns.includes('required'),
  );
  page.account.use(row, 'attribute');
}
