// Schemas of OpenAPI 3.0 in today's words.
import { expect, test } from 'vitest';
import { loadApi } from './load.js';

const load = (schema: string, version = '3.0.3') =>
  loadApi(
    `openapi: ${version}\ninfo: { title: T, version: "1" }\ncomponents: { schemas: { S: ${schema} } }\n`,
    't.yaml',
  ).api;

test.each([
  ['{ type: string, nullable: true }', { type: ['string', 'null'] }],
  ['{ type: string, nullable: true, enum: [a] }', { type: ['string', 'null'], enum: ['a', null] }],
  ['{ type: string, nullable: false }', { type: 'string' }],
  ['{ type: number, minimum: 0, exclusiveMinimum: true }', { type: 'number', exclusiveMinimum: 0 }],
  ['{ type: number, maximum: 9, exclusiveMaximum: false }', { type: 'number', maximum: 9 }],
  ['{ nullable: true, allOf: [{ type: object }] }', { anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }] }],
  [
    '{ properties: { a: { nullable: true, properties: {} } } }',
    { properties: { a: { type: ['object', 'null'], properties: {} } } },
  ],
  [
    '{ type: array, items: { type: integer, nullable: true } }',
    { type: 'array', items: { type: ['integer', 'null'] } },
  ],
  ['{ type: object, example: { nullable: true } }', { type: 'object', example: { nullable: true } }],
  [
    '{ type: object, properties: { nullable: { type: string } } }',
    { type: 'object', properties: { nullable: { type: 'string' } } },
  ],
])('%s', (written, wanted) => expect(load(written)?.schemas['S']).toEqual(wanted));

test('the document stays as it was written, and 3.1 is today', () => {
  const old = '{ type: string, nullable: true }';
  expect(load(old)?.document['components']).toEqual({ schemas: { S: { type: 'string', nullable: true } } });
  expect(load(old, '3.1.0')?.schemas['S']).toEqual({ type: 'string', nullable: true });
});
