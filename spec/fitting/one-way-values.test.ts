// Values for one direction: what only the other one gives is taken out.
import { expect, test } from 'vitest';
import { loadApi } from '../contract/load.js';
import { answerable, marked, sendable } from './one-way-values.js';

const { api } = loadApi(
  `openapi: 3.1.0
info: { title: Doors, version: '1' }
paths: {}
components:
  schemas:
    Code: { type: string, writeOnly: true }
    Door:
      allOf: [{ properties: { id: { type: integer, readOnly: true } } }]
      properties:
        code: { $ref: '#/components/schemas/Code' }
        a/b: { type: string, writeOnly: true }
        inner: { type: array, items: { $ref: '#/components/schemas/Door' } }
`,
  't.yaml',
);
if (!api) throw new Error('the fixture is no contract');
const DOOR = { $ref: '#/components/schemas/Door' };
const VALUE = { id: 1, code: 'x', 'a/b': 'y', inner: [{ id: 2, code: 'z', more: 3 }] };

test('a request has nothing that only answers have', () => {
  expect(sendable(api, DOOR, VALUE)).toEqual({ code: 'x', 'a/b': 'y', inner: [{ code: 'z', more: 3 }] });
});

test('an answer has nothing that only requests have', () => {
  expect(answerable(api, DOOR, VALUE)).toEqual({ id: 1, inner: [{ id: 2, more: 3 }] });
});

test('where it stands is told as JSON pointers', () => {
  expect(marked(api, 'writeOnly', DOOR, VALUE)).toEqual(['/code', '/a~1b', '/inner/0/code']);
});
