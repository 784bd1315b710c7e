// Takes out of a value what only the other side may give: schemas show their examples for both directions.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { isMarked, type Mark } from '../one-way-properties.js';

/** What a request may have of a value: all but the properties that its schema calls `readOnly`, however deep. */
export function sendable(api: Api, schema: Schema, value: JsonValue): JsonValue {
  return without(api, 'readOnly', schema, value);
}

/** What an answer may have of a value: all but the properties that its schema calls `writeOnly`, however deep. */
export function answerable(api: Api, schema: Schema, value: JsonValue): JsonValue {
  return without(api, 'writeOnly', schema, value);
}

function without(api: Api, mark: Mark, schema: Schema, value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const parts = partsOf(api, schema);
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.items)?.items;
    return items ? value.map((one) => without(api, mark, items, one)) : value;
  }
  const properties = new Map(parts.flatMap((part) => Object.entries(part.properties ?? {})));
  const kept = Object.entries(value).flatMap(([name, inner]): [string, JsonValue][] => {
    const property = properties.get(name);
    if (property === undefined) return [[name, inner]];
    return isMarked(property, mark, api.resolve) ? [] : [[name, without(api, mark, property, inner)]];
  });
  return Object.fromEntries(kept);
}

/** A schema and what it is made of, references followed; of a choice the first, as examples have it. */
function partsOf(api: Api, schema: Schema, seen = new Set<Schema>()): Schema[] {
  const s = api.resolve(schema);
  if (seen.has(s)) return [];
  seen.add(s);
  const inner = [...(s.allOf ?? []), ...(s.oneOf ?? s.anyOf ?? []).slice(0, 1)];
  return [s, ...inner.flatMap((part) => partsOf(api, part, seen))];
}
