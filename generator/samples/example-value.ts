// Makes a value that shows what a schema is like, for operations that no documented command shows.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { patternTest } from '../../spec/contract/pattern.js';
import { fitsNumber, fittingNumber } from '../../spec/fitting/fitting-number.js';
import { fittingText } from '../../spec/fitting/fitting-text.js';
import { fittingValue, tagged, typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';

const DEPTH = 6;

/** Values of a sample: then no more properties are shown but those that are required. */
const MOST_VALUES = 300;
/** Values that are required beyond them: then what is left out is missing, as nobody reads a sample of megabytes. */
const MOST_REQUIRED = 10_000;

/** What is made, and how many more values it may have. */
interface Making {
  api: Api;
  left: number;
}

/**
 * The schema's own example where it has one, else the plainest value that fits and shows every property: `fittingValue`,
 * which tests send, has as little as may be.
 */
export function exampleValue(api: Api, schema: Schema, name = 'value'): JsonValue {
  return valueFor({ api, left: MOST_VALUES }, schema, name, []);
}

/**
 * @param around schemas that this one stands in, outermost first: one that contains itself is not entered again
 * @param isPart whether it is a part of another, which knows better what is required
 */
function valueFor(making: Making, schema: Schema, name: string, around: readonly Schema[], isPart = false): JsonValue {
  const { api } = making;
  const s = api.resolve(schema);
  making.left--;
  const given = ownExample(s);
  if (given !== undefined) return given;
  if (around.includes(s) || around.length > 3 * DEPTH || making.left < -MOST_REQUIRED) return emptyValue(s);
  const within = [...around, s];
  const merged = mergedSchema(api, s);
  const whole = (value: JsonValue): JsonValue => (isPart ? value : withRequired(making, merged, value, within));
  if (s.allOf && typeOf(merged) === 'object') return whole(allOf(making, s, name, within));
  const choices = s.oneOf ?? s.anyOf ?? [];
  const open = choices.filter((one) => !isAround(making, one, within));
  const branch = open.find((one) => api.resolve(one).type !== 'null') ?? open[0] ?? choices[0];
  if (branch) return whole(branchValue(making, s, branch, name, within));
  const type = Array.isArray(merged.type) ? (merged.type.find((t) => t !== 'null') ?? 'null') : typeOf(merged);
  if (type === 'object') return whole(objectExample(making, s, within));
  if (type === 'array') return arrayExample(making, merged, name, within);
  if (type === 'integer' || type === 'number') return number(merged);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return text(merged, name);
}

/** Whether a value of the schema has to be one of a schema that it stands in: a value of that would never end. */
function isAround(making: Making, schema: Schema, around: readonly Schema[], depth = 0): boolean {
  const s = making.api.resolve(schema);
  if (around.includes(s) || depth > DEPTH) return true;
  const is = (part: Schema): boolean => isAround(making, part, around, depth + 1);
  const choices = (s.oneOf ?? s.anyOf ?? []).filter((one) => making.api.resolve(one).type !== 'null');
  return s.allOf?.some(is) === true || (choices.length > 0 && choices.every(is));
}

/** What is demanded without being described, or by another part of the schema than that which describes it. */
function withRequired(making: Making, s: Schema, value: JsonValue, within: readonly Schema[]): JsonValue {
  if (!isObject<JsonValue>(value)) return value;
  const { additionalProperties: other } = s;
  // A name that YAML reads as a number (`+1`) is one of a property all the same.
  for (const key of (s.required ?? []).map(String)) {
    if (Object.hasOwn(value, key)) continue;
    const described = s.properties && Object.hasOwn(s.properties, key) ? s.properties[key] : undefined;
    const schema = described ?? (isObject(other) ? (other as Schema) : {});
    define(value, key, valueFor(making, schema, key, within));
  }
  return value;
}

function branchValue(making: Making, s: Schema, branch: Schema, name: string, within: readonly Schema[]): JsonValue {
  const value = tagged(making.api, s, branch, valueFor(making, branch, name, within));
  if (!s.properties || !isObject<JsonValue>(value)) return value;
  return { ...(objectExample(making, s, within) as object), ...value };
}

function arrayExample(making: Making, s: Schema, name: string, within: readonly Schema[]): JsonValue {
  const least = Math.min(Number(s['minItems'] ?? 0), 20);
  const items = s.items;
  const places = s['prefixItems'];
  if (Array.isArray(places) && places.length > 0)
    return (places as Schema[]).map((place) => valueFor(making, place, name, within));
  if (!items || s['maxItems'] === 0) return [];
  const isTooDeep = within.length > DEPTH || making.left < 0 || isAround(making, items, within);
  if (isTooDeep && least === 0) return [];
  const first = valueFor(making, items, name, within);
  const values = making.api.resolve(items).enum ?? [];
  const others = Array.from({ length: Math.max(0, least - 1) }, (_, index) =>
    s['uniqueItems'] === true ? (values[index + 1] ?? fittingValue(making.api, items, String(index + 1))) : first,
  );
  return [first, ...others];
}

function number(s: Schema): number {
  const plain = s.minimum ?? Math.min(1, s.maximum ?? 1);
  return fitsNumber(s, plain) ? plain : (fittingNumber(s) ?? plain);
}

function emptyValue(s: Schema): JsonValue {
  const type = typeOf(s);
  return type === 'object' ? {} : type === 'array' ? [] : null;
}

function ownExample(s: Schema): JsonValue | undefined {
  const examples = s['examples'];
  return (s['example'] ?? (Array.isArray(examples) ? examples[0] : undefined) ?? s.const ?? s.default ?? s.enum?.[0]) as
    | JsonValue
    | undefined;
}

function allOf(making: Making, s: Schema, name: string, within: readonly Schema[]): JsonValue {
  const values = (s.allOf ?? []).map((part) => valueFor(making, part, name, within, true));
  if (s.properties) values.push(objectExample(making, s, within));
  const objects = values.filter((one) => isObject<JsonValue>(one));
  return objects.length > 0 ? Object.assign({}, ...objects) : (values[0] ?? null);
}

function objectExample(making: Making, s: Schema, within: readonly Schema[]): JsonValue {
  const out: { [key: string]: JsonValue } = {};
  const required = new Set(s.required ?? []);
  for (const [key, property] of Object.entries(s.properties ?? {})) {
    const isTooMuch = within.length > DEPTH || making.left < 0 || isAround(making, property, within);
    if (!required.has(key) && isTooMuch) continue;
    define(out, key, valueFor(making, property, key, within));
  }
  return out;
}

/** Assignment would do something else for `__proto__`. */
function define(into: { [key: string]: JsonValue }, key: string, value: JsonValue): void {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

const FORMATS: Record<string, string> = {
  date: '2025-01-31',
  'date-time': '2025-01-31T12:00:00Z',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'user@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  hostname: 'host.example',
  byte: 'ZG9jcHJvb2Y=',
};

function text(s: Schema, name: string): string {
  const format = FORMATS[s.format ?? ''];
  const plain = `${name.replace(/[^A-Za-z0-9]/g, '').toLowerCase() || 'value'}1`;
  const wanted = [format, plain, 'a1', 'A', '1', 'https://example.com/'].flatMap((v) =>
    v === undefined ? [] : [sized(v, s)],
  );
  const { pattern, minLength, maxLength } = s;
  const found = wanted.find((candidate) => matches(s, candidate));
  return found ?? fittingText({ pattern, minLength, maxLength }) ?? wanted[0] ?? plain;
}

function sized(value: string, s: Schema): string {
  const long = value.length < (s.minLength ?? 0) ? value.padEnd(Math.min(s.minLength ?? 0, 1024), 'x') : value;
  return s.maxLength !== undefined && long.length > s.maxLength ? long.slice(0, s.maxLength) : long;
}

/** A pattern that can't be used fits all. */
function matches(s: Schema, candidate: string): boolean {
  return typeof s.pattern !== 'string' || patternTest(s.pattern)?.(candidate) !== false;
}
