// What a schema says, read off.
import { expect, it } from 'vitest';
import type { Schema } from '../contract/api.js';
import { loadApi } from '../contract/load.js';
import { mergedSchema } from './merged-schema.js';

const text =
  'openapi: 3.1.0\ninfo: { title: a, version: "1" }\ncomponents: { schemas: { Kind: { type: string, enum: [a, b], title: Kind } } }\n';
const { api } = loadApi(text, 'a.yaml');

it.each<[string, Schema, Schema]>([
  [
    'one type or null',
    { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }], title: 'T' },
    { type: ['string', 'null'], maxLength: 5, title: 'T' },
  ],
  [
    'what a reference names, or null',
    { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Kind' }] },
    { type: ['string', 'null'], enum: ['a', 'b', null], title: 'Kind' },
  ],
])('%s has null among its types', (_, schema, wanted) => expect(api && mergedSchema(api, schema)).toEqual(wanted));

it.each<[string, Schema]>([
  ['of two types', { anyOf: [{ type: 'string' }, { type: 'integer' }] }],
  ['of two types or null', { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] }],
  ['of anything or null', { anyOf: [{}, { type: 'null' }] }],
  ['of one value or null', { anyOf: [{ type: 'string', const: 'a' }, { type: 'null' }] }],
])('a choice %s stays one', (_, schema) => expect(api && mergedSchema(api, schema)).toEqual(schema));

it('what names itself, and what many name again, is looked at once', () => {
  const six = (name: string): Schema[] => Array.from({ length: 6 }, () => ({ $ref: `#/components/schemas/${name}` }));
  const own = (name: string): Schema => ({ type: 'object', properties: { [name]: { type: 'string' } } });
  const chain = Array.from({ length: 30 }, (_, i) => [`C${i}`, { allOf: [...six(`C${i + 1}`), own(`p${i}`)] }]);
  const schemas = { ...Object.fromEntries(chain), C30: own('last'), Self: { allOf: [...six('Self'), own('a')] } };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, components: { schemas } };
  const loaded = loadApi(JSON.stringify(spec), 'a.json').api;
  const merged = (name: string): Schema | undefined =>
    loaded && mergedSchema(loaded, { $ref: `#/components/schemas/${name}` });
  expect(Object.keys(merged('C0')?.properties ?? {})).toHaveLength(31);
  expect(Object.keys(merged('Self')?.properties ?? {})).toEqual(['a']);
});

it.each([true, false])('the schema %s has no keywords to merge', (schema) => {
  expect(api && mergedSchema(api, schema as unknown as Schema)).toBe(schema);
});
