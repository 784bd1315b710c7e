// Schemas of an OpenAPI 3.0 document in the dialect of 3.1 and later (JSON Schema 2020-12), so that one reading fits all.
import { isObject } from '../is-object.js';

type Json = Record<string, unknown>;

/** Values that hold data or other tools' words, never schemas. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'value']);

/** Members of a schema that hold one schema, a list of them, or named ones. */
const ONE = new Set(['items', 'additionalProperties', 'not']);
const SEVERAL = new Set(['allOf', 'anyOf', 'oneOf']);

/** Deepest nesting that is followed; what lies deeper stays as it is. */
const DEEPEST = 200;

/** A copy of a 3.0 document whose schemas say what they mean in today's words; everything else is the same. */
export function inTodaysDialect(document: Json): Json {
  return anything(document, 0) as Json;
}

function anything(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((one) => anything(one, depth + 1));
  if (!isObject(value)) return value;
  return mapValues(value, (inner, key) => {
    if (DATA.has(key) || key.startsWith('x-')) return inner;
    if (key === 'schema') return schemaOf(inner, depth + 1);
    if (key === 'schemas' && isObject(inner)) return mapValues(inner, (one) => schemaOf(one, depth + 1));
    return anything(inner, depth + 1);
  });
}

function schemaOf(value: unknown, depth: number): unknown {
  if (!isObject(value) || depth > DEEPEST) return value;
  const schema = mapValues(value, (inner, key) => {
    if (ONE.has(key)) return schemaOf(inner, depth + 1);
    if (SEVERAL.has(key) && Array.isArray(inner)) return inner.map((one) => schemaOf(one, depth + 1));
    if (key === 'properties' && isObject(inner)) return mapValues(inner, (one) => schemaOf(one, depth + 1));
    return inner;
  });
  exclusive(schema, 'exclusiveMinimum', 'minimum');
  exclusive(schema, 'exclusiveMaximum', 'maximum');
  return nullable(schema);
}

/** `exclusiveMinimum: true` beside `minimum: 0` is `exclusiveMinimum: 0`. */
function exclusive(schema: Json, flag: string, limit: string): void {
  const wanted = schema[flag];
  if (typeof wanted !== 'boolean') return;
  delete schema[flag];
  if (!wanted || schema[limit] === undefined) return;
  schema[flag] = schema[limit];
  delete schema[limit];
}

/** Beside a type it adds one; beside a reference or a choice its author meant that null may come as well. */
function nullable(schema: Json): Json {
  const { nullable: wanted, ...rest } = schema;
  if (wanted === undefined) return schema;
  if (wanted !== true) return rest;
  const type = rest['type'] ?? (isObject(rest['properties']) ? 'object' : undefined);
  if (typeof type === 'string') {
    const values = rest['enum'];
    const enumerated = Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {};
    return { ...rest, type: [type, 'null'], ...enumerated };
  }
  const { description, ...own } = rest;
  return { ...(description === undefined ? {} : { description }), anyOf: [own, { type: 'null' }] };
}

function mapValues(value: Json, change: (inner: unknown, key: string) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]));
}
