// Takes out of a value what only the other side may give: schemas show their examples for both directions.
import type { Api, JsonValue, Schema } from '../contract/api.js';
import { isMarked, type Mark } from '../contract/one-way.js';
import { pointerPart } from '../json-pointer.js';
import { formOf } from './form-of.js';

/** What a request may have of a value: all but the properties that its schema calls `readOnly`, however deep. */
export function sendable(api: Api, schema: Schema, value: JsonValue): JsonValue {
  return without(api, 'readOnly', schema, value);
}

/** What an answer may have of a value: all but the properties that its schema calls `writeOnly`, however deep. */
export function answerable(api: Api, schema: Schema, value: JsonValue): JsonValue {
  return without(api, 'writeOnly', schema, value);
}

/** JSON pointers of the members of a value that its schema calls so, however deep; inside one of them none. */
export function marked(api: Api, mark: Mark, schema: Schema, value: JsonValue, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = partsOf(api, schema, value);
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.items)?.items;
    return items ? value.flatMap((one, i) => marked(api, mark, items, one, `${at}/${i}`)) : [];
  }
  const properties = propertiesOf(parts);
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = properties.get(name);
    const pointer = `${at}/${pointerPart(name)}`;
    if (property === undefined) return [];
    return isMarked(property, mark, api.resolve) ? [pointer] : marked(api, mark, property, inner, pointer);
  });
}

function without(api: Api, mark: Mark, schema: Schema, value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const parts = partsOf(api, schema, value);
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.items)?.items;
    return items ? value.map((one) => without(api, mark, items, one)) : value;
  }
  const properties = propertiesOf(parts);
  const kept = Object.entries(value).flatMap(([name, inner]): [string, JsonValue][] => {
    const property = properties.get(name);
    if (property === undefined) return [[name, inner]];
    return isMarked(property, mark, api.resolve) ? [] : [[name, without(api, mark, property, inner)]];
  });
  return Object.fromEntries(kept);
}

function propertiesOf(parts: readonly Schema[]): ReadonlyMap<string, Schema> {
  return new Map(parts.flatMap((part) => Object.entries(part.properties ?? {})));
}

/** A schema and, of a choice, the form that the value has; where that cannot be told the first, as examples have it. */
function partsOf(api: Api, schema: Schema, value: JsonValue, depth = 0): Schema[] {
  const form = formOf(api, schema, value);
  const [first] = form.oneOf ?? form.anyOf ?? [];
  return [form, ...(first && depth < DEEPEST ? partsOf(api, first, value, depth + 1) : [])];
}

const DEEPEST = 8;
