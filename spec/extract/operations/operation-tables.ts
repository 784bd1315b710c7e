// Tables of many-operation pages: rows of attributes, statuses, headers of answers.
import { isObject } from '../../is-object.js';
import { mentions } from '../../profiles/mentions.js';
import type { Role } from '../../profiles/profile.js';
import type { Inline, Row, TableBlock } from '../../read/document.js';
import { withCode, withCodeMarks } from '../code-marks.js';
import { movesOfTable } from '../drawn-moves.js';
import { looksLikeHeader } from '../header-names.js';
import { readPrivileges } from '../page-text.js';
import { statusesOfRow } from '../status-rows.js';
import { type Columns, columnsOf } from '../table-columns.js';
import { alignRow, readFieldRow } from '../table-rows.js';
import { answersIn } from './answers.js';
import { type Attribute, readAttribute } from './attributes.js';
import { sampleInText } from './code-blocks.js';
import type { OpenOperation } from './open-operation.js';
import type { Surroundings } from './section.js';
import { pathVariables, readsMany } from './shown-requests.js';

/** Reads a table where it stands; what tells nothing of an operation is put down as ignored. */
export function readTable(table: TableBlock, surroundings: Surroundings): void {
  // Its titles are reported as lost.
  if (table.uneven) return;
  const { open, section, page, profile } = surroundings;
  const { columns, header, rows } = columnsOf(table, { role: section.role, side: section.side }, profile);
  const names =
    columns.includes('name') || columns.includes('header') || columns.includes('query') || columns.includes('path');
  if (header) page.account.use(header, 'table header');
  if (
    open &&
    columns.length === 2 &&
    columns[0] === 'name' &&
    columns[1] === 'effective' &&
    readValues(rows, surroundings)
  )
    return;
  if (open && section.role === 'privileges') {
    for (const row of rows) {
      if (row.cells[0]) open.allowed(readPrivileges(row.cells[0], profile));
      page.account.use(row, 'privilege');
    }
    return;
  }
  const title = header?.cells[columns.indexOf('name')]?.text ?? '';
  const isOfAnswer = [title, `${title}s`].some((one) => profile.titles.match(one)?.value === 'responseBody');
  const role =
    open && isOfAnswer
      ? 'responseBody'
      : open && showsThing({ columns, rows, ...(header ? { header } : {}) }, open, surroundings)
        ? 'responseBody'
        : section.role;
  const moves = open && !names ? movesOfTable(table, profile) : [];
  if (open && moves.length > 0) {
    const { endpoint } = open;
    endpoint.description = [...(endpoint.description ? [endpoint.description] : []), moves.join('\n')].join('\n\n');
    for (const row of rows) page.account.use(row, 'description');
    return;
  }
  const questions = rows.some((row) => isOptional(row.cells[columns.indexOf('name')]));
  const at = Math.max(0, columns.indexOf('name'));
  const nested = rows.some((row) => depthOf(row, at) > 0);
  if (nested) open?.unnest();
  for (const [i, row] of rows.entries()) {
    if (!open) {
      page.account.ignore(row, 'prose');
      continue;
    }
    const cells = alignRow(row, columns, profile);
    // "Meaning" and "Description" beside each other: both tell.
    const words = row.cells.filter((_, at) => columns[at] === 'overview');
    // Among errors a number by itself is a status, whatever its column is called.
    const ofErrors = section.role === 'errors' && !columns.includes('in');
    const status = cells.status ?? (ofErrors ? cells.name : undefined);
    const statuses = statusesOfRow(status, [cells.message, ...words, cells.notes], row.span, profile);
    if (statuses.length > 0 && (!names || ofErrors)) {
      open.answers(statuses);
      for (const cell of row.cells) open.headers.told(withCode(cell, page.document.text), 'response', statuses);
      for (const { code } of statuses) sampleOf(row, code, surroundings);
      page.account.use(row, 'status');
    } else if (names && ofErrors && isNamesOfErrors(rows, columns)) page.account.use(row, 'error');
    else if (names)
      readRow(open, table, row, columns, surroundings, { role, questions, below: nested ? rows[i + 1] : undefined });
    else page.account.ignore(row, row.cells.every((cell) => cell.text === '') ? 'empty' : 'explanation');
  }
  section.caption = undefined;
}

/** `NameTaken`, `name_taken` and what they mean, but for a table of what an error has: names with their types. */
function isNamesOfErrors(rows: Row[], columns: Columns): boolean {
  const type = columns.indexOf('type');
  return type < 0 || rows.every(({ cells }) => (cells[type]?.text ?? '') === '');
}

/** What only a server sets of a thing. */
const SET_BY_SERVERS = /^(?:id|uuid|created_?at|updated_?at|created|updated)$/i;
const FEWEST = 3;

/** "## Get a boat", `GET /boats/{id}`, and a table of what a boat has, below no title: no read of one thing asks for its own id. */
function showsThing(
  { columns, rows, header }: ReturnType<typeof columnsOf>,
  { endpoint, response }: OpenOperation,
  { section, profile }: Surroundings,
): boolean {
  const [name, isTyped] = [columns.indexOf('name'), columns.includes('type') && !columns.includes('required')];
  const title = header?.cells[name]?.text ?? '';
  if (section.role !== 'parameters' || name < 0 || !isTyped || mentions(title, 'options', profile)) return false;
  const { methods, urls } = endpoint;
  const variables = pathVariables(urls[0]?.text ?? '');
  const own = rows.map(({ cells }) => cells[name]?.text ?? '').filter((one) => !variables.includes(one));
  const readsOne = methods[0]?.value === 'GET' && variables.length > 0 && !readsMany(endpoint);
  if (readsOne && own.length >= FEWEST && own.some((one) => SET_BY_SERVERS.test(one))) return true;
  const members = membersShown(response.body.samples.at(-1)?.text ?? '');
  return methods[0]?.value === 'GET' && own.length > 1 && own.every((one) => members.has(one));
}

/** Names in the answer that a page shows, or in the members of the list that it is or has. */
function membersShown(text: string): ReadonlySet<string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return new Set();
  }
  const lists = isObject(value) ? Object.values(value).filter(Array.isArray) : [value];
  const [first] = lists.length === 1 && Array.isArray(lists[0]) ? (lists[0] as unknown[]) : [];
  return new Set([value, first].flatMap((one) => (isObject(one) ? Object.keys(one) : [])));
}

/** The JSON that a row of statuses has in a cell is what the status comes with. */
function sampleOf({ cells }: Row, caption: string, { open, page }: Surroundings): void {
  for (const { span, links } of cells) {
    // `[ [Thing](#thing) ]`: a list of what a link leads to.
    if (links.length > 0) continue;
    const found = /^\s*`?([[{][^`]{1,4000}[\]}])`?\s*$/.exec(page.document.text.slice(span.start, span.end));
    if (!found?.[1]) continue;
    open?.sample('response', sampleInText(found[1], span.start + found[0].indexOf(found[1]), caption));
  }
}

function readRow(
  open: OpenOperation,
  table: TableBlock,
  row: Row,
  columns: ReturnType<typeof columnsOf>['columns'],
  { section, page, profile }: Surroundings,
  { role, questions, below }: { role: Role | undefined; questions: boolean; below: Row | undefined },
) {
  const attribute = readAttribute(withCodeMarks(row, page.document.text), columns, profile);
  if (!attribute || profile.words.none.match(attribute.name)) return page.account.ignore(row, 'none');
  if (questions) withoutQuestions(attribute, section.side === 'response');
  if (section.side !== 'response' && role !== 'responseBody') {
    const told = row.cells.flatMap((cell) => answersIn(withCode(cell, page.document.text), profile, false));
    open.answers(told.filter(({ code }) => code.startsWith('4')));
  }
  section.require(attribute);
  if (section.role === 'responseHeader') {
    const field = readFieldRow(row, columns, profile);
    if (field) open.response.headers.push(field);
    return page.account.use(row, 'response header');
  }
  const at = Math.max(0, columns.indexOf('name'));
  const depth = depthOf(row, at);
  if (depth > 0) attribute.name = attribute.name.replace(DEPTH, '');
  if (depth > 0 || (below && depthOf(below, at) > 0)) {
    // The row of the whole body has no name of its own in it.
    if (depth === 0 && attribute.place === 'body') open.unnest();
    else open.bullet(depth, attribute, role);
    return page.account.use(row, 'attribute');
  }
  const headers = section.role === 'requestHeader' || (columns.includes('header') && looksLikeHeader(attribute.name));
  open.attribute(
    table,
    { ...attribute, ...(headers ? { place: 'header' as const } : {}) },
    role,
    columns.includes('required'),
  );
  page.account.use(row, 'attribute');
}

function isOptional(cell: Inline | undefined): boolean {
  return /^[\w.-]{1,100}\?$/.test(cell?.text.trim() ?? '');
}

/** `name?` may be left out, which the names without a mark beside it may not; `?string` may be null. */
function withoutQuestions(attribute: Attribute, answer: boolean): void {
  const optional = attribute.name.endsWith('?');
  if (optional) attribute.name = attribute.name.slice(0, -1);
  if (/^\?\w/.test(attribute.type)) attribute.type = `${attribute.type.slice(1)} or null`;
  if (!answer && (optional || attribute.requiredText === '')) {
    attribute.required = !optional;
    attribute.requiredText = optional ? 'optional' : 'required';
  }
}

/** Signs before a name that stands inside the one above: `» name`, `»» name`. */
const DEPTH = /^(?:»\s{0,2}){1,20}/;

function depthOf(row: Row, at: number): number {
  return DEPTH.exec(row.cells[at]?.text ?? '')?.[0].replace(/\s/g, '').length ?? 0;
}

/** A table of names that are known, several times each, and a value: all that each of them may be. */
function readValues(rows: Row[], { open, page }: Surroundings): boolean {
  const values = new Map<string, string[]>();
  for (const { cells } of rows) {
    const name = cells[0]?.text.replace(DEPTH, '') ?? '';
    values.set(name, [...(values.get(name) ?? []), cells[1]?.text ?? '']);
  }
  const several = [...values].every(([name, { length }]) => length > 1 && open?.knows(name));
  if (values.size === 0 || !several) return false;
  for (const [name, all] of values) open?.allow(name, all);
  for (const row of rows) page.account.use(row, 'attribute');
  return true;
}
