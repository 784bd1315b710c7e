// What an operation sends and answers, where its section only names it ("Returns the customer object") and the page tells
// elsewhere what that is.
import type { JsonValue } from '../contract/api.js';
import type { BodyTable, Endpoint, FieldRow, Page, Sample } from '../extract/page.js';
import { isObject } from '../is-object.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import { sampleValue } from './body-schema.js';
import type { ReadField } from './field-schema.js';
import { listedIn, marksIn } from './named-in-words.js';
import type { Group, Source } from './plan.js';
import { FEWEST, singular, type Thing, thingsOf } from './things.js';
import { successOf, tellsContent, withSuccess } from './told-media.js';

interface Reading {
  profile: Profile;
  read: ReadField;
}

/** A group whose words are about things of the pages, with what those have. */
export function withThings(group: Group, pages: readonly Page[], profile: Profile, read: ReadField): Group {
  const [source, more] = group.sources;
  if (!source || more || !profile.infer.samples) return group;
  const things = [source.page, ...pages.filter((page) => page !== source.page)].flatMap((page) =>
    thingsOf(page, profile).map((thing) => ({ ...thing, page })),
  );
  if (things.length === 0) return group;
  const endpoint = sending(group, answering(group, source, things, profile), things, { profile, read });
  return endpoint === source.endpoint ? group : { ...group, sources: [{ ...source, endpoint }] };
}

type Known = Thing & { page: Page };

/** With the sample of what its success says that it returns. */
function answering({ method }: Group, { endpoint }: Source, things: readonly Known[], profile: Profile): Endpoint {
  const success = successOf(endpoint);
  if (method === 'HEAD' || tellsContent(success)) return endpoint;
  const words = [endpoint.description ?? '', ...(success?.statuses.map(({ description }) => description) ?? [])];
  const named = things.find(({ name }) => name !== '' && words.some((text) => returns(text, name, profile)));
  const sample = named && (named.sample ?? sampleOf(named));
  if (!sample) return endpoint;
  return withSuccess(endpoint, (one) => ({ ...one, body: { ...one.body, samples: [sample] } }));
}

/** Words between what says that something comes back and what it is called, at most. */
const AROUND = 4;

/** "Returns the updated customer object", "`201 Created` with the customer"; "with the URL of the customer" is none. */
function returns(text: string, name: string, profile: Profile): boolean {
  const [answers, holding, of] = (['answers', 'holding', 'of'] as const).map((kind) => new Set(wordsOf(profile, kind)));
  return clausesOf(text).some((words) => {
    const at = words.indexOf(name);
    const from = words.findIndex((word) => answers?.has(word) || /^[1-5]\d\d$/.test(word));
    const held = words.findLastIndex((word, i) => i < at && holding?.has(word) === true);
    const between = words.slice(held + 1, at);
    return from >= 0 && from <= held && between.length <= AROUND && !between.some((word) => of?.has(word));
  });
}

function clausesOf(text: string): string[][] {
  const plain = text.toLowerCase().replace(/[`*]/g, '');
  return plain.split(/[.;:!?,](?:\s|$)|[()]|\n/).map((clause) => clause.split(/\s+/).filter(Boolean));
}

/** Of the answers that its page shows, one that has its fields. */
function sampleOf({ page, rows }: Known): Sample | undefined {
  const names = new Set(rows.map(({ name }) => name));
  const samples = page.endpoints.flatMap(({ responses }) => responses.flatMap(({ body }) => body.samples));
  return samples.find(({ text }) => {
    const value = sampleValue(text);
    const shown = isObject(value) ? Object.keys(value) : [];
    return shown.length >= Math.min(FEWEST, names.size) && shown.every((name) => names.has(name));
  });
}

/** With the rows of the thing that it makes or changes, for what its body shows or its words name. */
function sending(group: Group, endpoint: Endpoint, things: readonly Known[], { profile, read }: Reading): Endpoint {
  const { method, main } = group;
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return endpoint;
  const { body } = endpoint;
  const shown = body.samples.map(({ text }) => sampleValue(text)).filter((value) => isObject<JsonValue>(value));
  const fields = body.tables.flatMap((table) => (table.kind === 'fields' ? table.rows : []));
  const names = new Set([...shown.flatMap(Object.keys), ...fields.map(({ name }) => topOf(name))]);
  const thing = names.size === 0 ? undefined : thingWith(names, main, things);
  if (!thing) return endpoint;
  if (fields.length > 0)
    return { ...endpoint, body: { ...body, tables: body.tables.map((table) => filled(table, thing)) } };
  const known = new Set(thing.rows.map(({ name }) => name));
  const open = isAbout(group, thing) ? writableOf(thing, read) : new Set<string>();
  const words = [endpoint.description ?? '', body.prose.map(({ value }) => value).join('\n')].join('\n');
  const { yes, no } = marksIn(words, known, profile);
  const listed = method === 'POST' ? new Set<string>() : listedIn(words, known, profile);
  const alone = listed.size > 0 || mentions(words, 'soleField', profile);
  const taken = new Set([...names, ...yes, ...no, ...listed, ...(alone ? [] : open)]);
  const rows = thing.rows
    .filter(
      (row) =>
        taken.has(topOf(row.name)) ||
        (method !== 'PATCH' &&
          !(alone && method !== 'POST') &&
          isOptional(row) &&
          read(row).schema['readOnly'] !== true),
    )
    .map((row) => {
      // "Replaces `name` and `berth`": the rest, which a body may repeat, it can do without.
      const beside = method === 'PUT' && listed.size > 0 && !listed.has(row.name);
      return asked(beside ? { ...row, required: false } : row, method, yes.has(row.name), shown);
    });
  const table: BodyTable = { kind: 'fields', rows, span: rows[0]?.span ?? endpoint.span, dotted: true };
  return { ...endpoint, body: { ...body, tables: [table] } };
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
function writableOf({ rows, inColumn }: Thing, read: ReadField): ReadonlySet<string> {
  const own = rows.filter((row) => read(row).schema['readOnly'] !== true);
  const marked = inColumn || own.some(isOptional) ? own.filter((row) => row.required || isOptional(row)) : own;
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

/** Required of what is made, if the row or the words say so; a change may leave out what its sample leaves out. */
function asked(row: FieldRow, method: string, needed: boolean, shown: readonly object[]): FieldRow {
  const whole = method === 'POST' || (method === 'PUT' && shown.length > 0 && shown.every((one) => row.name in one));
  const required = method !== 'PATCH' && (needed || (row.required && whole));
  return { ...row, required, requiredText: required ? row.requiredText || 'required' : '' };
}

/** Rows that say nothing of their values, with what the thing's own say. */
function filled(table: BodyTable, { rows }: Thing): BodyTable {
  if (table.kind !== 'fields') return table;
  return {
    ...table,
    rows: table.rows.map((row) => {
      const own = rows.find(({ name }) => name === row.name);
      if (!own || row.type !== '' || row.effective !== '') return row;
      const notes = [row.notes, own.notes].filter(Boolean).join('\n');
      return { ...row, type: own.type, effective: own.effective, notes, ...(own.limits ? { limits: own.limits } : {}) };
    }),
  };
}

function topOf(name: string): string {
  return name.split(/[.[]/, 1)[0] ?? name;
}
