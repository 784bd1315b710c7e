// Where a page contradicts itself both sides are accepted: a server never fails for it, and the relaxation is named.
import type { JsonValue } from '../../spec/contract/api.js';
import type { Contested } from '../../spec/contract/docproof.js';
import { valueAt } from '../../spec/json-pointer.js';
import type { Relaxation } from '../plan/story.js';
import type { SchemaError, Validator } from './schemas.js';

/**
 * Validates; where that fails at a contested place, tries the other side: one object instead of a list of it is looked
 * at as a list of one, and of anything else only what lies outside the place is judged.
 */
export function acceptContested(
  value: JsonValue,
  validate: Validator,
  contested: Contested[],
): { errors: SchemaError[]; relaxations: Relaxation[] } {
  let errors = validate(value);
  const relaxations: Relaxation[] = [];
  for (const place of contested) {
    if (errors.length === 0) break;
    const touched = errors.some((e) => inside(e.pointer, place.pointer));
    if (!touched) continue;
    const wrapped = wrapAt(value, place.pointer.split('/').slice(1));
    errors = wrapped === undefined ? errors.filter((e) => !inside(e.pointer, place.pointer)) : validate(wrapped);
    if (wrapped !== undefined) errors = errors.map((e) => ({ ...e, pointer: unwrapped(e.pointer, place.pointer) }));
    relaxations.push({
      id: 'contested-field',
      reason: `answer ${place.pointer}: the table says ${place.table}, the sample ${place.sample} (${place.diagnostic}); both are accepted`,
    });
  }
  return { errors, relaxations };
}

/**
 * Errors that the documented samples themselves have, every one of them: the documents contradict themselves there,
 * whether that was reported or not.
 */
export function acceptSamples(
  errors: SchemaError[],
  samples: JsonValue[],
  validate: Validator,
): { errors: SchemaError[]; relaxations: Relaxation[] } {
  const values = samples.map(lenient).filter((v) => typeof v === 'object' && v !== null);
  if (errors.length === 0 || values.length === 0) return { errors, relaxations: [] };
  const known = values.map((value) => new Set(validate(value).map(label)));
  const inAll = (error: SchemaError): boolean => known.every((set) => set.has(label(error)));
  const relaxations = errors.filter(inAll).map((error) => ({
    id: 'sample-contradicts-schema',
    reason: `answer ${error.pointer}: ${error.message}, says the table; the documented sample has it otherwise as well`,
  }));
  return { errors: errors.filter((e) => !inAll(e)), relaxations };
}

function label(error: SchemaError): string {
  return `${error.pointer} ${error.message}`;
}

/** A sample that is JSON but for raw line breaks inside its strings. */
function lenient(sample: JsonValue): JsonValue {
  if (typeof sample !== 'string') return sample;
  try {
    return JSON.parse(sample.replace(/[\r\n]+/g, '')) as JsonValue;
  } catch {
    return sample;
  }
}

/** Response tables say `string` of what nothing was given for: null is accepted for what a request may leave out. */
export function acceptNulls(
  errors: SchemaError[],
  value: JsonValue,
  nullable: Set<string>,
): { errors: SchemaError[]; relaxations: Relaxation[] } {
  const accepted = new Set<string>();
  const rest = errors.filter((error) => {
    const property = error.pointer.slice(error.pointer.lastIndexOf('/') + 1);
    if (!nullable.has(property) || valueAt(value, error.pointer) !== null) return true;
    accepted.add(property);
    return false;
  });
  const relaxations = [...accepted].map((property) => ({
    id: 'null-for-nothing',
    reason: `null is taken for ${property}: the documents name another type, and do not say that it always has a value`,
  }));
  return { errors: rest, relaxations };
}

function inside(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`) || parent(place) === pointer;
}

function parent(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function unwrapped(pointer: string, place: string): string {
  return pointer.startsWith(`${place}/0`) ? place + pointer.slice(place.length + 2) : pointer;
}

/** A copy in which the object at the path stands in a list; undefined where there is no object. */
function wrapAt(value: JsonValue, path: string[]): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const inner = value[key];
  const wrapped = inner === undefined ? undefined : wrapAt(inner, rest);
  return wrapped === undefined ? undefined : { ...value, [key]: wrapped };
}
