// Values made for schemas: ajv is the judge of what fits.
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../contract/api.js';
import { loadApi } from '../contract/load.js';
import { fittingText } from './fitting-text.js';
import { fittingValue } from './fitting-value.js';

const load = createRequire(import.meta.url);
const { Ajv2020 } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
const formats = load('ajv-formats') as { default: (ajv: unknown) => void };
const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
formats.default(ajv);

const { api } = loadApi('openapi: 3.1.0\ninfo: { title: T, version: "1" }\n', 't.yaml');
if (!api) throw new Error('no contract');

test.each<Schema>([
  { type: 'integer', minimum: 5 },
  { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 2 },
  { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  { type: 'number', exclusiveMinimum: 0, maximum: 100, multipleOf: 0.01 },
  { type: 'number', minimum: 0.1, maximum: 0.3, multipleOf: 0.25 },
  { type: 'integer', maximum: -3, multipleOf: 5 },
  { minimum: 4, maximum: 6 },
  { type: 'string', minLength: 12 },
  { type: 'string', maxLength: 3 },
  { type: 'string', pattern: '^[A-Z]{2}-[0-9]{4}$' },
  { type: 'string', pattern: '^(?:red|green)-\\d+$', minLength: 9 },
  { type: 'string', pattern: '^#[0-9a-f]{6}$' },
  { type: 'string', pattern: '^[^\\s/]+@[\\w.-]+\\.[a-z]{2,}$' },
  { type: 'string', pattern: '^(?=.*\\d)[a-z\\d]{8,}$' },
  { type: 'string', pattern: '^\\p{Lu}\\u0061\\x62\\/$' },
  { type: 'string', pattern: '[0-9]', minLength: 8, maxLength: 8 },
  { type: 'string', pattern: '^\\+?[1-9]\\d{1,14}$' },
  { type: 'string', format: 'uuid' },
  { type: 'string', format: 'date-time' },
  { type: ['string', 'null'], format: 'email' },
  { type: 'array', items: { type: 'string' }, minItems: 3, uniqueItems: true },
  { type: 'array', items: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } }, minItems: 150 },
  { type: 'array', items: { type: 'integer', minimum: 1 }, minItems: 2, uniqueItems: true },
  { type: 'object', required: ['a'], properties: { a: { type: 'boolean' }, b: { type: 'string' } } },
  { allOf: [{ type: 'object', properties: { n: { type: 'string', minLength: 9 } } }, { required: ['n'] }] },
  { allOf: [{ type: 'integer', minimum: 3 }, { minimum: 7, maximum: 20 }, { maximum: 8 }] },
  { oneOf: [{ type: 'null' }, { type: 'object', required: ['k'], properties: { k: { const: 'x' } } }] },
  { enum: ['a', 'b'] },
])('%j has a value, with a seed as well', (schema) => {
  for (const seed of ['', 'one', 'two']) {
    const value = fittingValue(api, schema, seed);
    expect([value, ajv.validate(schema, value)]).toEqual([value, true]);
  }
});

test('lists in lists without end are cut', () => {
  const list = (items: Schema, left: number): Schema =>
    left === 0 ? items : { type: 'array', minItems: 1_000_000, items: list(items, left - 1) };
  expect(JSON.stringify(fittingValue(api, list({ type: 'string' }, 6))).length).toBeLessThan(1_100_000);
});

describe('a seed', () => {
  test.each<Schema>([
    { type: 'string', pattern: '^[A-Z]{2}-[0-9]{4}$' },
    { type: 'string' },
    { type: 'string', format: 'uuid' },
    { type: 'integer', minimum: 1 },
  ])('gives another value of %j, the same for the same', (schema) => {
    expect(fittingValue(api, schema, 'r1')).not.toBe(fittingValue(api, schema, 'r2'));
    expect(fittingValue(api, schema, 'r1')).toBe(fittingValue(api, schema, 'r1'));
  });
});

test.each([
  ['^(a)\\1$', {}],
  ['^a{3}$', { maxLength: 2 }],
  ['^(?!x)x$', {}],
  ['(', {}],
])('of %s no text is made up', (pattern, limits) => expect(fittingText({ pattern, ...limits })).toBeUndefined());

test('the branch of a choice carries its tag', () => {
  const text = `openapi: 3.1.0
info: { title: T, version: '1' }
components:
  schemas:
    Pay: { oneOf: [{ $ref: '#/components/schemas/Card' }], discriminator: { propertyName: kind, mapping: { card: '#/components/schemas/Card' } } }
    Card: { type: object, required: [kind], properties: { kind: { type: string }, id: { type: string, readOnly: true } } }
`;
  const spec = loadApi(text, 't.yaml').api;
  expect(spec && fittingValue(spec, { $ref: '#/components/schemas/Pay' })).toEqual({ kind: 'card' });
});
