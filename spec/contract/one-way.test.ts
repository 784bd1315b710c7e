// Schemas without demands for what only the other way has.
import { expect, test } from 'vitest';
import type { Schema } from './api.js';
import { loadApi } from './load.js';
import { isMarked, oneWay } from './one-way.js';

const many = (name: string): Schema[] => Array.from({ length: 6 }, () => ({ $ref: `#/components/schemas/${name}` }));
const schemas: Record<string, Schema> = {
  Secret: { allOf: [{ $ref: '#/components/schemas/Hidden' }] },
  Hidden: { type: 'string', writeOnly: true },
  Card: {
    required: ['pin', 'name'],
    properties: { pin: { $ref: '#/components/schemas/Secret' }, name: { type: 'string' } },
  },
  Self: { allOf: [...many('Self'), { $ref: '#/components/schemas/Card' }], required: ['pin', 'owner'] },
};
const spec = { openapi: '3.1.0', info: { title: 'Cards', version: '1' }, components: { schemas } };
const { api } = loadApi(JSON.stringify(spec), 'a.json');
if (!api) throw new Error('the fixture is no contract');
const { resolve } = api;

test('an answer needs nothing that is marked for requests, by whatever it refers to', () => {
  expect(oneWay(schemas['Card'] as Schema, 'writeOnly', resolve).required).toEqual(['name']);
  expect(oneWay(schemas['Card'] as Schema, 'readOnly', resolve).required).toEqual(['pin', 'name']);
});

test('a schema that names itself again and again is looked at once', () => {
  expect(oneWay(schemas['Self'] as Schema, 'writeOnly', resolve).required).toEqual(['owner']);
  expect(isMarked({ $ref: '#/components/schemas/Self' }, 'writeOnly', resolve)).toBe(false);
});
