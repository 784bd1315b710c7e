// What a request sends that makes or changes a thing ("The boat object"): the fields that its words name, its body shows, or the thing says.
import type { JsonValue } from '../contract/api.js';
import type { BodyTable, Endpoint, FieldRow } from '../extract/page.js';
import { isObject } from '../is-object.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import { singular } from '../singular.js';
import { sampleValue } from './body-schema.js';
import type { ReadField } from './field-schema.js';
import { lackingIn, listedIn, marksIn } from './named-in-words.js';
import type { Group } from './plan.js';
import type { Known, Thing } from './things.js';

interface Reading {
  profile: Profile;
  read: ReadField;
}

/** With the rows of the thing that it makes or changes, for what its body shows or its words name. */
export function sending(
  group: Group,
  endpoint: Endpoint,
  things: readonly Known[],
  { profile, read }: Reading,
): Endpoint {
  const { method, main } = group;
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return endpoint;
  const { body } = endpoint;
  const shown = body.samples.map(({ text }) => sampleValue(text)).filter((value) => isObject<JsonValue>(value));
  const fields = body.tables.flatMap((table) => (table.kind === 'fields' ? table.rows : []));
  const names = new Set([...shown.flatMap(Object.keys), ...fields.map(({ name }) => topOf(name))]);
  const thing = names.size === 0 ? untold(group, endpoint, things) : thingWith(names, main, things);
  if (!thing) return endpoint;
  if (fields.length > 0)
    return { ...endpoint, body: { ...body, tables: body.tables.map((table) => filled(table, thing, read)) } };
  const rows = rowsSent(group, endpoint, thing, { names, shown }, { profile, read });
  const table: BodyTable = { kind: 'fields', rows, span: rows[0]?.span ?? endpoint.span, dotted: true };
  return { ...endpoint, body: { ...body, tables: [table] } };
}

/** What the body has of the thing: what it shows, what the words name, and what the thing says of its fields. */
function rowsSent(
  group: Group,
  { description = '', body }: Endpoint,
  thing: Known,
  { names, shown }: { names: ReadonlySet<string>; shown: readonly object[] },
  { profile, read }: Reading,
): FieldRow[] {
  const { method } = group;
  const known = new Set(thing.rows.map(({ name }) => name));
  const words = [description, body.prose.map(({ value }) => value).join('\n')].join('\n');
  const { yes, no } = marksIn(words, known, profile);
  const lacking = lackingIn(words, known, profile);
  const listed = method === 'POST' ? new Set<string>() : listedIn(words, known, profile);
  const alone = listed.size > 0 || mentions(words, 'soleField', profile);
  const open = alone ? [] : openOf(group, thing, names.size === 0, read);
  const taken = new Set([...names, ...yes, ...no, ...listed, ...open]);
  const mayBeSent = optionalOf(thing, read);
  const isSent = (row: FieldRow): boolean => mayBeSent(row) && read(row).schema['readOnly'] !== true;
  const isTaken = (row: FieldRow): boolean =>
    taken.has(topOf(row.name)) || (method !== 'PATCH' && !(alone && method !== 'POST') && isSent(row));
  const byName = new Map(thing.rows.map((row) => [row.name, row]));
  const tellsOfSending = thing.rows.some((row) => isMarked(row) || read(row).schema['readOnly'] === true);
  return thing.rows
    .filter(({ name }) => !lacking.has(name) && !lacking.has(topOf(name)))
    .filter((row) => isTaken(byName.get(topOf(row.name)) ?? row))
    .map((row) => {
      // "Replaces `name` and `berth`": the rest, which a body may repeat, it can do without.
      const beside = method === 'PUT' && listed.size > 0 && !listed.has(row.name);
      const sent = asked(beside ? { ...row, required: false } : row, method, yes.has(row.name), shown);
      const seen = shown.some((one) => (one as Record<string, unknown>)[row.name] === null);
      return tellsOfSending || seen || !mayBeNull(row, read) ? sent : { ...sent, nullInAnswers: true };
    });
}

/** Fields that may be sent though neither body nor words name them: those of the thing itself. */
function openOf(group: Group, thing: Known, untold: boolean, read: ReadField): ReadonlySet<string> {
  const writable = isAbout(group, thing) ? writableOf(thing, read) : new Set<string>();
  const all = untold && writable.size === 0;
  return all ? new Set(thing.rows.filter(isMarked).map(({ name }) => topOf(name))) : writable;
}

/** What is made or changed where nothing is told of the body, and a thing says of its fields which of them must be sent. */
function untold(group: Group, endpoint: Endpoint, things: readonly Known[]): Known | undefined {
  const { body, commands } = endpoint;
  const told = body.none ?? body.format ?? body.tables[0] ?? body.samples[0] ?? commands[0];
  if (told) return undefined;
  return things.find((thing) => thing.name !== '' && isAbout(group, thing) && thing.rows.some((row) => row.required));
}

/** Whether a request makes or changes the thing itself: `POST /boats`, `PATCH /boats/:id`, not `POST /boats/:id/launch`. */
function isAbout({ method, main }: Group, { name }: Known): boolean {
  const [, place = '', key = ''] = /([^/{}]+)(\/\{[^{}/]*\})?\/?$/.exec(main.shape.path) ?? [];
  return (method === 'POST') === (key === '') && plain(name) === plain(singular(place));
}

/**
 * Where a thing says which of its fields only the server sets, clients may send the others; where it says of fields whether
 * they may be left out, those that it says so of or demands.
 */
function writableOf(thing: Thing, read: ReadField): ReadonlySet<string> {
  const { rows, inColumn } = thing;
  const own = rows.filter((row) => read(row).schema['readOnly'] !== true);
  const mayBeSent = optionalOf(thing, read);
  const marked = inColumn || own.some(isOptional) ? own.filter((row) => row.required || mayBeSent(row)) : own;
  return new Set(own.length < rows.length ? marked.map(({ name }) => topOf(name)) : []);
}

/** The thing that the path is about, else the only one of the page that has all these fields. */
function thingWith(
  names: ReadonlySet<string>,
  { shape, page }: Group['main'],
  things: readonly Known[],
): Known | undefined {
  const having = things.filter(({ rows }) => {
    const own = new Set(rows.map(({ name }) => name));
    return [...names].every((name) => own.has(name));
  });
  const [, place = ''] = /([^/{}]+)(?:\/\{[^{}/]*\})?\/?$/.exec(shape.path) ?? [];
  const named = having.find(({ name }) => name !== '' && plain(name) === singular(plain(place)));
  const [only, more] = having.filter((thing) => thing.page === page);
  return named ?? (more ? undefined : only);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a row says of itself: that it may be sent. */
function isOptional({ requiredText, required }: FieldRow): boolean {
  return requiredText !== '' && !required;
}

/** Rows that may be sent; where others say which of them must be, a default says of one that it may. */
function optionalOf({ rows, inColumn }: Thing, read: ReadField): (row: FieldRow) => boolean {
  const byDefault = !inColumn && rows.some((row) => row.required);
  return (row) => isOptional(row) || (byDefault && !row.required && 'default' in read(row).schema);
}

function isMarked(row: FieldRow): boolean {
  return row.required || isOptional(row);
}

/** Required of what is made, if the row or the words say so; a change may leave out what its sample leaves out. */
function asked(row: FieldRow, method: string, needed: boolean, shown: readonly object[]): FieldRow {
  const whole = method === 'POST' || (method === 'PUT' && shown.length > 0 && shown.every((one) => row.name in one));
  const required = method !== 'PATCH' && (needed || (row.required && whole));
  return { ...row, required, requiredText: required ? row.requiredText || 'required' : '' };
}

/** Rows that say nothing of their values, with what the thing's own say. */
function filled(table: BodyTable, { rows }: Thing, read: ReadField): BodyTable {
  if (table.kind !== 'fields') return table;
  return {
    ...table,
    rows: table.rows.map((row) => {
      const own = rows.find(({ name }) => name === row.name);
      if (!own || row.type !== '' || row.effective !== '') return row;
      const notes = [row.notes, own.notes].filter(Boolean).join('\n');
      const { type, effective, limits } = own;
      const nullInAnswers = mayBeNull(own, read) && !mayBeNull(row, read);
      return {
        ...row,
        type,
        effective,
        notes,
        ...(limits ? { limits } : {}),
        ...(nullInAnswers ? { nullInAnswers } : {}),
      };
    }),
  };
}

function mayBeNull(row: FieldRow, read: ReadField): boolean {
  return [read(row).schema.type].flat().includes('null');
}

function topOf(name: string): string {
  return name.split(/[.[]/, 1)[0] ?? name;
}
