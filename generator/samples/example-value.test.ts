// Values that samples show: ajv is the judge of what fits.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Schema } from '../../spec/contract/api.js';
import { apiOf } from '../../spec/contract/load.js';
import { exampleValue } from './example-value.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const typed = (name: string): Schema => ({ properties: { [name]: { type: 'integer' } } });
const tag = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } };
const wide = (depth: number): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [`p${n}`, depth === 0 ? { type: 'string' } : wide(depth - 1)]),
  ),
});

const schemas: Record<string, Schema> = {
  Row: {
    type: 'object',
    required: ['kind', 'parts'],
    properties: { kind: { const: 'row' }, parts: { type: 'array', items: ref('Part') } },
  },
  Button: { type: 'object', required: ['kind'], properties: { kind: { const: 'button' } } },
  Part: { oneOf: [ref('Row'), ref('Button')], discriminator: { propertyName: 'kind' } },
  Book: {
    type: 'object',
    required: ['title', 'parent'],
    properties: {
      title: { type: 'string' },
      sequel: { allOf: [ref('Book')], description: 'The next one' },
      other: { anyOf: [ref('Book'), { type: 'null' }] },
      parent: { anyOf: [ref('Book'), { type: 'null' }] },
    },
  },
  Cat: { allOf: [tag, typed('lives')] },
  Dog: { allOf: [tag, typed('bark')] },
};
const api = apiOf({ openapi: '3.1.0', info: {}, paths: {}, components: { schemas } });

test.each<[Schema, unknown]>([
  [{ type: 'string', pattern: '^[a-z]{3}$' }, expect.any(String)],
  [{ allOf: [{ type: 'string' }, { minLength: 12, maxLength: 12 }] }, 'value1xxxxxx'],
  [{ type: 'integer', exclusiveMinimum: 4, multipleOf: 5 }, 5],
  [{ type: 'array', minItems: 3, uniqueItems: true, items: { type: 'integer' } }, expect.any(Array)],
  [{ type: 'array', maxItems: 0, items: { type: 'integer' } }, []],
  [ref('Part'), { kind: 'row', parts: [] }],
  [{ oneOf: [{ type: 'null' }, ref('Button')] }, { kind: 'button' }],
  [ref('Book'), { title: 'title1', parent: null }],
  [
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: { type: 'boolean' } },
    ['value1', 1],
  ],
  [{ type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string', enum: ['a', 'b', 'c'] } }, ['a', 'b']],
  [{ type: 'array', items: { type: 'string', format: 'duration' } }, ['P1D']],
  [{ type: 'object', required: ['n'], additionalProperties: { type: 'integer' } }, { n: 1 }],
  [
    { type: 'object', allOf: [typed('a'), { required: ['a', 'b'] }] },
    { a: 1, b: 'b1' },
  ],
  [
    { properties: { id: { type: 'integer' } }, anyOf: [typed('a'), typed('b')] },
    { id: 1, a: 1 },
  ],
])('%j', (schema, wanted) => {
  const value = exampleValue(api, schema);
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  expect(ajv.validate({ ...schema, components: { schemas } }, value), JSON.stringify(value)).toBe(true);
  expect(value).toEqual(wanted);
});

test('a choice says which it is', () => {
  const mapping = { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' };
  const pet = { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', mapping } };
  expect(exampleValue(api, pet)).toEqual({ kind: 'cat', lives: 1 });
});

test('a required name that YAML reads as a number is one of a property', () => {
  expect(exampleValue(api, { type: 'object', required: [1 as unknown as string] })).toEqual({ 1: '11' });
});

test('a sample is of a size that people read', () => {
  expect(JSON.stringify(exampleValue(api, wide(4))).length).toBeLessThan(20_000);
  const pair = (depth: number): Schema =>
    depth === 0 ? {} : { required: ['a', 'b'], properties: { a: pair(depth - 1), b: pair(depth - 1) } };
  expect(JSON.stringify(exampleValue(api, pair(16))).length).toBeLessThan(400_000);
});
