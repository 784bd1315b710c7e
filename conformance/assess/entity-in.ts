// Finds the entity inside an answer, whatever it is wrapped in (`d.results`, `data`, a list): by the properties it must have.
import type { JsonValue } from '../../spec/contract/api.js';

export type JsonObject = { [key: string]: JsonValue };

/** Every object in a value that has all the given properties, outermost first; at most 10,000 values are looked at. */
export function objectsWith(value: JsonValue | undefined, properties: string[]): JsonObject[] {
  const found: JsonObject[] = [];
  const queue: JsonValue[] = value === undefined ? [] : [value];
  for (let i = 0; i < queue.length && i < 10_000; i++) {
    const current = queue[i];
    if (Array.isArray(current)) queue.push(...current);
    else if (typeof current === 'object' && current !== null) {
      if (properties.every((p) => Object.hasOwn(current, p))) found.push(current);
      queue.push(...Object.values(current));
    }
  }
  return found;
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

/** First difference between what was sent and what came back: property, wanted, found. */
export function firstDifference(
  sent: Record<string, unknown>,
  entity: JsonObject,
): { property: string; wanted: unknown; found: unknown } | undefined {
  for (const [property, wanted] of Object.entries(sent))
    if (Object.hasOwn(entity, property) && !sameJson(wanted, entity[property]))
      return { property, wanted, found: entity[property] };
  return undefined;
}

/** Members of the first list in an answer; the answer itself where there is none. */
export function membersOf(value: JsonValue | undefined): JsonValue[] {
  const queue: JsonValue[] = value === undefined ? [] : [value];
  for (let i = 0; i < queue.length && i < 1000; i++) {
    const current = queue[i];
    if (Array.isArray(current)) return current;
    if (typeof current === 'object' && current !== null) queue.push(...Object.values(current));
  }
  return queue.slice(0, 1);
}
