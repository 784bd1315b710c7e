// Makes a value that fits a schema, for operations that no documented command shows.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { patternTest } from '../../spec/contract/pattern.js';

const DEPTH = 6;

/**
 * The schema's own example where it has one, else the plainest value that fits.
 *
 * @param around schemas that this one stands in, outermost first: one that contains itself is not entered again
 */
export function exampleValue(api: Api, schema: Schema, name = 'value', around: readonly Schema[] = []): JsonValue {
  const s = api.resolve(schema);
  const given = ownExample(s);
  if (given !== undefined) return given;
  if (around.includes(s) || around.length > 3 * DEPTH) return emptyValue(s);
  const within = [...around, s];
  const depth = around.length;
  const branch = s.oneOf?.[0] ?? s.anyOf?.[0];
  if (s.allOf) return allOf(api, s, name, within);
  if (branch) return exampleValue(api, branch, name, within);
  const type = Array.isArray(s.type) ? (s.type.find((t) => t !== 'null') ?? 'null') : (s.type ?? guess(s));
  if (type === 'object') return objectExample(api, s, within);
  if (type === 'array') return depth >= DEPTH || !s.items ? [] : [exampleValue(api, s.items, name, within)];
  if (type === 'integer' || type === 'number') return s.minimum ?? Math.min(1, s.maximum ?? 1);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return text(s, name);
}

function emptyValue(s: Schema): JsonValue {
  const type = guess(s);
  return type === 'object' ? {} : type === 'array' ? [] : null;
}

function ownExample(s: Schema): JsonValue | undefined {
  const examples = s['examples'];
  return (s['example'] ?? (Array.isArray(examples) ? examples[0] : undefined) ?? s.const ?? s.default ?? s.enum?.[0]) as
    | JsonValue
    | undefined;
}

function guess(s: Schema): string {
  return s.properties
    ? 'object'
    : s.items
      ? 'array'
      : s.minimum !== undefined || s.maximum !== undefined
        ? 'number'
        : 'string';
}

function allOf(api: Api, s: Schema, name: string, within: readonly Schema[]): JsonValue {
  const values = (s.allOf ?? []).map((part) => exampleValue(api, part, name, within));
  if (s.properties) values.push(objectExample(api, s, within));
  const objects = values.filter((v) => typeof v === 'object' && v !== null && !Array.isArray(v));
  return objects.length > 0 ? Object.assign({}, ...objects) : (values[0] ?? null);
}

function objectExample(api: Api, s: Schema, within: readonly Schema[]): JsonValue {
  const out: { [key: string]: JsonValue } = {};
  const required = new Set(s.required ?? []);
  for (const [key, property] of Object.entries(s.properties ?? {})) {
    if (!required.has(key) && (within.length > DEPTH || within.includes(api.resolve(property)))) continue;
    Object.defineProperty(out, key, {
      value: exampleValue(api, property, key, within),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return out;
}

const FORMATS: Record<string, string> = {
  date: '2025-01-31',
  'date-time': '2025-01-31T12:00:00Z',
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
  const wanted = [format, plain, 'a1', 'A', '1', 'https://example.com/'].filter((v) => v !== undefined);
  return sized(wanted.find((candidate) => matches(s, candidate)) ?? wanted[0] ?? plain, s);
}

function sized(value: string, s: Schema): string {
  const long = value.length < (s.minLength ?? 0) ? value.padEnd(Math.min(s.minLength ?? 0, 1024), 'x') : value;
  return s.maxLength !== undefined && long.length > s.maxLength ? long.slice(0, s.maxLength) : long;
}

/** A pattern that can't be used fits all. */
function matches(s: Schema, candidate: string): boolean {
  return s.pattern === undefined || patternTest(s.pattern)?.(candidate.slice(0, 24)) !== false;
}
