// Reads query, header and cookie parameters as values of their schemas' types. OpenAPI 3.2, 4.12.4 (style values).
import type { Incoming, PathValues } from './http.js';
import type { JsonSchema, Route, RouteParameter } from './route.js';
import {
  type Definitions,
  schemaItems,
  schemaKind,
  schemaKinds,
  schemaProperties,
  takesAnyText,
} from './schema-kind.js';

export interface ParameterValues {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  cookies: Record<string, unknown>;
}

/** Values by parameter name as documented; what the request does not give is absent. */
export type ParameterReader = (
  keys: PathValues,
  query: URLSearchParams,
  headers: Incoming['headers'],
) => ParameterValues;

/** Makes the reader of a route's parameters. What their schemas say is looked up now, and not for every request. */
export function parameterReader({ parameters }: Route, definitions: Definitions): ParameterReader {
  const readers = {
    path: parameters.filter((p) => p.in === 'path').map((p) => textReader(p, definitions)),
    query: parameters.filter((p) => p.in === 'query').map((p) => queryReader(p, definitions)),
    header: parameters.filter((p) => p.in === 'header').map((p) => textReader(p, definitions)),
    cookie: parameters.filter((p) => p.in === 'cookie').map((p) => textReader(p, definitions)),
  };
  return (keys, query, headers) => {
    const values: ParameterValues = { path: empty(), query: empty(), headers: empty(), cookies: empty() };
    for (const { name, read } of readers.path) values.path[name] = read(keys[name]) ?? null;
    for (const { name, read } of readers.query) put(values.query, name, read(query));
    for (const { name, read } of readers.header) put(values.headers, name, read(headers.get(name)));
    if (readers.cookie.length > 0) {
      const cookies = readCookies(headers.get('cookie'));
      for (const { name, read } of readers.cookie) put(values.cookies, name, read(cookies.get(name)));
    }
    return values;
  };
}

function empty(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value;
}

/** A text as the schema's type, or the text itself where it is none (validation then says so). */
export function fromText(text: string, schema: JsonSchema | undefined, definitions: Definitions): unknown {
  return converter(schema, definitions)(text);
}

/** How the texts of a schema become values. Where several kinds are taken, a text that could be anything stays a text. */
function converter(schema: JsonSchema | undefined, definitions: Definitions): (text: string) => unknown {
  const kinds = schemaKinds(schema, definitions);
  if (kinds.has('string') && (kinds.size === 1 || takesAnyText(schema, definitions))) return (text) => text;
  return (text) => {
    if (kinds.has('number') && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return Number(text);
    if (kinds.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
    return text;
  };
}

interface Reader<From> {
  name: string;
  read: (from: From) => unknown;
}

const SEPARATORS: Record<string, string> = { form: ',', simple: ',', spaceDelimited: ' ', pipeDelimited: '|' };

function queryReader(parameter: RouteParameter, definitions: Definitions): Reader<URLSearchParams> {
  const { name, schema, json, style = 'form', explode = style === 'form' } = parameter;
  const kind = schemaKind(schema, definitions);
  if (kind === 'object' && style === 'deepObject')
    return { name, read: (query) => fromDeepObject(name, query, schema, definitions) };
  const first = (query: URLSearchParams, convert: (text: string) => unknown): unknown => {
    const text = query.get(name);
    return text === null ? undefined : convert(text);
  };
  if (json) return { name, read: (query) => first(query, fromJson) };
  if (kind === 'object' && explode) {
    const spread = spreadReader(schema, definitions);
    return { name, read: (query) => first(query, fromJson) ?? spread(query) };
  }
  const separator = SEPARATORS[style] ?? ',';
  if (kind === 'object')
    return { name, read: (query) => first(query, (text) => fromPairs(text.split(separator), schema, definitions)) };
  if (kind !== 'array') {
    const convert = converter(schema, definitions);
    return { name, read: (query) => first(query, convert) };
  }
  const item = converter(schemaItems(schema, definitions), definitions);
  const convert = (texts: string[]): unknown[] => texts.map(item);
  if (!explode) return { name, read: (query) => first(query, (text) => convert(text.split(separator))) };
  return { name, read: (query) => (query.has(name) ? convert(query.getAll(name)) : undefined) };
}

/** Of paths, headers and cookies: their lists are separated by commas. */
function textReader({ name, schema }: RouteParameter, definitions: Definitions): Reader<string | null | undefined> {
  const kind = schemaKind(schema, definitions);
  const one = converter(kind === 'array' ? schemaItems(schema, definitions) : schema, definitions);
  const convert = (text: string): unknown =>
    kind === 'array' ? text.split(',').map((part) => one(part.trim())) : one(text);
  return { name, read: (text) => (text === null || text === undefined ? undefined : convert(text)) };
}

function fromDeepObject(name: string, query: URLSearchParams, schema: JsonSchema, definitions: Definitions): unknown {
  const properties = schemaProperties(schema, definitions);
  const value = empty();
  for (const [key, text] of query)
    if (key.startsWith(`${name}[`) && key.endsWith(']')) {
      const property = key.slice(name.length + 1, -1);
      value[property] = fromText(text, Object.hasOwn(properties, property) ? properties[property] : true, definitions);
    }
  return Object.keys(value).length > 0 ? value : undefined;
}

/** An object whose members are parameters of their own; objects in it are JSON, or a schema that has itself would never end. */
function spreadReader(schema: JsonSchema, definitions: Definitions): (query: URLSearchParams) => unknown {
  const members = Object.entries(schemaProperties(schema, definitions)).map(([name, property]) =>
    queryReader(
      { name, in: 'query', required: false, schema: property, json: schemaKind(property, definitions) === 'object' },
      definitions,
    ),
  );
  return (query) => {
    const value = empty();
    for (const { name, read } of members) put(value, name, read(query));
    return Object.keys(value).length > 0 ? value : undefined;
  };
}

/** An object as its names and values in turn; the text itself where they are not in pairs. */
function fromPairs(parts: string[], schema: JsonSchema, definitions: Definitions): unknown {
  if (parts.length % 2 !== 0) return parts.join(',');
  const properties = schemaProperties(schema, definitions);
  const value = empty();
  for (let i = 0; i < parts.length; i += 2) {
    const name = parts[i] ?? '';
    value[name] = fromText(parts[i + 1] ?? '', Object.hasOwn(properties, name) ? properties[name] : true, definitions);
  }
  return value;
}

/** The value of a JSON text, or the text itself where it is none (validation then says so). */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function readCookies(header: string | null): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair): [string, string] => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim(), rest.join('=').trim()];
  });
  return new Map(pairs);
}
