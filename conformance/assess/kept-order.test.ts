import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { firstReordered } from './kept-order.js';

const [write] = suiteOf(
  loadText(`openapi: 3.1.0
info: { title: Walks, version: '1' }
paths:
  /walks:
    post:
      operationId: addWalk
      requestBody:
        content:
          application/json:
            schema:
              properties:
                stops: { type: array, items: { type: string }, description: Up to 9 stops. Their order is kept. }
                tags: { type: array, items: { type: string }, description: Up to 9 tags. }
      responses: { '201': { description: made } }
`),
).model.operations;

it.each([
  ['the order that is promised', { stops: ['a', 'c', 'b'] }, { stops: ['a', 'b', 'c'] }, 'stops'],
  ['the same order', { stops: ['a', 'c', 'b'] }, { stops: ['a', 'c', 'b'] }, undefined],
  ['other members, which are another matter', { stops: ['b', 'a'] }, { stops: ['a', 'c'] }, undefined],
  ['an order that nothing is told of', { tags: ['b', 'a'] }, { tags: ['a', 'b'] }, undefined],
])('%s', (_, sent, found, property) => {
  expect(write && firstReordered(write, sent, found)?.property).toBe(property);
});
