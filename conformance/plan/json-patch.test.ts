// JSON Patch: written and read again.
import { expect, it } from 'vitest';
import { baseRequest } from '../cases/base-request.js';
import { loadText } from '../testing/certify-fake.js';
import { isJsonPatch, replacing, setBy } from './json-patch.js';
import { suiteOf } from './suite.js';

it('names a place of the thing itself', () => {
  expect(replacing({ 'a/b~': 1 })).toEqual([{ op: 'replace', path: '/a~1b~0', value: 1 }]);
  expect(setBy(replacing({ 'a/b~': 1, c: null }) as unknown[])).toEqual({ 'a/b~': 1, c: null });
  expect(setBy([{ op: 'remove', path: '/a' }, { op: 'add', path: '/a/b', value: 1 }, 'no'])).toEqual({});
});

it.each([
  ['application/json-patch+json', true],
  ['application/json-patch+json; charset=utf-8', true],
  ['application/merge-patch+json', false],
])('%s: %s', (media, is) => expect(isJsonPatch(media)).toBe(is));

it('an update that takes a patch is sent one that changes what the create says', () => {
  const note =
    'schema: { type: object, required: [text], properties: { text: { type: string }, more: { type: string } } }';
  const spec = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /notes:
    post: { requestBody: { content: { application/json: { ${note} } } }, responses: { '201': { description: made } } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    patch:
      requestBody: { content: { application/json-patch+json: { schema: { type: array, items: { type: object } } } } }
      responses: { '200': { description: ok } }
`;
  const suite = suiteOf(loadText(spec));
  const [patch] = suite.model.operations.filter(({ op }) => op.method === 'PATCH');
  if (!patch) throw new Error('no operation');
  expect(baseRequest(suite, patch)?.body).toBe('[{"op":"replace","path":"/text","value":"sample 2"}]');
});
