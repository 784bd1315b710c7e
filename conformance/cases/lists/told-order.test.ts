// Which order documents tell of a list.
import { expect, it } from 'vitest';
import { modelOf } from '../../plan/model.js';
import { loadText } from '../../testing/certify-fake.js';
import { toldOrder } from './told-order.js';

it.each([
  ['Lists the boats, sorted by key.', { orderedBy: 'key', direction: 'asc' }],
  ['Lists the boats in alphabetical order of their keys.', { orderedBy: 'key', direction: 'asc' }],
  ['Lists the boats, newest first.', { orderedBy: 'created_at', direction: 'desc' }],
  ['Oldest first; those that are sold are left out.', { orderedBy: 'created_at', direction: 'asc' }],
  ['Ordered by size.', undefined],
  ['Sorted by key unless you ask for another order.', undefined],
  ['In no particular order.', undefined],
])('%s', (description, order) => {
  const schema = { type: 'array', items: { properties: { key: {}, size: {}, created_at: {}, sold_at: {} } } };
  const get = { description, responses: { '200': { description: '', content: { 'application/json': { schema } } } } };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/boats': { get } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  expect(operation && toldOrder(operation)).toEqual(order);
});
