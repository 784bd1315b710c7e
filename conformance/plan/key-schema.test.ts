// What a key that the server gives looks like: as addresses say, else as answers show it.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { keySchema } from './key-schema.js';
import { modelOf } from './model.js';

it.each([
  ['a UUID that answers show', { type: 'string' }, { type: 'string', format: 'uuid' }, { format: 'uuid' }],
  [
    'a pattern that answers show',
    { type: 'string' },
    { type: 'string', pattern: '^[0-9a-f]{24}$' },
    { pattern: '^[0-9a-f]{24}$' },
  ],
  ['what addresses say', { type: 'string', maxLength: 8 }, { type: 'string', format: 'uuid' }, { maxLength: 8 }],
  ['any text', { type: 'string' }, { type: 'string' }, { type: 'string' }],
])('%s', (_, inAddress, inAnswer, expected) => {
  const shop = { properties: { id: inAnswer, name: { type: 'string' } } };
  const content = { 'application/json': { schema: shop } };
  const paths = {
    '/shops': { post: { operationId: 'add', responses: { 201: { description: 'made', content } } } },
    '/shops/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: inAddress }],
      get: { responses: { 200: { description: 'ok', content } } },
    },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const shops = model.resources.find(({ create }) => create?.op.id === 'add');
  expect(shops?.keys[0] && keySchema(shops, shops.keys[0])).toMatchObject(expected);
});
