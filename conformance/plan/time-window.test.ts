// Lists that show a part of time alone.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';

function listed(description: string, schema: object): boolean {
  const parameters = [{ name: 'from', in: 'query', description, schema }];
  const paths = {
    '/shows': {
      get: { operationId: 'list', parameters, responses: { 200: { description: 'ok' } } },
      post: { operationId: 'add', responses: { 201: { description: 'made' } } },
    },
    '/shows/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: { 200: { description: 'ok' } } },
    },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  return model.resources.some(({ list }) => list?.op.id === 'list');
}

const DAY = { type: 'string', format: 'date' };

it.each([
  ['From this day on. Defaults to today.', DAY, false],
  ['この日から。省略した場合は今日。', { type: 'string', format: 'date-time' }, false],
  ['From this day on', { ...DAY, default: '2024-01-01' }, false],
  ['From this day on', DAY, true],
  ['From this day on. Defaults to the first of all.', DAY, true],
  ['Which kind. Defaults to plays.', { type: 'string' }, true],
])('"%s", %j: of everything %s', (description, schema, whole) => {
  expect(listed(description, schema)).toBe(whole);
});
