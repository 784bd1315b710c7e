// What faults look for in an exchange: kinds of operations, entities and lists in JSON. Knows HTTP and OData, no API.
import { isObject } from '../../spec/is-object.js';
import type { ProxiedAnswer, ProxiedRequest } from './fault.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const isSuccess = (answer: ProxiedAnswer): boolean => answer.status >= 200 && answer.status < 300;

/** The path without its query, cut at slashes that are not inside quotes (RFC 3986 paths with OData keys). */
export function segments(path: string): string[] {
  const [bare = ''] = path.split('?', 1);
  const found: string[] = [];
  let current = '';
  let quoted = false;
  for (const char of bare) {
    if (char === "'") quoted = !quoted;
    if (char === '/' && !quoted) {
      found.push(current);
      current = '';
    } else current += char;
  }
  return [...found, current].filter((s) => s !== '');
}

const lastTemplate = (request: ProxiedRequest): string => segments(request.operation?.path ?? '').at(-1) ?? '';

/** Names one thing: the last segment of the documented path holds a variable. */
export const namesOne = (request: ProxiedRequest): boolean => lastTemplate(request).includes('{');
/** Names a collection: the last segment of the documented path is fixed. */
const namesMany = (request: ProxiedRequest): boolean => request.operation !== undefined && !namesOne(request);
/** Works on links between entities (OData `$links`). */
export const isLink = (request: ProxiedRequest): boolean => (request.operation?.path ?? '').includes('/$links/');
/** A plain create: POST on a collection with a documented 201. */
export const isCreate = (request: ProxiedRequest): boolean =>
  request.method === 'POST' &&
  namesMany(request) &&
  request.operation?.responses.some((r) => r.status === '201') === true;
export const isRetrieve = (request: ProxiedRequest): boolean =>
  request.method === 'GET' && namesOne(request) && !isLink(request);
export const isList = (request: ProxiedRequest): boolean =>
  request.method === 'GET' && namesMany(request) && !isLink(request);
/** A change of one entity that exists: PUT, PATCH or MERGE. */
export const isUpdate = (request: ProxiedRequest): boolean =>
  ['PUT', 'PATCH', 'MERGE'].includes(request.method) && namesOne(request) && !isLink(request);
export const isDelete = (request: ProxiedRequest): boolean =>
  request.method === 'DELETE' && namesOne(request) && !isLink(request);

/** The body as JSON; undefined where it is none. */
export function json(message: { body: Buffer }): Json | undefined {
  try {
    return message.body.length === 0 ? undefined : (JSON.parse(message.body.toString('utf8')) as Json);
  } catch {
    return undefined;
  }
}

/** The answer with another JSON body and a Content-Length that fits. */
export function withJson(answer: ProxiedAnswer, value: Json): ProxiedAnswer {
  return withBody(answer, Buffer.from(JSON.stringify(value)));
}

/** The answer with another body and its length; it is sent whole, not in chunks. */
export function withBody(answer: ProxiedAnswer, body: Buffer): ProxiedAnswer {
  return {
    ...answer,
    body,
    headers: { ...without(answer.headers, 'transfer-encoding'), 'content-length': String(body.length) },
  };
}

/**
 * The answer with another value of a header.
 *
 * @param name in small letters
 * @param value `undefined` leaves the header out
 */
export function withHeader(answer: ProxiedAnswer, name: string, value: string | undefined): ProxiedAnswer {
  const rest = without(answer.headers, name);
  return { ...answer, headers: value === undefined ? rest : { ...rest, [name]: value } };
}

export function without<T>(headers: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([n]) => n !== name));
}

/**
 * The entities of a body: the members of its list, or the object below wrappers of one object member (`{"d":{"results":{…}}}`).
 */
export function entities(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject<Json>);
  if (!isObject(value)) return [];
  const structured = Object.values(value).filter((v) => typeof v === 'object' && v !== null);
  const scalars = Object.values(value).length - structured.length;
  const only = structured.length === 1 ? structured[0] : undefined;
  return only !== undefined && scalars <= (value['__count'] === undefined ? 0 : 1) ? entities(only) : [value];
}

/** The body with its first list replaced; undefined where there is no list. */
export function mapList(value: Json | undefined, change: (list: Json[]) => Json): Json | undefined {
  if (Array.isArray(value)) return change(value);
  if (!isObject(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const mapped = mapList(member, change);
    if (mapped !== undefined) return { ...value, [key]: mapped };
  }
  return undefined;
}

/** The body with each entity replaced (`change` gives a new object); undefined where there is none or none changed. */
export function mapEntities(
  value: Json | undefined,
  change: (entity: JsonObject) => JsonObject | undefined,
): Json | undefined {
  const found = new Map<JsonObject, JsonObject>();
  for (const entity of entities(value)) {
    const changed = change(entity);
    if (changed !== undefined) found.set(entity, changed);
  }
  return found.size === 0 || value === undefined ? undefined : substitute(value, found);
}

function substitute(value: Json, found: Map<JsonObject, JsonObject>): Json {
  if (Array.isArray(value)) return value.map((v) => substitute(v, found));
  if (!isObject(value)) return value;
  return found.get(value) ?? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, substitute(v, found)]));
}

/** First member of an entity that holds plain text of its own (no metadata, no date, no URL), by name. */
export function textField(entity: JsonObject): string | undefined {
  return Object.keys(entity).find((key) => {
    const value = entity[key];
    return !key.startsWith('__') && typeof value === 'string' && value !== '' && !value.startsWith('/Date(');
  });
}

/** Status that the operation documents for success; 200 where it documents none. */
export function successStatus(request: ProxiedRequest): number {
  return Number(request.operation?.responses.find((r) => /^2\d\d$/.test(r.status))?.status ?? 200);
}

export const emptyAnswer = (status: number): ProxiedAnswer => ({
  status,
  headers: { 'content-length': '0' },
  body: Buffer.alloc(0),
});
