// Changes every schema of a part of a document.
import { isObject } from '../../spec/is-object.js';

type Json = Record<string, unknown>;

/** Members that hold data, never schemas. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** Members that hold schemas by names, which may be any word. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

/** A copy to whose every object, be it a schema or around one, `change` has been applied: outer ones first. */
export function mapSchemas(value: unknown, change: (schema: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((one) => mapSchemas(one, change));
  if (!isObject(value)) return value;
  return mapValues(change(value), (inner, key) => {
    if (DATA.has(key)) return inner;
    return NAMED.has(key) && isObject(inner)
      ? mapValues(inner, (one) => mapSchemas(one, change))
      : mapSchemas(inner, change);
  });
}

export function mapValues(value: Json, change: (inner: unknown, key: string) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]));
}
