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

const shown = (state: string) => ({
  description: '',
  content: { 'application/json': { schema: {}, example: { id: 3, state } } },
});

function steps(description: string, leavesThings = false, removal = '', refusal = ''): string[] {
  const loan = { ...json({ bookId: { type: 'integer' } }) };
  const body = { content: { 'application/json': { ...loan.content['application/json'], example: { bookId: 1 } } } };
  const refused = { 204: { description: 'gone' }, 409: { description: refusal } };
  const paths = {
    '/books': { post: { operationId: 'add', requestBody: json({ title: { type: 'string' } }), responses: MADE } },
    '/books/{id}': { parameters: AT, delete: { operationId: 'drop', description, responses: refused } },
    '/loans': { post: { operationId: 'lend', requestBody: body, responses: { 201: shown('asked') } } },
    '/loans/{id}': { parameters: AT, delete: { description: removal, responses: refused } },
    '/loans/{id}/grant': { parameters: AT, post: { operationId: 'grant', responses: { 200: shown('granted') } } },
  };
  const spec = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths }));
  const [group] = dependentGroups(suiteOf(spec, undefined, { leavesThings }));
  return (group?.cases ?? []).map(({ id }) => id.split('/').at(-1) ?? '');
}

it.each<[string, string[]]>([
  ['A book that is part of a loan cannot be deleted.', ['create', 'delete']],
  ['Books with asked loans cannot be deleted.', ['create', 'delete']],
  ['Books with granted loans cannot be deleted.', ['create', 'grant', 'delete']],
  ['Books with long loans cannot be deleted.', []],
])('what refers to it is brought into the state that is told: %s', (description, expected) => {
  expect(steps(description)).toEqual(expected);
});

it('is not brought into a state in which nothing removes it, unless it may be left', () => {
  const [told, removal] = ['Books with granted loans cannot be deleted.', "A granted loan can't be deleted (409)."];
  expect(steps(told, false, removal)).toEqual([]);
  expect(steps(told, true, removal)).toEqual(['create', 'grant', 'delete']);
});

it.each<[string, string[]]>([
  ['The book still has loans.', ['create', 'delete']],
  ['The book has granted loans.', ['create', 'grant', 'delete']],
  ['Das Buch hat noch Loans.', ['create', 'delete']],
  ['The book is on loan to the museum.', []],
])('the refusal tells of it alone: %s', (refusal, expected) => {
  expect(steps('', false, '', refusal)).toEqual(expected);
});
