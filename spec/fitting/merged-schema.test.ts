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
