// Request bodies: closed types, required properties, values that fit. What comes out can be stored.
import { DomainError } from '../model/catalogue.js';
import { type EntityType, propertyOf } from '../model/entity-types.js';
import type { Value } from '../model/values.js';

export type Values = Record<string, Value>;

/** Field that says which box an entity belongs to. */
const BOX = '_Box.Name';

/**
 * The properties that a body gives, checked.
 *
 * @param whole a create or replace: required properties must be there and the others get their defaults
 * @param given properties that the request's URL gives (the box of `Box('box1')/_Role`); a body may name another box, which
 *   counts for nothing, but no other relation
 */
export function readEntityBody(type: EntityType, body: unknown, whole: boolean, given: Values = {}): Values {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new DomainError('PR400-OD-0001');
  const source: Record<string, unknown> = { ...body };
  for (const [name, value] of Object.entries(given)) {
    const named = source[name] ?? null;
    if (named !== null && name === BOX) propertyOf(type, name)?.check(named, name);
    else if (named !== null && named !== value) throw new DomainError('PR400-OD-0006', name);
    source[name] = value;
  }
  for (const name of Object.keys(source)) if (!propertyOf(type, name)) throw new DomainError('PR400-OD-0007', name);
  const values: Values = {};
  for (const property of type.properties) {
    const isGiven = Object.hasOwn(source, property.name);
    if (!isGiven && !whole) continue;
    const value = (isGiven ? source[property.name] : null) ?? null;
    if (value === null) {
      if (property.required) throw new DomainError('PR400-OD-0009', property.name);
      values[property.name] = property.fallback ?? null;
      continue;
    }
    property.check(value, property.name);
    values[property.name] = value as Value;
  }
  return values;
}

/** Lower-case words between single spaces: what full-text search looks at. */
export function wordsOf(values: Iterable<Value>): string {
  const words = [...values].filter((value) => value !== null).flatMap((value) => splitWords(String(value)));
  return words.length > 0 ? ` ${words.join(' ')} ` : '';
}

/** Words of ASCII letters and digits; characters beyond ASCII stay together. */
export function splitWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9\u0080-\uffff]+/)
    .filter((word) => word !== '');
}
