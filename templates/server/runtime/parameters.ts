// Reads query, header and cookie parameters as values of their schemas' types. OpenAPI 3.2, 4.12.4 (style values).
import type { Incoming, PathValues } from './http.js';
import type { JsonSchema, Route, RouteParameter } from './route.js';
import { type Definitions, schemaItems, schemaKind, schemaProperties } from './schema-kind.js';

export interface ParameterValues {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  cookies: Record<string, unknown>;
}

/** Values by parameter name as documented; what the request does not give is absent. */
export function readParameters(
  route: Route,
  keys: PathValues,
  query: URLSearchParams,
  headers: Incoming['headers'],
  definitions: Definitions,
): ParameterValues {
  const values: ParameterValues = { path: empty(), query: empty(), headers: empty(), cookies: empty() };
  const cookies = route.parameters.some((p) => p.in === 'cookie') ? readCookies(headers.get('cookie')) : undefined;
  for (const parameter of route.parameters) {
    const { name, schema } = parameter;
    if (parameter.in === 'path') {
      const key = keys[name];
      values.path[name] = typeof key === 'string' ? fromText(key, schema, definitions) : null;
    } else if (parameter.in === 'query') put(values.query, name, fromQuery(parameter, query, definitions));
    else if (parameter.in === 'header') put(values.headers, name, fromList(headers.get(name), schema, definitions));
    else put(values.cookies, name, fromList(cookies?.get(name), schema, definitions));
  }
  return values;
}

function empty(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value;
}

/** A text as the schema's type, or the text itself where it is none (validation then says so). */
export function fromText(text: string, schema: JsonSchema | undefined, definitions: Definitions): unknown {
  const kind = schemaKind(schema, definitions);
  if (kind === 'number') return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

const SEPARATORS: Record<string, string> = { form: ',', simple: ',', spaceDelimited: ' ', pipeDelimited: '|' };

function fromQuery(
  { name, schema, style = 'form', explode }: RouteParameter,
  query: URLSearchParams,
  definitions: Definitions,
): unknown {
  const kind = schemaKind(schema, definitions);
  if (kind === 'object' && style === 'deepObject') return fromDeepObject(name, query, schema, definitions);
  const texts = query.getAll(name);
  const first = texts[0];
  if (first === undefined) return undefined;
  if (kind === 'object') return fromJson(first);
  if (kind !== 'array') return fromText(first, schema, definitions);
  const items = schemaItems(schema, definitions);
  const split = (explode ?? style === 'form') ? texts : first.split(SEPARATORS[style] ?? ',');
  return split.map((text) => fromText(text, items, definitions));
}

function fromList(text: string | null | undefined, schema: JsonSchema, definitions: Definitions): unknown {
  if (text === null || text === undefined) return undefined;
  if (schemaKind(schema, definitions) !== 'array') return fromText(text, schema, definitions);
  const items = schemaItems(schema, definitions);
  return text.split(',').map((part) => fromText(part.trim(), items, definitions));
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

function fromJson(text: string): unknown {
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
