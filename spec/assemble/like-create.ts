// Updates of which a page shows only a request, or names the fields: what its fields may be, the table of their create tells.
import type { JsonValue } from '../contract/api.js';
import type { BodyTable } from '../extract/page.js';
import { isObject } from '../is-object.js';
import type { Profile } from '../profiles/profile.js';
import { sampleValue } from './body-schema.js';
import { lackingIn, listedIn } from './named-in-words.js';
import type { Group } from './plan.js';

/** The group with the rows of the create of the same page, where those have all that its samples show. */
export function withFieldsOfCreate(group: Group, groups: readonly Group[], profile: Profile): Group {
  const [source, more] = group.sources;
  if (!source || more || !['PUT', 'PATCH', 'POST'].includes(group.method)) return group;
  const { body } = source.endpoint;
  const shown = body.samples.map(({ text }) => sampleValue(text)).filter((value) => isObject<JsonValue>(value));
  const parent = parentOf(group.main.shape.path);
  if (body.tables.length > 0 || parent === undefined) return group;
  const create = groups.find(
    ({ method, main }) => method === 'POST' && main.page === source.page && main.shape.path === parent,
  );
  const tables = create?.main.endpoint.body.tables ?? [];
  const names = new Set(tables.flatMap((t) => (t.kind === 'fields' ? t.rows.map(({ name }) => topOf(name)) : [])));
  // "Takes `memo` and `lines`": not the rest.
  const taken = listedIn(source.endpoint.description ?? '', names, profile);
  const isTold = group.method !== 'POST' && taken.size > 0 && !body.none && source.endpoint.commands.length === 0;
  if (shown.length === 0 && !isTold) return group;
  if (!shown.every((sample) => Object.keys(sample).every((name) => names.has(name)))) return group;
  const needed = (name: string): boolean => group.method === 'PUT' && shown.every((sample) => name in sample);
  for (const name of taken.size > 0 ? shown.flatMap(Object.keys) : names) taken.add(name);
  // The key that the address has is sent where the page shows it; "the same, without `code`".
  const key = /\{([^{}/]+)\}$/.exec(group.main.shape.path)?.[1] ?? '';
  for (const name of [key, ...lackingIn(source.endpoint.description ?? '', names, profile)])
    if (!shown.some((sample) => name in sample)) taken.delete(name);
  const own = tables.map((table) => optional(table, taken, needed));
  return { ...group, sources: [{ ...source, endpoint: { ...source.endpoint, body: { ...body, tables: own } } }] };
}

/** What an update takes, and which of it it may leave out. */
function optional(table: BodyTable, taken: ReadonlySet<string>, needed: (name: string) => boolean): BodyTable {
  if (table.kind !== 'fields') return table;
  const rows = table.rows
    .filter((row) => taken.has(topOf(row.name)))
    .map((row) =>
      row.name === topOf(row.name) && !needed(row.name) ? { ...row, required: false, requiredText: '' } : row,
    );
  return { ...table, rows };
}

function topOf(name: string): string {
  return name.split(/[.[]/, 1)[0] ?? name;
}

/** `/rooms` of `/rooms/{id}`. */
function parentOf(path: string): string | undefined {
  return /^(.+)\/\{[^{}/]+\}$/.exec(path)?.[1];
}
