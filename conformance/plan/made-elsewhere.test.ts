// Things that are made inside of others, and that only requests inside of their own addresses speak of.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { keySchema } from './key-schema.js';
import { modelOf } from './model.js';

const ID = (name: string) => [{ name, in: 'path', required: true, schema: { type: 'integer' } }];

function madeBy(lend: string, acted: string, method = 'post') {
  const done = { responses: { 200: { description: 'done' } } };
  const made = { responses: { 201: { description: 'made' } } };
  const paths = {
    '/books': { post: made },
    '/books/{bookId}': { parameters: ID('bookId'), get: done },
    [lend]: { parameters: ID('bookId'), post: { operationId: 'lend', ...made } },
    [acted]: { parameters: ID('loanId'), [method]: done },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const found = model.resources.find(({ signature }) => signature === '/loans/{}');
  return found && [found.create?.op.id, found.name, found.madeIn];
}

it('a loan that only its return speaks of is made where books are lent', () => {
  expect(madeBy('/books/{bookId}/loans', '/loans/{loanId}/return')).toEqual(['lend', 'loans', ['bookId']]);
});

it.each([
  ['another word', '/books/{bookId}/lendings', '/loans/{loanId}/return', 'post'],
  ['a list inside of it', '/books/{bookId}/loans', '/loans/{loanId}/fees', 'get'],
  ['more inside of it', '/books/{bookId}/loans', '/loans/{loanId}/fees/paid', 'post'],
])('%s tells of nothing that is made', (_, lend, acted, method) => {
  expect(madeBy(lend, acted, method)).toBeUndefined();
});

it.each([
  ['/books/{bookId}/loans/{loanId}/slip', 201, 'integer'],
  ['/books/{bookId}/loans/{loanId}/slip', 200, undefined],
  ['/books/{bookId}/loans/today/slip', 201, undefined],
])('what can only be asked for at %s is made by a POST that answers %i', (inside, status, key) => {
  const done = { responses: { 200: { description: 'done' } } };
  const lend = { operationId: 'lend', responses: { [status]: { description: 'made' } } };
  const paths = {
    '/books/{bookId}/loans': { parameters: ID('bookId'), post: lend },
    [inside]: { parameters: [...ID('bookId'), ...(inside.includes('loanId') ? ID('loanId') : [])], get: done },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const loans = model.resources.find(({ create }) => create?.op.id === 'lend');
  expect(loans?.keys[0] && keySchema(loans, loans.keys[0])?.type).toBe(key);
});

it.each([
  ['a job, whose id is no report’s', ['id', 'rows'], undefined],
  ['the report itself, which a job reads as well', ['id', 'state', 'rows'], 'start'],
])('a report is started with %s', (_, names, create) => {
  const content = (...shown: string[]) => ({
    content: { 'application/json': { schema: { properties: Object.fromEntries(shown.map((name) => [name, {}])) } } },
  });
  const read = (...shown: string[]) => ({
    parameters: ID('id'),
    get: { responses: { 200: { description: 'ok', ...content(...shown) } } },
  });
  const started = { 202: { description: 'accepted', ...content('id', 'state') } };
  const paths = {
    '/reports': { post: { operationId: 'start', responses: started } },
    '/reports/{id}': read(...names),
    '/jobs/{jobId}': { ...read('id', 'state', 'ended'), parameters: ID('jobId') },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const of = (signature: string) => model.resources.find((one) => one.signature === signature)?.create?.op.id;
  expect([of('/reports/{}'), of('/jobs/{}')]).toEqual([create, 'start']);
});

it.each([
  ['what is read and removed there', ['id', 'name'], 'delete', 'add'],
  ['something else', ['id', 'total'], 'delete', undefined],
  ['what nothing removes', ['id', 'name'], 'put', undefined],
])('a POST that is answered (200) with %s: %j, %s', (_, names, method, create) => {
  const shows = (...shown: string[]) => ({
    description: 'ok',
    content: { 'application/json': { schema: { properties: Object.fromEntries(shown.map((name) => [name, {}])) } } },
  });
  const paths = {
    '/owners/{ownerId}/pets': {
      parameters: ID('ownerId'),
      post: { operationId: 'add', responses: { 200: shows(...names) } },
    },
    '/pets/{id}': {
      parameters: ID('id'),
      get: { responses: { 200: shows('id', 'name') } },
      [method]: { responses: { 200: { description: 'ok' } } },
    },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  expect(model.resources.find(({ signature }) => signature === '/pets/{}')?.create?.op.id).toBe(create);
});
