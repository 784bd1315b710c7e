// Errors in the shapes that APIs document: wherever there is a place for a message, it is there.
import { expect, test } from 'vitest';
import { apiOf } from '../../spec/contract/load.js';
import { errorBody, errorShape } from './error-shape.js';

const text = { type: 'string' };
const object = (properties: object, required?: string[], more: object = {}): object => ({
  ...{ type: 'object', properties, ...more },
  ...(required ? { required } : {}),
});
const list = (items: object): object => ({ type: 'array', items });

test.each<[string, object, object]>([
  ['plain', object({ code: text, message: text }), { code: '400', message: 'M' }],
  ['nested', object({ error: object({ type: text, message: text }) }), { error: { type: '400', message: 'M' } }],
  [
    'problem details',
    object({ type: text, title: text, status: { type: 'integer' } }, ['type']),
    { type: '400', title: 'M' },
  ],
  [
    'a required list',
    object({ errors: list(object({ status: text, title: text })) }, ['errors']),
    { errors: [{ status: '400', title: 'M' }] },
  ],
  ['an optional list', object({ ok: { const: false }, errors: list(text) }, ['ok']), { ok: false, errors: ['M'] }],
  ['a word alone', object({ error: text }), { error: 'M' }],
  ['OAuth', object({ error: text, error_description: text }, ['error']), { error: '400', error_description: 'M' }],
  ['a code alone', object({ code: text }, ['code']), { code: '400', message: 'M' }],
  ['a code alone, closed', object({ code: text }, ['code'], { additionalProperties: false }), { code: '400' }],
  ['a link, optional', object({ message: text, documentation_url: text }), { message: 'M' }],
  ['a link, required', object({ message: text, url: text }, ['url']), { message: 'M', url: 'about:blank' }],
  [
    'a link is no message',
    object({ code: text, error_link: { type: 'string', format: 'uri' } }, ['code']),
    { code: '400', message: 'M' },
  ],
])('%s', (_name, schema, wanted) => {
  const responses = { 400: { description: 'No', content: { 'application/json': { schema } } } };
  const api = apiOf({ openapi: '3.1.0', info: {}, paths: { '/x': { get: { responses } } } });
  expect(errorBody(errorShape(api), api, 400, 'M')).toEqual(wanted);
});
