// When a thing was made and when it was changed, as its own properties say: the one stays, the other goes on. Pure.
import type { JsonObject } from './entity-in.js';

/** Names of properties that say when something was made. */
export const MADE = /^_*(?:published|created|creation)(?:_?(?:at|on|date|time|timestamp))?$/i;
const CHANGED =
  /^_*(?:updated|modified|changed|last_?(?:updated|modified|changed))(?:_?(?:at|on|date|time|timestamp))?$/i;

export interface DateFinding {
  id: string;
  property: string;
  ok: boolean;
  expected: string;
  actual: string;
}

/**
 * @param sent what the change sent: a date that a client may set says what the client wants
 * @param apart at least so many milliseconds went by between the two: the date of the change is later, where its form
 *   shows them
 */
export function dateFindings(
  before: JsonObject,
  after: JsonObject,
  sent: Record<string, unknown>,
  apart: number,
): DateFinding[] {
  return Object.entries(before).flatMap(([name, then]): DateFinding[] => {
    const old = instant(then);
    const now = instant(after[name]);
    if (!old || !now || Object.hasOwn(sent, name)) return [];
    // One of the two may be less exact: a server that keeps seconds may still answer a create with what its clock said.
    const unsure = Math.max(old.unsure, now.unsure);
    if (MADE.test(name)) {
      const ok = Math.abs(old.at - now.at) <= unsure;
      return [
        { id: 'date-stays', property: name, ok, expected: `${name} as before, ${then}`, actual: `${after[name]}` },
      ];
    }
    if (!CHANGED.test(name)) return [];
    const later = apart > unsure;
    const ok = later ? now.at > old.at : now.at >= old.at - unsure;
    const expected = `${name} ${later ? 'later than' : 'not earlier than'} ${then}`;
    return [{ id: 'date-goes-on', property: name, ok, expected, actual: `${after[name]}` }];
  });
}

/** Milliseconds after which a date that shows them is another; one that shows seconds alone is after more than a second. */
export const LATER = { exact: 20, seconds: 1_100 };

/** How long to wait before a change, so that its date is another than what an object says now. */
export function apartFor(thing: JsonObject | undefined, names: Iterable<string>): number {
  const dates = [...names].flatMap((name) => (CHANGED.test(name) ? (instant(thing?.[name]) ?? []) : []));
  return dates.some(({ unsure }) => unsure >= LATER.exact) ? LATER.seconds : LATER.exact;
}

/** Milliseconds by which two answers about one state of a thing may give the time of its last change differently. */
const WRITTEN = 1000;

/**
 * Of two answers: the date of making is the same in either.
 *
 * @param changed something was written in between; otherwise the date of change is the same, too
 */
export function sameDates(one: JsonObject, other: JsonObject, changed = false): DateFinding[] {
  return Object.entries(one).flatMap(([property, then]): DateFinding[] => {
    const made = MADE.test(property);
    const old = instant(then);
    const now = instant(other[property]);
    if (!old || !now || !(made || (!changed && CHANGED.test(property)))) return [];
    const unsure = Math.max(old.unsure, now.unsure, made ? 0 : WRITTEN);
    const ok = Math.abs(old.at - now.at) <= unsure;
    return [
      { id: 'date-same', property, ok, expected: `${property} as it was told, ${then}`, actual: `${other[property]}` },
    ];
  });
}

/**
 * What is made under the name of something that was deleted says another time of its making.
 *
 * @param names of the properties that say it
 * @param apart so many milliseconds went by between the two
 */
export function anewFindings(
  before: JsonObject,
  after: JsonObject,
  names: Iterable<string>,
  apart: number,
): DateFinding[] {
  return [...names].flatMap((property): DateFinding[] => {
    const [old, now] = [instant(before[property]), instant(after[property])];
    if (!old || !now || apart <= Math.max(old.unsure, now.unsure)) return [];
    const expected = `${property} later than ${before[property]}, when another one of the name was made`;
    return [{ id: 'date-anew', property, ok: now.at > old.at, expected, actual: `${after[property]}` }];
  });
}

/** A date of OData's JSON, or of RFC 3339, and by how many milliseconds the real one may differ. */
export function instant(value: unknown): { at: number; unsure: number } | undefined {
  if (typeof value !== 'string') return undefined;
  const milliseconds = /^\/Date\((-?\d{1,16})(?:[+-]\d{1,4})?\)\/$/.exec(value)?.[1];
  if (milliseconds !== undefined) return { at: Number(milliseconds), unsure: /000$/.test(milliseconds) ? 1000 : 0 };
  if (!/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  return { at: Date.parse(value), unsure: /\.(?!000)\d{3}/.test(value) ? 1 : 1000 };
}
