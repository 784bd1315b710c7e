// Reads query parameters in each of their styles. OpenAPI 3.2, 4.12.4 (style values).
import { fromDeepObject } from './deep-object.js';
import type { JsonSchema, RouteParameter } from './route.js';
import { type Definitions, schemaItems, schemaKind, schemaKinds, schemaProperties } from './schema-kind.js';
import { converter, emptyValue, fromJson, fromText } from './text-value.js';

/** A query, decoded and as it came. */
export interface Query {
  values: URLSearchParams;
  /** Without the question mark. */
  text: string;
}

export interface QueryReader {
  name: string;
  /** The value, undefined where the query has none. */
  read: (query: Query) => unknown;
}

/** What parts a list, in a text that is still encoded: clients encode the space and the pipe, and the comma of an item. */
const SEPARATORS: Record<string, RegExp> = { spaceDelimited: /%20|\+/, pipeDelimited: /%7C|\|/i };

/** Makes the reader of a query parameter. */
export function queryReader(parameter: RouteParameter, definitions: Definitions): QueryReader {
  const { name, schema, json, style = 'form', explode = style === 'form' } = parameter;
  const kind = schemaKind(schema, definitions);
  const first = ({ values }: Query, convert: (text: string) => unknown): unknown => {
    const text = values.get(name);
    return text === null ? undefined : convert(text);
  };
  if (style === 'deepObject' && isStructured(schema, definitions)) {
    const convert = converter(schema, definitions);
    // What may also be a text is read as one where it has no brackets.
    const plain = (query: Query): unknown => (kind === 'string' ? first(query, convert) : undefined);
    return { name, read: (query) => fromDeepObject(name, query.values, schema, definitions) ?? plain(query) };
  }
  if (json) return { name, read: (query) => first(query, fromJson) };
  if (kind === 'object' && explode) {
    const spread = spreadReader(schema, definitions);
    // Its members are what an address has: where all of them may be left out, nothing is missing.
    const none = (): unknown => (parameter.required ? emptyValue() : undefined);
    return { name, read: (query) => first(query, fromJson) ?? spread(query) ?? none() };
  }
  if (kind === 'object') {
    const separator = SEPARATORS[style] ?? /,/;
    return { name, read: (query) => whole(parts(query, name, separator), (p) => fromPairs(p, schema, definitions)) };
  }
  if (kind !== 'array') {
    const convert = converter(schema, definitions);
    return { name, read: (query) => first(query, convert) };
  }
  return listReader(name, style, explode, schemaItems(schema, definitions), definitions);
}

function isStructured(schema: JsonSchema, definitions: Definitions): boolean {
  const kinds = schemaKinds(schema, definitions);
  return kinds.has('object') || kinds.has('array');
}

function listReader(
  name: string,
  style: string,
  explode: boolean,
  items: JsonSchema | undefined,
  definitions: Definitions,
): QueryReader {
  const item = converter(items, definitions);
  if (explode)
    return {
      name,
      read: ({ values }) => (values.has(name) ? values.getAll(name).map((text) => item(text)) : undefined),
    };
  const kinds = schemaKinds(items, definitions);
  // Many clients encode every comma. No number has one of its own.
  const comma = kinds.size > 0 && !kinds.has('string') ? /,|%2C/i : /,/;
  const separator = SEPARATORS[style] ?? comma;
  return { name, read: (query) => whole(parts(query, name, separator), (texts) => texts.map((text) => item(text))) };
}

function whole(texts: string[] | undefined, convert: (texts: string[]) => unknown): unknown {
  return texts && convert(texts);
}

/** The parts of a parameter's value; they are decoded after it is parted, so that `a%2Cb,c` has two. */
function parts({ values, text }: Query, name: string, separator: RegExp): string[] | undefined {
  if (!values.has(name)) return undefined;
  for (const pair of text.split('&')) {
    const [key = '', ...rest] = pair.split('=');
    if (decoded(key) !== name) continue;
    const value = rest.join('=');
    return value === '' ? [] : value.split(separator).map(decoded);
  }
  return undefined;
}

/** As a query is decoded: a `+` is a space, and a broken escape stands for itself. */
function decoded(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

/** An object whose members are parameters of their own; objects in it are JSON, or a schema that has itself would never end. */
function spreadReader(schema: JsonSchema, definitions: Definitions): (query: Query) => unknown {
  const members = Object.entries(schemaProperties(schema, definitions)).map(([name, property]) =>
    queryReader(
      { name, in: 'query', required: false, schema: property, json: schemaKind(property, definitions) === 'object' },
      definitions,
    ),
  );
  return (query) => {
    const value = emptyValue();
    for (const { name, read } of members) {
      const member = read(query);
      if (member !== undefined) value[name] = member;
    }
    return Object.keys(value).length > 0 ? value : undefined;
  };
}

/** An object as its names and values in turn; the text itself where they are not in pairs. */
export function fromPairs(parts: string[], schema: JsonSchema, definitions: Definitions): unknown {
  if (parts.length % 2 !== 0) return parts.join(',');
  const properties = schemaProperties(schema, definitions);
  const value = emptyValue();
  for (let i = 0; i < parts.length; i += 2) {
    const name = parts[i] ?? '';
    value[name] = fromText(parts[i + 1] ?? '', Object.hasOwn(properties, name) ? properties[name] : true, definitions);
  }
  return value;
}
