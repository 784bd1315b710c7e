// Rows of tables of errors → status, code and message: of the list that all pages refer to, and of a page's own table.
import type { Profile } from '../profiles/profile.js';
import type { Inline, Row } from '../read/document.js';
import { STATUS_CODES } from './operations/status-codes.js';
import type { ErrorRow } from './page.js';
import type { Columns } from './table-columns.js';
import { alignRow } from './table-rows.js';

/**
 * The errors of a row; several where one cell holds several statuses, none where no cell states one.
 *
 * @param above statuses of the row above: an empty cell (of cells that were one) goes on with them
 */
export function readErrorRow(row: Row, columns: Columns, profile: Profile, above: number[] = []): ErrorRow[] {
  const cells = alignRow(row, columns, profile);
  const told = columns.some((column) => column === 'status' || column === 'code');
  const first = told ? undefined : row.cells[0];
  const written = (cells.status ?? first)?.text.normalize('NFKC') ?? '';
  const coded = [cells.code, cells.status, first].find((cell) => statusOfCode(cell?.text ?? '') !== undefined);
  const code = cells.code?.text || coded?.text || '';
  const own = statusesOf(written);
  const byCode = statusOfCode(code);
  const statuses = own.length > 0 ? own : byCode !== undefined ? [byCode] : written === '' && code === '' ? above : [];
  const others = [cells.status, cells.code, cells.oauthCode, first, coded];
  const [message = '', ...details] = wordsOf(row, others, cells.message);
  if (statuses.length === 0 || (message === '' && code === '' && written === '')) return [];
  return statuses.map((status) => ({
    code,
    status,
    message,
    ...(details.length > 0 ? { details: details.join('; ') } : {}),
    ...(cells.oauthCode?.text ? { oauth: cells.oauthCode.text } : {}),
    span: row.span,
  }));
}

/** The errors of a line such as `409: the name is taken`, `PR409-OD-0003 - exists`. */
export function readErrorLine(line: Inline, profile: Profile): ErrorRow[] {
  const [, head, message] = /^([\w./ -]{3,40}?)\s?(?:[:：]|\s[-–—])\s?(\S.*)$/s.exec(line.text) ?? [];
  if (head === undefined || message === undefined) return [];
  const cell = (text: string, start: number): Inline => ({ text, span: { start, end: start }, links: [] });
  const { start } = line.span;
  return readErrorRow(
    { kind: 'row', cells: [cell(head, start), cell(message, start + 1)], span: line.span, closed: true },
    [],
    profile,
  );
}

/** `400`, `404 Not Found`, `HTTP 409`, `400, 404`. */
function statusesOf(text: string): number[] {
  const list = /^(?:HTTP(?:\/[\d.]{1,3})?\s?)?[1-5]\d\d(?!\d)(?:\s?[,、/・]\s?[1-5]\d\d(?!\d))*/.exec(text.trim());
  const codes = list?.[0].replace(/HTTP\/[\d.]+/, '').match(/[1-5]\d\d/g) ?? [];
  return [...new Set(codes)].filter((code) => code in STATUS_CODES).map(Number);
}

/** The status that a code begins with, as `PR400-OD-0001` does. */
function statusOfCode(text: string): number | undefined {
  const status = /^[A-Za-z]{1,6}[-_]?([1-5]\d\d)[-_.][\w.-]+$/.exec(text)?.[1];
  return status !== undefined && status in STATUS_CODES ? Number(status) : undefined;
}

/** What the row says beside its status and code: the message, then what explains it. */
function wordsOf(row: Row, others: (Inline | undefined)[], message: Inline | undefined): string[] {
  const rest = row.cells.filter((cell) => ![...others, message].some((one) => one?.span.start === cell.span.start));
  return [message, ...rest].flatMap((cell) => (cell?.text ? [cell.text.replaceAll('\n', ' ')] : []));
}
