// Which order documents tell of a list.
import { expect, it } from 'vitest';
import { modelOf } from '../../plan/model.js';
import type { Operation } from '../../plan/resources.js';
import { loadText } from '../../testing/certify-fake.js';
import { toldOrder, toldTurn } from './told-order.js';

it.each([
  ['Lists the boats, sorted by key.', { orderedBy: 'key', direction: 'asc' }],
  ['Lists the boats in alphabetical order of their keys.', { orderedBy: 'key', direction: 'asc' }],
  ['Lists the boats in the order of their keys.', { orderedBy: 'key', direction: 'asc' }],
  ['Lists the boats, by key.', { orderedBy: 'key', direction: 'asc' }],
  ['Lists the boats of a berth, by name of the owner or key.', undefined],
  ['Lists the boats, newest first.', { orderedBy: 'created_at', direction: 'desc' }],
  ['Oldest first; those that are sold are left out.', { orderedBy: 'created_at', direction: 'asc' }],
  ['Ordered by size.', undefined],
  ['Sorted by key unless you ask for another order.', { orderedBy: 'key', direction: 'asc' }],
  ['Sorted by key if there are few.', undefined],
  ['Latest sold_at first.', { orderedBy: 'sold_at', direction: 'desc' }],
  ['Sorted by sold_at, newest first.', { orderedBy: 'sold_at', direction: 'desc' }],
  ['Sorted by the day of the sale, newest first.', undefined],
  ['Sorted by creation date, newest first.', { orderedBy: 'created_at', direction: 'desc' }],
  ['Sorted by serial number.', { orderedBy: 'nr', direction: 'asc' }],
  ['船の一覧を通し番号の降順で取得します。', undefined],
  ['Sorted by colour of the hull.', undefined],
  ['Triés par longueur de la coque (`length`).', { orderedBy: 'length', direction: 'asc' }],
  ['Sorted by key (`length`).', { orderedBy: 'key', direction: 'asc' }],
  ['Sorted by `length`.', { orderedBy: 'length', direction: 'asc' }],
  ['In no particular order.', undefined],
  ['Sorted by state, sunk first.', { orderedBy: 'state', ranks: [['sunk'], ['new', 'sold']] }],
  ['Ordered by state, from sunk to new.', { orderedBy: 'state', ranks: [['sunk'], ['sold'], ['new']] }],
  ['Sorted by state, lost first.', undefined],
  ['The most recently created first.', { orderedBy: 'created_at', direction: 'desc' }],
])('%s', (description, order) => {
  expect(toldOrder(listOf(description))).toEqual(order);
});

it.each([
  ['Lists the boats, newest first.', 'desc'],
  ['Newest boats come first, unless `sort` asks for another order.', 'desc'],
  ['Sorted by created_at.', 'asc'],
  ['Sorted by created_at, latest first.', 'desc'],
  ['In the order in which they were added.', 'asc'],
  ['Latest sold_at first.', undefined],
  ['Sorted by sold_at, newest first.', undefined],
  ['Sorted by creation date, newest first.', 'desc'],
  ['Sorted by key, in descending order.', undefined],
  ['All boats.', undefined],
])('tells in which turn those come that were made: %s', (description, turn) => {
  expect(toldTurn(listOf(description))).toBe(turn);
});

it('is told by what its answer is said to be, too', () => {
  expect(toldOrder(listOf('All boats.', 'OK\n\nThe boats, ordered by key:'))).toEqual({
    orderedBy: 'key',
    direction: 'asc',
  });
});

it.each([
  ['All boats.', [], 'desc'],
  ['All boats, oldest first.', [], 'asc'],
  ['All boats, sorted by size.', [], undefined],
  ['All boats, sorted by the weight of the keel.', [], undefined],
  ['All boats.', [{ name: 'sort', in: 'query', schema: { enum: ['key', 'size'] } }], undefined],
])('is told once for all lists that say nothing else of theirs: %s %j', (description, parameters, turn) => {
  const root = { 'x-docproof': { version: 1, listOrder: ['All lists return the newest first.'] } };
  expect(toldTurn(listOf(description, '', parameters, root))).toBe(turn);
});

it.each([
  ['-created_at', { orderedBy: 'created_at', direction: 'desc' }],
  ['key:asc', { orderedBy: 'key', direction: 'asc' }],
  ['key', undefined],
])('is what an option for it is by default: %s', (standard, order) => {
  expect(toldOrder(listOf('All boats.', '', [{ name: 'sort', in: 'query', schema: { default: standard } }]))).toEqual(
    order,
  );
});

it('is in which turn they were made, where an option for it is that by default', () => {
  const turn = (standard: string): unknown =>
    toldTurn(listOf('All boats.', '', [{ name: 'sort', in: 'query', schema: { default: standard } }]));
  expect([turn('-created_at'), turn('-key')]).toEqual(['desc', undefined]);
});

it.each([
  ['One of a kind.', undefined],
  ['Must be unique.', { orderedBy: 'size', direction: 'asc' }],
])('is by words where no two have the same: %s', (description, order) => {
  const write = listOf('');
  const body = {
    content: [{ type: 'application/json', schema: { properties: { size: { description } } }, examples: [] }],
  };
  const create = { ...write, op: { ...write.op, body } } as unknown as Operation;
  expect(toldOrder(listOf('Ordered by size.'), [create])).toEqual(order);
});

function listOf(description: string, answer = '', parameters: object[] = [], root: object = {}): Operation {
  const properties = {
    key: {},
    size: {},
    length: { type: 'integer' },
    created_at: {},
    sold_at: {},
    nr: { type: 'integer', description: 'Serial number' },
    hull: { type: 'integer', description: 'The colour of the hull' },
    state: { enum: ['new', 'sold', 'sunk'] },
  };
  const schema = { type: 'array', items: { properties } };
  const get = {
    description,
    parameters,
    responses: { '200': { description: answer, content: { 'application/json': { schema } } } },
  };
  const spec = { ...root, openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/boats': { get } } };
  return modelOf(loadText(JSON.stringify(spec))).operations[0] as Operation;
}
