// By what, and which way, a list may be asked to be in order.
import { expect, it } from 'vitest';
import type { Schema } from '../../../spec/contract/api.js';
import { modelOf } from '../../plan/model.js';
import { loadText } from '../../testing/certify-fake.js';
import { orderingsOf } from './order-options.js';

const PROPERTIES = new Map<string, Schema>([
  ['key', {}],
  ['made_at', {}],
  ['name', { type: 'string' }],
]);

const asked = (option: object): string[] => {
  const parameters = [{ name: 'sort', in: 'query', ...option }];
  const paths = { '/boats': { get: { parameters, responses: { 200: { description: 'OK' } } } } };
  const [list] = modelOf(
    loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths })),
  ).operations;
  if (!list) throw new Error('no list');
  return orderingsOf(list, PROPERTIES).map(({ query }) => String(query[0]?.[1]));
};

it.each([
  ['Sortable: `key`, `made_at`.', undefined, ['key', 'made_at']],
  ['Sortable: `key`, `made_at`.', '-made_at', ['key', '-key', 'made_at', '-made_at']],
  ['`key` or `-key`.', undefined, ['key', '-key']],
  ['`key`. Prefix it with `-` for descending order.', undefined, ['key', '-key']],
  ['Criteria of the form property,(asc|desc).', undefined, ['name,asc', 'name,desc']],
  ['`key:asc` or `key:desc`.', undefined, ['key', 'key:asc', 'key:desc']],
  ['`key`; a minus in front reverses the order.', undefined, ['key', '-key']],
])('%s (%s)', (description, standard, values) => {
  const schema = standard === undefined ? { type: 'string' } : { type: 'string', default: standard };
  expect(asked({ description, schema })).toEqual(values);
});

it('takes a list with a minus for the whole', () => {
  const schema = { type: 'string', enum: ['name', 'key', '-key'], default: 'name' };
  expect(asked({ description: '`name` (default), `key` or `-key`', schema })).toEqual(['name', 'key', '-key']);
});
