// How many there are in all, as answers say it.
import { expect, it } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import { loadText } from '../testing/certify-fake.js';
import { totalIn } from './totals.js';

const total = (
  headers: string,
  properties: string,
  given: [string, string][],
  body: JsonValue,
  description = '',
): number | undefined => {
  const api = loadText(`openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /notes:
    get:
      description: ${JSON.stringify(description)}
      responses:
        '200':
          description: ok
          headers: ${headers}
          content: { application/json: { schema: { type: object, properties: ${properties} } } }
`);
  const [op] = api.operations;
  if (!op) throw new Error('no operation');
  return totalIn({ api, op }, { headers: given }, body);
};

it.each<[string, string, string, [string, string][], JsonValue, number | undefined]>([
  ['a documented header', '{ X-Total-Count: { schema: { type: integer } } }', '{}', [['x-total-count', '7']], [], 7],
  ['one that is not documented', '{}', '{}', [['x-total-count', '7']], [], undefined],
  ['the body', '{}', '{ total: { type: integer } }', [], { total: 7, items: [] }, 7],
  ['deeper', '{}', '{ meta: { properties: { totalCount: { type: integer } } } }', [], { meta: { totalCount: 7 } }, 7],
  [
    'what is described as that of all',
    '{}',
    '{ count: { type: integer, description: Total number of notes } }',
    [],
    { count: 3, items: [] },
    3,
  ],
  [
    'that of the page',
    '{}',
    '{ total: { type: integer, description: Number of entries on this page } }',
    [],
    { total: 1 },
    undefined,
  ],
  ['beside that of an entry', '{}', '{}', [], { total: 7, items: [{ total: 3 }] }, 7],
  ['that of an entry alone', '{}', '{}', [], { items: [{ total: 3 }, { id: 1 }] }, undefined],
  ['one of several', '{}', '{}', [], { total: 7, meta: { total: 3 } }, undefined],
])('%s', (_, headers, properties, given, body, wanted) => {
  expect(total(headers, properties, given, body)).toBe(wanted);
});

it.each([
  ['`count` is the total number of notes, `next` is the next page.', 7],
  ['`count` は該当するメモの総数。', 7],
  ['`count` is the number of notes on this page.', undefined],
  ['The total number of notes is limited.', undefined],
])('a count: %s', (description, wanted) => {
  expect(total('{}', '{ count: { type: integer } }', [], { count: 7, items: [] }, description)).toBe(wanted);
});
