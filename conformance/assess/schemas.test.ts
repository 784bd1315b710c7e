// Answers against schemas: what ajv alone would say otherwise.
import { expect, test } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { schemasOf } from './schemas.js';

test('a property that is called as one that every object inherits is one like any other', () => {
  const api = loadText("openapi: 3.1.0\ninfo: { title: Races, version: '1' }\npaths: {}\n");
  const properties = { constructor: { type: 'string' }, toString: { type: 'string' } };
  const errors = schemasOf(api)({ type: 'object', properties, required: ['toString'] });
  expect(errors({ toString: 'a' })).toEqual([]);
  expect(errors({ constructor: 'a' })).toMatchObject([{ message: "must have required property 'toString'" }]);
});

const PIN = { pin: { type: 'string', writeOnly: true }, name: { type: 'string' } };

test.each([
  ['itself', { $ref: '#/components/schemas/Card' }],
  ['in one of its forms', { type: 'object', anyOf: [{ $ref: '#/components/schemas/Card' }, { required: ['iban'] }] }],
  ['deep inside', { type: 'object', allOf: [{ required: ['pin'] }, { properties: PIN }] }],
])('an answer needs nothing that only requests have: %s', (_, schema) => {
  const card = JSON.stringify({ type: 'object', required: ['pin', 'name'], properties: PIN });
  const errors = schemasOf(
    loadText(`openapi: 3.1.0
info: { title: Cards, version: '1' }
paths: {}
components: { schemas: { Card: ${card} } }
`),
  )(schema);
  expect(errors({ name: 'Ann' })).toEqual([]);
  expect(errors({ name: 7 })).not.toEqual([]);
});
