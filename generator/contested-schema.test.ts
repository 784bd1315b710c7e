// Where a page contradicts itself, its schema takes both sides; all else stays as strict as it was.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Schema } from '../spec/contract/api.js';
import { contestedSchema } from './contested-schema.js';

const named: Schema = {
  type: 'object',
  required: ['Url'],
  additionalProperties: false,
  properties: { Url: { type: 'string' } },
};
const list: Schema = {
  type: 'object',
  properties: {
    d: {
      type: 'object',
      properties: { results: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } } },
    },
  },
};
const two: Schema = {
  type: 'object',
  required: ['a', 'b'],
  properties: { a: { type: 'string' }, b: { type: 'integer' } },
};
const contested = (
  pointer: string,
  table: string,
  sample: string,
): { pointer: string; table: string; sample: string; diagnostic: string } => ({
  pointer,
  table,
  sample,
  diagnostic: 'sample/sample-contradicts-table',
});

test.each([
  [named, [contested('/Url', 'Url', 'uri')], { uri: 'x' }, true],
  [named, [contested('/Url', 'Url', 'uri')], { Url: 'x' }, true],
  [named, [contested('/Url', 'Url', 'uri')], { other: 'x' }, false],
  [named, [contested('/Url', 'Url', 'uri')], { uri: 1 }, false],
  [named, [], { uri: 'x' }, false],
  [list, [contested('/d/results', 'array', 'object')], { d: { results: { n: 1 } } }, true],
  [list, [contested('/d/results', 'array', 'object')], { d: { results: [{ n: 1 }] } }, true],
  [list, [contested('/d/results', 'array', 'object')], { d: { results: 'x' } }, false],
  [list, [contested('/d/results/0/n', 'integer', 'string')], { d: { results: [{ n: '1' }] } }, true],
  [list, [contested('/d/results/0/n', 'integer', 'string')], { d: { results: [{ n: true }] } }, false],
  [list, [contested('/d/results/n', 'integer', 'string')], { d: { results: [{ n: '1' }] } }, true],
  [two, [contested('/a', 'a', 'x'), contested('/b', 'b', 'y')], { x: 'x', b: 1 }, true],
  [two, [contested('/a', 'a', 'x'), contested('/b', 'b', 'y')], { x: 'x', y: 1 }, true],
  [two, [contested('/a', 'a', 'x'), contested('/b', 'b', 'y')], { x: 'x', y: 'y' }, false],
  [list, [contested('/no/such/place', 'a', 'b')], { d: { results: 1 } }, false],
])('%j contested %j: %j is %s', (schema, places, value, valid) => {
  const wide = contestedSchema(schema, places, (s) => s);
  expect(new Ajv2020({ strict: false }).validate(wide, value)).toBe(valid);
});
