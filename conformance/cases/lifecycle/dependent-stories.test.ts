// What cannot be removed while something else refers to it.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { dependentGroups } from './dependent-stories.js';

const json = (properties: object) => ({ content: { 'application/json': { schema: { type: 'object', properties } } } });
const MADE = { 201: { description: 'made' } };
const AT = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];

function stories(removesLoans: boolean, leavesThings: boolean): string[] {
  const remove = { responses: { 204: { description: 'gone' }, 409: { description: 'held' } } };
  const description = 'A book that is used by a loan can not be deleted.';
  const loan = { bookId: { type: 'integer', description: 'The id of a book' } };
  const required = { ...json(loan), required: true };
  const paths = {
    '/books': { post: { operationId: 'add', requestBody: json({ title: { type: 'string' } }), responses: MADE } },
    '/books/{id}': { parameters: AT, delete: { operationId: 'drop', ...remove, description } },
    '/loans': {
      post: {
        operationId: 'lend',
        requestBody: {
          content: { 'application/json': { ...required.content['application/json'], example: { bookId: 1 } } },
        },
        responses: MADE,
      },
    },
    '/loans/{id}': { parameters: AT, get: remove, ...(removesLoans ? { delete: remove } : {}) },
  };
  const spec = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths }));
  return dependentGroups(suiteOf(spec, undefined, { leavesThings })).map(({ id }) => id);
}

it('what refers to it is made where it can be removed again, or may be left', () => {
  expect(stories(true, false)).toEqual(['story/drop-with-lend']);
  expect(stories(false, true)).toEqual(['story/drop-with-lend']);
  expect(stories(false, false)).toEqual([]);
});
