// What a table is: told by its section, its column titles and, where those mislead, by its rows.
import { nearColumn } from '../profiles/near-title.js';
import type { Field, Profile, Role } from '../profiles/profile.js';
import type { Row, TableBlock } from '../read/document.js';
import { looksLikeHeader } from './header-names.js';
import { markBehind, readRequired } from './table-rows.js';

export type Columns = (Field | undefined)[];

export type TableKind =
  | 'query'
  | 'header'
  | 'path'
  | 'fields'
  | 'tree'
  | 'xml'
  | 'unnamed'
  | 'namespaces'
  | 'statuses'
  | 'errors'
  | 'variables'
  | 'privileges'
  | 'hierarchy'
  | 'redirect'
  | 'values'
  | 'explanation';

export interface TableContext {
  role: Role | undefined;
  side: 'request' | 'response' | undefined;
  /** Below a heading or line that announces namespaces. */
  namespace?: boolean;
  /** The table is about parts of the body (the requests of a batch). */
  parts?: boolean;
}

/** Fields of the columns by their titles; where there is no header row, by a first row of titles or by the usual order. */
export function columnsOf(
  table: TableBlock,
  context: TableContext,
  profile: Profile,
): { columns: Columns; header?: Row; rows: Row[] } {
  const header = table.header;
  if (header) {
    const read = withOneName(fieldsOf(header, profile), table.rows);
    const columns = withOneStatus(withMarksForTypes(read, table.rows, profile), table.rows);
    const untitled = header.cells[0]?.text === '';
    const named = withUnknownName(withMissingName(columns, table.rows), table.rows, context, untitled);
    return { columns: named, header, rows: table.rows };
  }
  const first = table.rows[0];
  if (first) {
    const columns = fieldsOf(first, profile);
    if (columns.filter(Boolean).length >= 2) return { columns, header: first, rows: table.rows.slice(1) };
  }
  return { columns: usualColumns(table.rows, context, profile), rows: table.rows };
}

function fieldsOf(row: Row, profile: Profile): Columns {
  const columns = row.cells.map(
    ({ text }) =>
      (profile.columns.match(text) ?? profile.columns.match(withoutRemark(text)))?.value ??
      shared(text, profile) ??
      nearColumn(text, profile),
  );
  while (columns.length > 1 && columns.at(-1) === undefined && row.cells[columns.length - 1]?.text === '')
    columns.pop();
  return columns;
}

/** A column "Type" that holds nothing but "required" and "optional" tells no types. */
function withMarksForTypes(columns: Columns, rows: Row[], profile: Profile): Columns {
  if (columns.includes('required')) return columns;
  const at = columns.findIndex((column, i) => {
    const marks = column === 'type' ? rows.flatMap(({ cells }) => cells[i]?.text || []) : [];
    return marks.length > 0 && marks.every((mark) => readRequired(mark, profile) !== undefined);
  });
  return at < 0 ? columns : columns.with(at, 'required');
}

/** Of two columns of names, the one with names of people's language says what the others mean: "Your name" beside `name`. */
function withOneName(columns: Columns, rows: Row[]): Columns {
  const names = columns.flatMap((column, i) => (column === 'name' ? [i] : []));
  if (names.length < 2 || rows.length === 0) return columns;
  const keys = names.filter((i) =>
    rows.every(({ cells }) => /^\W{0,8}[A-Za-z_$][\w$.[\]-]*$/.test(cells[i]?.text ?? '')),
  );
  const [key, another] = keys;
  if (key === undefined || another !== undefined) return columns;
  return columns.map((column, i) => (column === 'name' && i !== key ? 'overview' : column));
}

/** Of two columns of codes, the one without statuses names the error: `|HTTP|Code|` over `|404|no_berth|`. */
function withOneStatus(columns: Columns, rows: Row[]): Columns {
  const several = columns.filter((column) => column === 'status').length > 1;
  const numbered = columns.map(
    (column, i) => column === 'status' && rows.every(({ cells }) => /^[1-5]\d\d(?!\d)/.test(cells[i]?.text ?? '')),
  );
  if (!several || numbered.filter(Boolean).length !== 1) return columns;
  return columns.map((column, i) => (column === 'status' && !numbered[i] ? 'message' : column));
}

/** `Name /type`: what the first line of each cell is, where every part is a title. */
function shared(title: string, profile: Profile): Field | undefined {
  const parts = title.length < 60 ? title.split(/\s?[/&]\s?/) : [];
  const fields = parts.map((part) => profile.columns.match(part)?.value);
  return parts.length === 2 && fields[1] !== undefined ? fields[0] : undefined;
}

/** A title without what explains it: `Max length (characters)`, `名前【キー】`. */
function withoutRemark(title: string): string {
  return title.replace(/\s{0,3}(?:[(（][^()（）]{1,40}[)）]|【[^【】]{1,40}】|\[[^[\]]{1,40}\])$/, '');
}

/** Columns that say what a row is about. */
const NAMING: ReadonlySet<Field> = new Set<Field>([
  ...(['name', 'header', 'query', 'path', 'variable', 'nodeName', 'parent'] as const),
  ...(['status', 'code', 'uri', 'target'] as const),
]);

/** A header that starts with the overview although every row has one more cell has lost its name column. */
function withMissingName(columns: Columns, rows: Row[]): Columns {
  if (columns.some((c) => c === 'name' || c === 'header' || c === 'query' || c === 'path')) return columns;
  if (columns[0] !== 'overview' || rows.length === 0) return columns;
  return rows.every((row) => row.cells.length === columns.length + 1) ? ['name', ...columns] : columns;
}

/** Sections whose tables have a name in each row. */
const OF_NAMES: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  'query',
  'requestHeader',
  'requestBody',
  'responseHeader',
  'responseBody',
]);

/** A first column without a title, or under one that no profile knows, holds the names, where the others tell of values and it holds single words. */
function withUnknownName(columns: Columns, rows: Row[], { role }: TableContext, untitled: boolean): Columns {
  const tells = columns.includes('type') || columns.includes('required') || columns.includes('effective');
  const named = columns.some((c) => c !== undefined && NAMING.has(c));
  if (named || !tells || columns[0] !== undefined) return columns;
  if (!untitled && !OF_NAMES.has(role)) return columns;
  const words = rows.every((row) => /^[\w$.[\]-]{1,80}$/.test(row.cells[0]?.text ?? ''));
  return words && rows.length > 0 ? ['name', ...columns.slice(1)] : columns;
}

function usualColumns(rows: Row[], { role, side }: TableContext, profile: Profile): Columns {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const nested = rows.every((row) => isReference(row.cells[0]?.text ?? '', profile));
  if (nested && width >= 3) return ['parent', 'name', 'type', 'notes'];
  if (role === 'status' && rows.every((row) => /^\d{3}$/.test(row.cells[0]?.text ?? '')))
    return ['status', 'message', 'overview'];
  if (side === 'request' && role && width === 5) return ['name', 'overview', 'effective', 'required', 'notes'];
  if (side === 'response' && role && width === 3) return ['name', 'overview', 'notes'];
  return Array.from({ length: width }, () => undefined);
}

/** `Root`, `{1}`: the object that a row of a nesting table belongs to. */
export function isReference(text: string, profile: Profile): boolean {
  return /^[{｛]\s*[\d０-９]+\s*[}｝]$/.test(text) || profile.words.root.match(text) !== undefined;
}

/** Decides what a table is. Section and columns count together, since pages put tables under wrong headings and titles over columns. */
export function kindOf(
  columns: Columns,
  rows: Row[],
  { role, side, namespace, parts }: TableContext,
  profile: Profile,
): TableKind {
  if (parts) return 'explanation';
  const has = (field: Field): boolean => columns.includes(field);
  const named = has('name') || has('header') || has('query') || has('path') || has('nodeName');
  if (has('code') && (has('message') || has('status'))) return 'errors';
  if (has('variable')) return 'variables';
  if (role === 'status' && has('status')) return 'statuses';
  if (has('privilege') && has('above')) return 'hierarchy';
  if (has('privileges') && role === 'privileges') return 'privileges';
  if (namespace && side && !has('required')) return 'namespaces';
  if (has('uri') && (has('prefix') || has('overview')) && !named) return 'namespaces';
  if (has('nodeName') || has('nodeType') || (has('namespace') && named)) return 'xml';
  if (has('parent') && named) return 'tree';
  if (has('path') && side !== 'response') return 'path';
  if (has('status') && has('message') && side === 'response') return 'statuses';
  if (role === 'redirect') return 'redirect';
  if (!named) {
    if (has('required') && has('effective') && (role === 'requestBody' || role === 'requestSample')) return 'unnamed';
    return has('value') && columns[0] === 'value' ? 'values' : 'explanation';
  }
  return namedKind(columns, rows, { role, side }, profile);
}

function namedKind(columns: Columns, rows: Row[], { role, side }: TableContext, profile: Profile): TableKind {
  const has = (field: Field): boolean => columns.includes(field);
  const names = rows.map(
    (row) => row.cells[columns.findIndex((c) => c === 'name' || c === 'header' || c === 'query')]?.text ?? '',
  );
  const parameters = has('required') || has('effective') || names.some((name) => markBehind(name, profile) !== '');
  const headers = names.filter(looksLikeHeader).length * 2 > names.length;
  if (side === 'response') {
    if (role === 'responseHeader') return 'header';
    if (has('header') && (role !== 'responseBody' || headers)) return 'header';
    return has('overview') || has('type') || has('notes') ? 'fields' : 'explanation';
  }
  if (side !== 'request') return 'explanation';
  if (role === 'query' || (has('query') && role !== 'requestBody'))
    return headers && has('header') ? 'header' : 'query';
  if (role === 'requestHeader') return has('query') && !headers ? 'query' : 'header';
  if (!parameters && !has('type')) return 'explanation';
  if (has('header') && headers) return 'header';
  if (headers && (role !== 'requestBody' || names.length > 1) && names.every(looksLikeHeader)) return 'header';
  return 'fields';
}
