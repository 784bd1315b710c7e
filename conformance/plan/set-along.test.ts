// Which properties get a value, or lose it, when a thing comes into a state.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';
import { clearedAgain, setAlong } from './set-along.js';

const THING = { id: 1, state: 'new', sold_at: null, due_on: null, note: null };

function operations(change: string, described: Record<string, string> = {}) {
  const properties = Object.fromEntries(
    Object.keys(THING).map((name) => [name, { description: described[name] ?? '' }]),
  );
  const content = { 'application/json': { schema: { properties }, example: THING } };
  const body = { content: { 'application/json': { schema: { properties: { state: {} } } } } };
  const paths = {
    '/sales': { post: { responses: { '201': { description: '', content } } } },
    '/sales/{id}': {
      patch: { description: change, requestBody: body, responses: { '200': { description: '', content } } },
    },
  };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths };
  const all = modelOf(loadText(JSON.stringify(spec))).operations;
  const [create, update] = ['POST', 'PATCH'].map((method) => all.find(({ op }) => op.method === method));
  if (!create || !update) throw new Error('the spec has both');
  return { create, update };
}

it.each<[change: string, described: Record<string, string>, names: string[]]>([
  ['When it is sold, `sold_at` is set.', {}, ['sold_at']],
  ['Selling sets `note`.', {}, ['note']],
  ['Selling sets `note`, opening clears `sold_at`.', {}, ['note']],
  ['`due_on` must be set before it is sold.', {}, []],
  ['`due_on` is set by the client when it is sold.', {}, []],
  ['When it is sent, `sold_at` is set.', {}, []],
  ['', { sold_at: 'When it was sold' }, ['sold_at']],
  ['', { sold_at: 'Null until it is sold' }, ['sold_at']],
  ['', { due_on: 'The day by which it must be sold' }, []],
  ['', { sold_at: 'What it is about' }, []],
])('%s %j', (change, described, names) => {
  const { create, update } = operations(change, described);
  expect(setAlong(update, create, 'sold')).toEqual(names);
});

it('is cleared where a sentence that names it says so', () => {
  const { update } = operations('Selling sets `sold_at`, opening again clears it.');
  expect(clearedAgain(update, 'sold_at')).toBe(true);
  expect(clearedAgain(update, 'due_on')).toBe(false);
});
