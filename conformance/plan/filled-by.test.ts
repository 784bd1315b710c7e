// What an action fills and empties.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { filledBy } from './filled-by.js';
import { modelOf } from './model.js';

const answer = (example: object): string =>
  `responses: { '200': { description: OK, content: { application/json: { schema: {}, example: ${JSON.stringify(example)} } } } }`;
const boats = (description: string, sailed: string | null): string => `
openapi: 3.2.0
info: { title: Boats, version: '1' }
paths:
  /boats/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { ${answer({ id: 1, sailed_at: sailed === null ? '2026-01-01T00:00:00Z' : null, left_by: 'Ida' })} }
  /boats/{id}/leave:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post: { description: "${description}", ${answer({ id: 1, sailed_at: sailed, left_by: 'Ida' })} }
`;

it.each([
  ['Sets `sailed_at` to the current time.', '2026-01-01T00:00:00Z', { sailed_at: 'value' }],
  ['sailed_at is null again.', null, { sailed_at: 'null' }],
  ['`sailed_at` は現在の時刻になる。', '2026-01-01T00:00:00Z', { sailed_at: 'value' }],
  ['The boat gets a new sailed at time.', '2026-01-01T00:00:00Z', { sailed_at: 'value' }],
  // Documents show it in one way alone.
  ['Sets left_by.', null, {}],
  ['Sets `sailed_at` if there is wind.', '2026-01-01T00:00:00Z', {}],
  ['Puts it to sea.', '2026-01-01T00:00:00Z', {}],
])('%s', (words, sailed, expected) => {
  const { operations } = modelOf(loadText(boats(words, sailed)));
  const action = operations.find(({ op }) => op.method === 'POST');
  expect(action && Object.fromEntries(filledBy(action))).toEqual(expected);
});

it.each([
  ['Sets `sailed_at` to the current time.', { sailed_at: 'value' }],
  ['Sets `sailed_at` to null.', {}],
  ['Needs `sailed_at`.', {}],
])('a property that documents show as null alone, where words say that it is set: %s', (words, expected) => {
  const spec = boats(words, null).replace('"2026-01-01T00:00:00Z"', 'null');
  const action = modelOf(loadText(spec)).operations.find(({ op }) => op.method === 'POST');
  expect(action && Object.fromEntries(filledBy(action))).toEqual(expected);
});
