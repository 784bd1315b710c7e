// What the documents of an action say that it sets.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';
import { setBy } from './set-by.js';

const boats = (description: string, answer: string): string => `
openapi: 3.2.0
info: { title: Boats, version: '1' }
paths:
  /boats:
    get:
      parameters: [{ name: state, in: query, schema: { type: string, enum: [moored, at_sea] } }]
      responses:
        '200': { description: '', content: { application/json: { schema: {}, example: { boats: [{ id: 1, state: moored, sold: false }] } } } }
  /boats/{id}/leave:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post: { description: "${description}", responses: { '200': { description: "${answer}" } } }
`;

it.each([
  ['Sets state to at_sea.', { state: 'at_sea' }],
  ['Returns the boat, whose `state` is then `at_sea`.', { state: 'at_sea' }],
  ['Returns the boat with `sold` set to `true`.', { sold: true }],
  ['The boat gets the state `at_sea` and a captain.', { state: 'at_sea' }],
  ['Das Boot erhält den state `at_sea`.', { state: 'at_sea' }],
  ['Le bateau reçoit le state `at_sea`.', { state: 'at_sea' }],
  ['A boat whose state is at_sea cannot leave.', {}],
  ['Its state becomes lost.', {}],
])('%s', (words, values) => {
  for (const spec of [boats(words, ''), boats('Leaves.', words)]) {
    const action = modelOf(loadText(spec)).operations.find(({ op }) => op.method === 'POST');
    if (!action) throw new Error('the spec has no action');
    expect(setBy(action)).toEqual(values);
  }
});
