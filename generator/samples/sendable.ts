// Takes out of a value what only the server may give: schemas show their examples for both directions.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { isMarked } from '../one-way-properties.js';

/** The value without the properties that its schema calls `readOnly`, however deep they stand. */
export function sendable(api: Api, schema: Schema, value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const parts = partsOf(api, schema);
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.items)?.items;
    return items ? value.map((one) => sendable(api, items, one)) : value;
  }
  const properties = new Map(parts.flatMap((part) => Object.entries(part.properties ?? {})));
  const kept = Object.entries(value).flatMap(([name, inner]): [string, JsonValue][] => {
    const property = properties.get(name);
    if (property === undefined) return [[name, inner]];
    return isMarked(property, 'readOnly', api.resolve) ? [] : [[name, sendable(api, property, inner)]];
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
