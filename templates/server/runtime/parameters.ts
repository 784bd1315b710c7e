// Reads query, header and cookie parameters as values of their schemas' types. OpenAPI 3.2, 4.12.4 (style values).
import type { Incoming, PathValues } from './http.js';
import { fromPairs, type Query, queryReader } from './query-parameter.js';
import type { Route, RouteParameter } from './route.js';
import { type Definitions, schemaItems, schemaKind } from './schema-kind.js';
import { converter, emptyValue, fromJson } from './text-value.js';

export interface ParameterValues {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  cookies: Record<string, unknown>;
}

/** Values by parameter name as documented; what the request does not give is absent. */
export type ParameterReader = (keys: PathValues, query: Query, headers: Incoming['headers']) => ParameterValues;

/** Makes the reader of a route's parameters. What their schemas say is looked up now, and not for every request. */
export function parameterReader({ parameters }: Route, definitions: Definitions): ParameterReader {
  const readers = {
    path: parameters.filter((p) => p.in === 'path').map((p) => textReader(p, definitions)),
    query: parameters.filter((p) => p.in === 'query').map((p) => queryReader(p, definitions)),
    header: parameters.filter((p) => p.in === 'header').map((p) => textReader(p, definitions)),
    cookie: parameters.filter((p) => p.in === 'cookie').map((p) => textReader(p, definitions)),
  };
  return (keys, query, headers) => {
    const values: ParameterValues = {
      path: emptyValue(),
      query: emptyValue(),
      headers: emptyValue(),
      cookies: emptyValue(),
    };
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

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value;
}

interface TextReader {
  name: string;
  read: (text: string | null | undefined) => unknown;
}

/** Of paths, headers and cookies. */
function textReader(parameter: RouteParameter, definitions: Definitions): TextReader {
  const convert = textConverter(parameter, definitions);
  return { name: parameter.name, read: (text) => (text === null || text === undefined ? undefined : convert(text)) };
}

/** Parts of lists and objects are separated by commas; those of an object are names and values in turn, or `name=value`. */
function textConverter({ in: place, schema, json, explode }: RouteParameter, definitions: Definitions): TextConverter {
  const kind = schemaKind(schema, definitions);
  if (json || (kind === 'object' && place === 'cookie')) return fromJson;
  if (kind === 'object')
    return (text) =>
      fromPairs(
        text.split(',').flatMap((part) => (explode ? pairOf(part) : part)),
        schema,
        definitions,
      );
  if (kind !== 'array') return converter(schema, definitions);
  const item = converter(schemaItems(schema, definitions), definitions);
  return (text) => (text === '' ? [] : text.split(',').map((part) => item(part.trim())));
}

type TextConverter = (text: string) => unknown;

function pairOf(part: string): string[] {
  const [name = '', ...value] = part.split('=');
  return [name, value.join('=')];
}

/** Values come percent-encoded, as every client writes what cookies can't have: blanks, semicolons, letters beyond ASCII. */
function readCookies(header: string | null): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair): [string, string] => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim(), decoded(rest.join('=').trim())];
  });
  return new Map(pairs);
}

/** A cookie that somebody else has set may have a `%` of its own. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
