// Makes a value that fits a schema: what a request sends where the documents show none.
import type { Api, JsonValue, Schema } from '../contract/api.js';
import { isObject } from '../is-object.js';
import { demanded } from './demanded.js';
import { fittingNumber } from './fitting-number.js';
import { fittingText, randomFrom } from './fitting-text.js';
import { mergedSchema } from './merged-schema.js';
import { wellKnown } from './well-known.js';

const DEPTH = 8;

/** Characters of a list as JSON: lists in lists multiply, and nobody sends more. A list that needs more is too short. */
const LONGEST_LIST = 1_000_000;

/**
 * The schema's own example, default or first listed value, else the plainest one: of an object the required properties that
 * a request may have.
 *
 * @param name of the property that has it, where one does
 * @param seed another seed gives another value, where the schema leaves a choice and has no example
 */
export function fittingValue(api: Api, raw: Schema, seed = '', depth = 0, name = ''): JsonValue {
  const schema = mergedSchema(api, raw);
  const given = seed === '' ? ownExample(schema) : undefined;
  if (given !== undefined) return given;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum && schema.enum.length > 0) return schema.enum[randomFrom(seed)(schema.enum.length)] ?? null;
  const branches = (schema.oneOf ?? schema.anyOf)?.filter((b) => mergedSchema(api, b).type !== 'null');
  if (branches?.[0] && depth < DEPTH) return branchValue(api, schema, branches[0], seed, depth);
  switch (typeOf(schema)) {
    case 'integer':
    case 'number':
      return fittingNumber(schema, seed) ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return arrayOf(api, schema, seed, depth);
    case 'object':
      return objectOf(api, { schema, raw }, seed, depth);
    default:
      return (schema.format === undefined ? wellKnown(schema, seed, name) : undefined) ?? textOf(schema, seed);
  }
}

/** A text that a schema of type string allows; the plain word where none is found. */
export function textOf(schema: Schema, seed = ''): string {
  const { format, pattern, minLength, maxLength } = schema;
  const limits = { minLength, maxLength, pattern: typeof pattern === 'string' ? pattern : undefined };
  const ofFormat = format === undefined ? undefined : FORMATS[format]?.(seed);
  if (ofFormat !== undefined) return ofFormat;
  if (limits.pattern === undefined) {
    const length = Math.min(Math.max(minLength ?? 0, Math.min(6, maxLength ?? 6)), 4096);
    return seed === ''
      ? 'sample'.padEnd(length, 'e').slice(0, length)
      : (fittingText({ pattern: `^[a-z0-9]{${length || 1}}$` }, seed) ?? 'sample');
  }
  // A text with nothing in it says nothing.
  const some = { ...limits, minLength: Math.max(minLength ?? 0, 1) };
  return fittingText(some, seed) ?? fittingText(limits, seed) ?? 'sample';
}

function ownExample(schema: Schema): JsonValue | undefined {
  const examples = schema['examples'];
  const shown = schema['example'] ?? (Array.isArray(examples) ? examples[0] : undefined);
  if (shown !== undefined) return shown as JsonValue;
  return schema.const ?? (schema.default === null ? undefined : schema.default);
}

/** What a schema without a type speaks of, by its other keywords. */
export function typeOf(schema: Schema): string {
  const type = [schema.type].flat().find((t) => t !== undefined && t !== 'null');
  if (type !== undefined) return type;
  if (schema.type !== undefined) return 'null';
  if (schema.properties ?? schema.required) return 'object';
  if (schema.items) return 'array';
  const numeric = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
  return numeric.some((keyword) => schema[keyword] !== undefined) ? 'number' : 'string';
}

export function isNumeric(schema: Schema): boolean {
  return ['integer', 'number'].includes(typeOf(schema));
}

function branchValue(api: Api, schema: Schema, branch: Schema, seed: string, depth: number): JsonValue {
  const { oneOf: _one, anyOf: _any, ...beside } = schema;
  const value = fittingValue(api, { allOf: [beside, branch] }, seed, depth + 1);
  return tagged(api, schema, branch, value);
}

/** A branch's value that says which branch it is of, unless the branch says itself what its tag may be. */
export function tagged(api: Api, schema: Schema, branch: Schema, value: JsonValue): JsonValue {
  const tag = discriminatorOf(schema, branch);
  if (!tag || !isObject<JsonValue>(value)) return value;
  const own = mergedSchema(api, mergedSchema(api, branch).properties?.[tag.property] ?? {});
  const isForbidden = own.const !== undefined ? own.const !== tag.value : own.enum?.includes(tag.value) === false;
  return isForbidden ? value : { ...value, [tag.property]: tag.value };
}

/** How a branch is told apart: its name in the mapping, else the name of its schema (OpenAPI 3.2, 4.25). */
export function discriminatorOf(schema: Schema, branch: Schema): { property: string; value: string } | undefined {
  const { propertyName, mapping } = (schema['discriminator'] ?? {}) as { propertyName?: unknown; mapping?: unknown };
  const name = branch.$ref?.slice(branch.$ref.lastIndexOf('/') + 1);
  if (typeof propertyName !== 'string' || name === undefined) return undefined;
  const named = Object.entries(isObject<JsonValue>(mapping) ? mapping : {}).find(
    ([, to]) => to === branch.$ref || to === name,
  );
  return { property: propertyName, value: named?.[0] ?? name };
}

function arrayOf(api: Api, schema: Schema, seed: string, depth: number): JsonValue {
  const least = Number(schema['minItems'] ?? 0);
  if (depth >= DEPTH || least === 0) return [];
  const items = schema.items ?? {};
  const first = fittingValue(api, items, seed, depth + 1);
  const room = Math.floor(LONGEST_LIST / (JSON.stringify(first).length + 1));
  const rest = Array.from({ length: Math.min(least, Math.max(room, 1)) - 1 }, (_, i) => i + 1);
  const distinct = schema['uniqueItems'] === true || seed !== '';
  return [first, ...rest.map((i) => (distinct ? fittingValue(api, items, `${seed}${i}`, depth + 1) : first))];
}

function objectOf(api: Api, { schema, raw }: { schema: Schema; raw: Schema }, seed: string, depth: number): JsonValue {
  if (depth >= DEPTH) return {};
  const found: { [key: string]: JsonValue } = {};
  const add = (names: readonly string[]): void => {
    for (const name of names) {
      const property = schema.properties?.[name] ?? {};
      if (!mergedSchema(api, property)['readOnly'])
        Object.defineProperty(found, name, {
          value: fittingValue(api, property, seed === '' ? '' : `${seed}.${name}`, depth + 1, name),
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
  };
  add(schema.required ?? []);
  add(demanded(api, raw, found).filter((name) => !Object.hasOwn(found, name)));
  return found;
}

const FORMATS: Record<string, (seed: string) => string> = {
  uri: (seed) => `https://example.com/${seed}`,
  url: (seed) => `https://example.com/${seed}`,
  'uri-reference': (seed) => `/${seed}`,
  email: (seed) => `someone${seed.replace(/[^a-z0-9]/gi, '')}@example.com`,
  'idn-email': (seed) => `someone${seed.replace(/[^a-z0-9]/gi, '')}@example.com`,
  hostname: (seed) =>
    `host${seed
      .replace(/[^a-z0-9]/gi, '')
      .slice(0, 40)
      .toLowerCase()}.example`,
  uuid: (seed) =>
    seed === ''
      ? '00000000-0000-4000-8000-000000000000'
      : (fittingText({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$' }, seed) ?? ''),
  date: () => '2020-01-01',
  'date-time': () => '2020-01-01T00:00:00Z',
  time: () => '12:00:00Z',
  duration: () => 'P1D',
  ipv4: () => '192.0.2.1',
  ipv6: () => '2001:db8::1',
  byte: () => 'c2FtcGxl',
};
