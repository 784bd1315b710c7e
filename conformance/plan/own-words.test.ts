import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { parsePath } from '../url/key-path.js';
import { Locator } from './entities.js';
import { modelOf } from './model.js';

const SPEC = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /__desk/Sheet: { get: { responses: { '200': { description: ok } } } }
  /me/notes: { get: { responses: { '200': { description: ok } } } }
  /{folder}/{sheet}:
    parameters:
      - { name: folder, in: path, required: true, schema: { type: string } }
      - { name: sheet, in: path, required: true, schema: { type: string } }
    get: { responses: { '200': { description: ok } } }
    put: { requestBody: { content: { text/plain: {} } }, responses: { '201': { description: made } } }
`;

it.each([
  ['/f/s', ['s']],
  ['/__desk/Other', []],
  ['/__other/s', ['s']],
  ['/me/s', ['s']],
])('%s leads to %j', (path, keys) => {
  const located = new Locator(modelOf(loadText(SPEC))).locate(parsePath(path));
  expect(located.map(({ entity }) => entity.keys[0])).toEqual(keys);
});
