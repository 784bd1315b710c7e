// Finds the entity inside an answer, whatever it is wrapped in (`d.results`, `data`, a list): by the properties it must have.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';

export type JsonObject = { [key: string]: JsonValue };

/** Every object in a value that has all the given properties, outermost first; at most 10,000 values are looked at. */
export function objectsWith(value: JsonValue | undefined, properties: string[]): JsonObject[] {
  const found: JsonObject[] = [];
  for (const current of outermostFirst(value, 10_000))
    if (isObject(current) && properties.every((p) => Object.hasOwn(current, p))) found.push(current);
  return found;
}

/** A value and all inside it, the outermost first. @param most so many of them */
function* outermostFirst(value: JsonValue | undefined, most: number): Generator<JsonValue> {
  const queue: JsonValue[] = value === undefined ? [] : [value];
  for (let i = 0; i < queue.length; i++) {
    const current = queue[i] as JsonValue;
    yield current;
    if (typeof current !== 'object' || current === null) continue;
    for (const inner of Object.values(current)) {
      if (queue.length >= most) break;
      queue.push(inner);
    }
  }
}

/** What an OData entry says of itself. */
export function metadata(entry: JsonObject | undefined, name: string): string | undefined {
  const about = entry?.['__metadata'];
  const value = typeof about === 'object' && about !== null && !Array.isArray(about) ? about[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Whether two JSON values are equal; the order of keys does not matter. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => sameJson(value, (b as Record<string, unknown>)[key]))
  );
}

/** The object in a value that has the most of some properties, the outermost of equals; undefined where none has any. */
export function likestObject(value: JsonValue | undefined, properties: string[]): JsonObject | undefined {
  let best: { object: JsonObject; has: number } | undefined;
  for (const object of objectsWith(value, [])) {
    const has = properties.filter((p) => Object.hasOwn(object, p)).length;
    if (has > (best?.has ?? 0)) best = { object, has };
  }
  return best?.object;
}

/** A property that did not come back as it was sent. */
export interface Difference {
  property: string;
  wanted: unknown;
  found: unknown;
}

/** First difference between what was sent and what came back. */
export function firstDifference(sent: Record<string, unknown>, entity: JsonObject): Difference | undefined {
  for (const [property, wanted] of Object.entries(sent))
    if (Object.hasOwn(entity, property) && !keeps(wanted, entity[property]))
      return { property, wanted, found: entity[property] };
  return undefined;
}

/** Members of the first list in an answer; the answer itself where there is none. */
export function membersOf(value: JsonValue | undefined): JsonValue[] {
  return listIn(value) ?? (value === undefined ? [] : [value]);
}

/** The first list in an answer, the outermost. */
export function listIn(value: JsonValue | undefined): JsonValue[] | undefined {
  for (const current of outermostFirst(value, 1000)) if (Array.isArray(current)) return current;
  return undefined;
}

/** Whether a value came back: a server may add members to what it was sent, and write a time in another form. */
function keeps(sent: unknown, found: unknown): boolean {
  if (sameJson(sent, found) || sameInstant(sent, found)) return true;
  if (typeof sent !== 'object' || typeof found !== 'object' || sent === null || found === null) return false;
  if (Array.isArray(sent)) return Array.isArray(found) && sent.length === found.length && sameMembers(sent, found);
  return (
    !Array.isArray(found) &&
    Object.entries(sent).every(
      ([name, value]) => !Object.hasOwn(found, name) || keeps(value, (found as Record<string, unknown>)[name]),
    )
  );
}

/** Many servers keep a list as a set: its order is not promised. */
function sameMembers(sent: unknown[], found: unknown[]): boolean {
  if (sent.every((one, i) => keeps(one, found[i]))) return true;
  const left = [...found];
  return sent.every((one) => {
    const at = left.findIndex((other) => keeps(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** RFC 3339 times that are the same moment. */
const TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

function sameInstant(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || !TIME.test(one) || !TIME.test(other)) return false;
  return Date.parse(one) === Date.parse(other);
}
