// Faults of response bodies: missing, extra, of the wrong type, of the wrong entity.
import {
  isCreate,
  isList,
  isRetrieve,
  isSuccess,
  type Json,
  type JsonObject,
  json,
  mapEntities,
  mapList,
  textField,
  withBody,
  withJson,
} from '../exchange-shape.js';
import type { Fault, ProxiedRequest } from '../fault.js';

type Change = (entity: JsonObject) => JsonObject | undefined;

function entity(id: string, what: string, kind: (request: ProxiedRequest) => boolean, change: Change): Fault {
  return {
    id,
    area: 'body',
    what,
    answer: (answer, request) => {
      if (!isSuccess(answer) || !kind(request)) return undefined;
      const changed = mapEntities(json(answer), change);
      return changed === undefined ? undefined : withJson(answer, changed);
    },
  };
}

const withField = (
  id: string,
  what: string,
  kind: (request: ProxiedRequest) => boolean,
  change: (value: string) => Json | undefined,
): Fault =>
  entity(id, what, kind, (found) => {
    const field = textField(found);
    if (field === undefined) return undefined;
    const { [field]: old, ...rest } = found;
    const value = change(String(old));
    return value === undefined ? rest : { ...rest, [field]: value };
  });

const reads = (request: ProxiedRequest): boolean => isRetrieve(request) || isList(request);
const member = (name: string) => (found: JsonObject) => (found[name] === undefined ? undefined : found[name]);

/** What a resource's properties are told in, with a part of it replaced. */
const propfound = (id: string, what: string, part: RegExp, instead: string): Fault => ({
  id,
  area: 'body',
  what,
  answer: (answer, request) => {
    const before = answer.body.toString();
    const after = request.method === 'PROPFIND' && answer.status === 207 ? before.replace(part, instead) : before;
    return after === before ? undefined : withBody(answer, Buffer.from(after));
  },
});

/** Changes one member that all entities have, whatever it is called: the first of the given kind. */
function first(
  found: JsonObject,
  wanted: (key: string, value: Json) => boolean,
  value: (old: Json) => Json | undefined,
): JsonObject | undefined {
  const key = Object.keys(found).find((k) => wanted(k, found[k] ?? null));
  if (key === undefined) return undefined;
  const { [key]: old, ...rest } = found;
  const changed = value(old ?? null);
  return changed === undefined ? rest : { ...found, [key]: changed };
}

const isDate = (_key: string, value: Json): boolean => typeof value === 'string' && value.startsWith('/Date(');
const isNested = (_key: string, value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNull = (_key: string, value: Json): boolean => value === null;

export const BODY_FAULTS: Fault[] = [
  withField('create-drops-field', 'a create answers without a field of what was sent', isCreate, () => undefined),
  withField('create-echoes-wrong-value', 'a create answers with another value than was sent', isCreate, (v) => `${v}x`),
  withField('create-number-for-text', 'a create answers a number where text is documented', isCreate, () => 42),
  withField('retrieve-drops-field', 'a retrieve leaves out a field', isRetrieve, () => undefined),
  withField('retrieve-wrong-entity', 'a retrieve answers with another entity', isRetrieve, (v) => `${v}-other`),
  withField('retrieve-upper-case', 'a retrieve answers names in upper case', isRetrieve, (v) =>
    v === v.toUpperCase() ? undefined : v.toUpperCase(),
  ),
  withField('retrieve-object-for-text', 'a retrieve wraps text in an object', isRetrieve, (v) => ({ value: v })),
  withField('list-null-for-text', 'a list gives null where a required text is', isList, () => null),
  entity('field-renamed', 'a field comes in lower case', reads, (found) => {
    const field = textField(found);
    if (field === undefined || field === field.toLowerCase()) return undefined;
    const { [field]: value, ...rest } = found;
    return { ...rest, [field.toLowerCase()]: value ?? null };
  }),
  entity('date-as-iso', 'dates come as ISO 8601 instead of the documented form', reads, (found) =>
    first(found, isDate, () => '2020-01-01T00:00:00Z'),
  ),
  entity('date-as-number', 'a date comes as a number', reads, (found) => first(found, isDate, () => 1_577_836_800_000)),
  entity('no-date', 'no date of creation', reads, (found) => first(found, isDate, () => undefined)),
  entity('no-metadata', 'no metadata object in an entity', reads, (found) => first(found, isNested, () => undefined)),
  entity('metadata-as-text', 'metadata comes as text', reads, (found) =>
    first(found, isNested, (old) => JSON.stringify(old)),
  ),
  entity('null-as-text', 'null comes as the text "null"', reads, (found) => first(found, isNull, () => 'null')),
  entity('metadata-etag-stale', 'the ETag in the body is not the one of the header', isRetrieve, (found) =>
    first(
      found,
      (key, value) => isNested(key, value) && member('etag')(value as JsonObject) !== undefined,
      (old) => ({ ...(old as JsonObject), etag: 'W/"99-99"' }),
    ),
  ),
  entity('metadata-type-wrong', 'the metadata names another type', reads, (found) =>
    first(
      found,
      (key, value) => isNested(key, value) && member('type')(value as JsonObject) !== undefined,
      (old) => ({ ...(old as JsonObject), type: 'Other.Thing' }),
    ),
  ),
  {
    id: 'unwrapped',
    area: 'body',
    what: 'the wrapper object around the result is left out',
    answer: (answer) => {
      const value = json(answer);
      const keys = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
      const inner = keys.length === 1 ? (value as JsonObject)[keys[0] ?? ''] : undefined;
      return !isSuccess(answer) || typeof inner !== 'object' || inner === null ? undefined : withJson(answer, inner);
    },
  },
  {
    id: 'empty-body',
    area: 'body',
    what: 'a retrieve answers with no body',
    answer: (answer, request) =>
      isRetrieve(request) && isSuccess(answer) ? withBody(answer, Buffer.alloc(0)) : undefined,
  },
  {
    id: 'list-as-object',
    area: 'body',
    what: 'a list is an object keyed by number instead of an array',
    answer: (answer, request) => {
      if (!isList(request) || !isSuccess(answer)) return undefined;
      const changed = mapList(json(answer), (list) => Object.fromEntries(list.map((v, i) => [String(i), v])));
      return changed === undefined ? undefined : withJson(answer, changed);
    },
  },
  {
    id: 'broken-json',
    area: 'body',
    what: 'a body ends in a comma instead of a brace',
    answer: (answer) =>
      isSuccess(answer) && json(answer) !== undefined
        ? withBody(answer, Buffer.concat([answer.body.subarray(0, -1), Buffer.from(',')]))
        : undefined,
  },
  propfound(
    'properties-of-another',
    'the properties are said to be those of the root',
    /(<href>https?:\/\/[^/<]+)\/[^<]*/,
    '$1/',
  ),
  propfound('collection-untold', 'a collection is not said to be one', /<collection\s*\/>/, ''),
];
