// Bodies that a table only links to, `|body|body|[Stamp](#stamp)|` or `|200|A stamp|[Stamp](#stamp)|` → the table below the heading that
// the link leads to, where its body or its answer would stand; and so for the members of a field.
import { plainKey } from '../../constraints/wording-lists.js';
import type { Profile, Role } from '../../profiles/profile.js';
import { wordsOf } from '../../profiles/running-words.js';
import type { Block, Document, HeadingBlock, Inline, Row, Span, TableBlock } from '../../read/document.js';
import { type Columns, columnsOf } from '../table-columns.js';

const LEVELS = 6;
const DEPTH = 5;
/** Rows that come out of one link. */
const MAX_ROWS = 500;
/** `#schemashipment` is of `shipment`, `#schemas-boat` of `boat`. */
const KINDS = [
  /^(?:schema|model|definition|type|object)[-_/]*(?=.)/,
  /^(?:schemas|models|definitions|types|objects)[-_/]*(?=.)/,
];

interface Model {
  columns: Columns;
  header: Row;
  rows: Row[];
  /** Of a value that has no members: its type, and what it may be. */
  alias?: string;
}

/** The document with the tables of models where they are linked to. */
export function withLinkedModels(document: Document, profile: Profile): Document {
  if (!document.text.includes('](#')) return document;
  const models = modelsOf(document.blocks, profile);
  if (models.size === 0) return document;
  let level = 1;
  let role: Role | undefined;
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.kind === 'heading') {
      level = block.level;
      role = profile.titles.match(block.text)?.value;
    }
    if (block.kind !== 'table') return [block];
    const body = role === 'requestBody' ? bodyIn(block, level, models, profile) : undefined;
    return body ?? withModels(block, level, models, profile);
  });
  return { ...document, blocks };
}

/** Tables of names below a heading, by the anchor of that heading. */
function modelsOf(blocks: readonly Block[], profile: Profile): Map<string, Model> {
  const models = new Map<string, Model>();
  const isName = namesModel(blocks, profile);
  let heading: HeadingBlock | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading' && isName(block)) heading = block;
    if (block.kind !== 'table' || !heading || !block.header) continue;
    const { columns, header, rows } = columnsOf(block, { role: undefined, side: undefined }, profile);
    const key = heading.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    if (!header || !columns.includes('name') || columns.includes('in') || models.has(key)) continue;
    const { own, alias } = ownRows(rows, columns, heading.text);
    models.set(key, { columns, header, rows: own, ...(alias ? { alias } : {}) });
  }
  return models;
}

/** A row that is called like the model is about the whole: all that there is, it says what such a value is. */
function ownRows(rows: readonly Row[], columns: Columns, title: string): { own: Row[]; alias?: string } {
  const [name, type] = [columns.indexOf('name'), columns.indexOf('type')];
  const whole = rows.find(({ cells }) => cells[name]?.text.trim() === title);
  if (!whole) return { own: [...rows] };
  const own = rows.filter((row) => row !== whole);
  const alias = own.length === 0 ? whole.cells[type]?.text : undefined;
  return alias === undefined ? { own: own.length === 0 ? [...rows] : own } : { own: [...rows], alias };
}

/** "Properties" below the name of a model is no name of one, nor is what many headings are called. */
function namesModel(blocks: readonly Block[], profile: Profile): (heading: HeadingBlock) => boolean {
  const times = new Map<string, number>();
  for (const block of blocks) if (block.kind === 'heading') times.set(block.text, (times.get(block.text) ?? 0) + 1);
  return ({ text }) =>
    !profile.titles.match(text) && profile.columns.match(text)?.value !== 'name' && times.get(text) === 1;
}

/** The rows of a table with the types of values in place of the links to them. */
function withAliases(table: TableBlock, columns: Columns, models: Map<string, Model>): TableBlock {
  const type = columns.indexOf('type');
  const rows = table.rows.map((row) => aliased(row, type, models));
  return rows.every((row, i) => row === table.rows[i]) ? table : { ...table, rows };
}

function aliased(row: Row, type: number, models: Map<string, Model>): Row {
  const cell = row.cells[type];
  const { model, list } = (cell && modelIn({ ...row, cells: [cell] }, models)) ?? {};
  if (!cell || list || model?.alias === undefined) return row;
  const told = { ...cell, text: model.alias, links: [] };
  return { ...row, cells: row.cells.map((one, i) => (i === type ? told : one)) };
}

function withModels(given: TableBlock, level: number, models: Map<string, Model>, profile: Profile): Block[] {
  const { columns } = columnsOf(given, { role: undefined, side: undefined }, profile);
  const table = withAliases(given, columns, models);
  const place = columns.indexOf('in');
  const status = columns.indexOf('status');
  // Signs before a name tell that the members stand in the table itself.
  const nests = table.rows.some(({ cells }) => cells.some(({ text }) => text.startsWith('»')));
  if (nests) return [withNestedMembers(table, columns, models)];
  if (place < 0 && status < 0) return [withMembers(table, columns, models, profile)];
  const bodies: Block[] = [];
  const answers: Block[] = [];
  const rows = table.rows.filter((row) => {
    const found = modelIn(row, models);
    if (!found) return true;
    const code = /^[1-5]\d\d/.exec(row.cells[status]?.text.trim() ?? '')?.[0];
    const members = tableOf(found, row, models);
    if (code && status >= 0) answers.push(heading(`HTTP ${code}`, row.span, level), members);
    else if (profile.places.match(row.cells[place]?.text ?? '')?.value !== 'body') return true;
    else bodies.push(heading(titleOf('requestBody', profile), row.span, level), members);
    return code !== undefined;
  });
  const headers = status < 0 ? [] : headersOf(table, status, level, profile);
  const more = [...bodies, ...answers, ...headers];
  return more.length === 0 ? [table] : [{ ...table, rows }, ...more];
}

/** `Location (string): Where it is`, in a column of its own beside the status, as a table of headers. */
function headersOf(table: TableBlock, status: number, level: number, profile: Profile): Block[] {
  const words = wordsOf(profile, 'header');
  const at =
    table.header?.cells.findIndex(({ text }) => words.includes(text.trim().toLowerCase().replace(/s$/, ''))) ?? -1;
  if (at < 0 || !table.header) return [];
  const cell = (text: string, span: Span): Inline => ({ text, span, links: [] });
  const rows = table.rows.flatMap((row) =>
    (row.cells[at]?.text.split('\n') ?? []).flatMap((line): Row[] => {
      const [, name, type, told] = /^\s*([A-Za-z][\w-]{1,60}) _?\((\w{1,20})\)_?: (\S.{0,300})$/.exec(line) ?? [];
      const code = row.cells[status]?.text ?? '';
      return name ? [{ ...row, cells: [code, name, type ?? '', told ?? ''].map((one) => cell(one, row.span)) }] : [];
    }),
  );
  if (rows.length === 0) return [];
  const { header } = table;
  const titles = ['Status', 'Header', 'Type', 'Description'].map((one) => cell(one, header.span));
  return [
    heading(titleOf('responseHeader', profile), table.span, level - 1),
    { kind: 'table', header: { ...header, cells: titles }, rows, span: table.span },
  ];
}

/** A table of fields with the members of those that are objects or lists and link to what they have: "each as in [Boat](#boat)". */
function withMembers(table: TableBlock, columns: Columns, models: Map<string, Model>, profile: Profile): TableBlock {
  const [name, type] = [columns.indexOf('name'), columns.indexOf('type')];
  if (name < 0 || type < 0) return table;
  const names = table.rows.map(({ cells }) => cells[name]?.text.trim() ?? '');
  const rows = table.rows.flatMap((row, i) => {
    const own = names[i] ?? '';
    const kind = profile.wording.types.get(plainKey(row.cells[type]?.text.replaceAll('`', '') ?? ''));
    const found = kind && ((kind.type === 'object' && !kind.values) || kind.items === 'object') && modelIn(row, models);
    const told = names.some((other) => other.startsWith(`${own}.`) || other.startsWith(`${own}[`));
    if (!found || told || found.model.rows === table.rows || own === '') return [row];
    const prefix = kind.type === 'array' ? `${own}[].` : `${own}.`;
    return [
      row,
      ...membersOf(found.model, prefix, models, []).map((member) => inColumns(member, found.model, columns)),
    ];
  });
  return rows.length === table.rows.length ? table : { ...table, rows: rows.slice(0, MAX_ROWS) };
}

/** Likewise below a row with signs before its name, where its members do not stand there already. */
function withNestedMembers(table: TableBlock, columns: Columns, models: Map<string, Model>): TableBlock {
  const name = columns.indexOf('name');
  const depthOf = (row: Row | undefined): number => row?.cells[name]?.text.match(/»/g)?.length ?? 0;
  const rows = table.rows.flatMap((row, i) => {
    const depth = depthOf(row);
    const found = depth > 0 && depthOf(table.rows[i + 1]) <= depth ? modelIn(row, models) : undefined;
    if (!found || name < 0) return [row];
    const members = membersOf(found.model, `${'»'.repeat(depth + 1)} `, models, [], '»');
    return [row, ...members.map((member) => inColumns(member, found.model, columns))];
  });
  return rows.length === table.rows.length ? table : { ...table, rows: rows.slice(0, MAX_ROWS) };
}

/** A row of another table with its cells in the columns of this one. */
function inColumns(row: Row, { columns }: Model, wanted: Columns): Row {
  const empty = { text: '', span: row.span, links: [] };
  const cells = wanted.map((field) => (field ? row.cells[columns.indexOf(field)] : undefined) ?? empty);
  return { ...row, cells };
}

/** A table that says of a whole body whether it is required and what it is: `| Yes | application/json: [Stamp](#stamp) |`. */
function bodyIn(table: TableBlock, level: number, models: Map<string, Model>, profile: Profile): Block[] | undefined {
  const { columns } = columnsOf(table, { role: undefined, side: undefined }, profile);
  const [row, more] = table.rows;
  const whole = columns.length === 2 && columns[0] === 'required' && columns[1] !== 'name';
  const cell = whole && row && !more ? row.cells[1] : undefined;
  if (!row || !cell) return undefined;
  const found = modelIn(row, models);
  const members = found ? tableOf(found, row, models) : membersInLine(cell, table, row.cells[0]?.text ?? '');
  const [type] = MEDIA.exec(cell.text) ?? [];
  return (
    members && [...(type && type !== 'application/json' ? contentType(type, cell.span, level, profile) : []), members]
  );
}

const MEDIA = /^[a-z]{4,11}\/[\w.+-]{1,60}(?=:)/;

/** The header that tells the type of a body, in front of that. */
function contentType(type: string, span: Span, level: number, profile: Profile): Block[] {
  const titled = (role: Role): Block => heading(titleOf(role, profile), span, level - 1);
  const text = `Content-Type: ${type}`;
  const fence: Block = { kind: 'fence', info: '', text, start: span.start, form: 'closed', span };
  return [titled('requestHeader'), fence, titled('requestBody')];
}

/** `{ "ids": [ string ], "force": boolean }` as a table of its members. */
function membersInLine({ text, span }: Inline, { header }: TableBlock, required: string): TableBlock | undefined {
  const [, members] = /\{\s?([^{}]{1,500}?)\s?\}/.exec(text.replace(/\s+/g, ' ')) ?? [];
  const pairs = members?.split(/, ?(?=")/).map((one) => /^"([\w.-]{1,60})": (\S.{0,80})$/.exec(one.trim()));
  if (!header || !pairs?.every((pair) => pair !== null)) return undefined;
  const row = (...texts: string[]): Row => {
    return { ...header, kind: 'row', cells: texts.map((one) => ({ text: one, span, links: [] })), span };
  };
  // No upload goes without its file.
  const rows = pairs.map(([, name = '', type = '']) =>
    row(name, type.replace(/^\[ ?(\w{1,20}) ?\]$/, '$1[]'), type === 'binary' ? required : ''),
  );
  return { kind: 'table', header: row('Name', 'Type', 'Required'), rows, span };
}

interface Found {
  model: Model;
  list: boolean;
}

const LISTED = /^\s*\[|\[\]\s*$|^\s*(?:array|list)\b/i;

function modelIn(row: Row, models: Map<string, Model>): Found | undefined {
  for (const { links, text } of row.cells)
    for (const { href, text: link } of links) {
      const anchor = /^#(.{1,100})$/.exec(href)?.[1]?.toLowerCase() ?? '';
      const [model] = [anchor, ...KINDS.map((kind) => anchor.replace(kind, ''))].flatMap(
        (key) => models.get(key) ?? [],
      );
      if (model) return { model, list: LISTED.test(text) || text.includes(`[ ${link} ]`) };
    }
  return undefined;
}

/** The table of a model, with the members of the models in it. */
function tableOf({ model, list }: Found, at: Row, models: Map<string, Model>): TableBlock {
  const rows = membersOf(model, list ? '[].' : '', models, []);
  return { kind: 'table', header: { ...model.header }, rows: rows.slice(0, MAX_ROWS), span: at.span };
}

/** @param sign in front of the members of members; without, the name of what they are in is */
function membersOf(
  model: Model,
  prefix: string,
  models: Map<string, Model>,
  above: readonly Model[],
  sign?: string,
): Row[] {
  const name = model.columns.indexOf('name');
  const out: Row[] = [];
  const type = model.columns.indexOf('type');
  for (const told of model.rows) {
    if (out.length > MAX_ROWS) break;
    const row = aliased(told, type, models);
    const cells = row.cells.map((cell, i) => (i === name ? { ...cell, text: `${prefix}${cell.text}` } : cell));
    out.push({ ...row, cells });
    const inner = modelIn(row, models);
    if (!inner || inner.model === model || above.includes(inner.model) || above.length > DEPTH) continue;
    const below = sign ? `${sign}${prefix}` : `${cells[name]?.text ?? ''}${inner.list ? '[]' : ''}.`;
    out.push(...membersOf(inner.model, below, models, [...above, model], sign));
  }
  return out;
}

function heading(text: string, span: Span, level: number): HeadingBlock {
  return { kind: 'heading', level: Math.min(level + 1, LEVELS), flattened: true, text, span, links: [] };
}

function titleOf(role: Role, profile: Profile): string {
  return profile.titles.phrases.find(({ value }) => value === role)?.text ?? '';
}
