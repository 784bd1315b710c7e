// What only the server gives, and what stays as it was made.
import { expect, it } from 'vitest';
import type { Case } from '../../plan/story.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { derivedCases } from '../derived.js';

interface Words {
  kind?: string;
  change?: string;
  refusal?: string;
}

function boats({ kind = '', change = '', refusal = '' }: Words): Case[] {
  const own = { type: 'string', readOnly: true, enum: ['draft', 'afloat'] };
  const properties = { name: { type: 'string' }, kind: { type: 'string', description: kind } };
  const sent = { name: 'Ida', kind: 'sloop' };
  const body = { required: true, content: { 'application/json': { schema: { properties }, example: sent } } };
  const crew = { type: 'integer', readOnly: true };
  const sold = { type: 'boolean', readOnly: true };
  const schema = { properties: { boat: { properties: { id: crew, ...properties, status: own, crew, sold } } } };
  const example = { boat: { id: 1, ...sent, status: 'draft', crew: 0, sold: false } };
  const content = { 'application/json': { schema, example } };
  const refused = { '422': { description: refusal } };
  const paths = {
    '/boats': {
      post: { requestBody: body, responses: { '201': { description: '', content }, ...refused } },
    },
    '/boats/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: { '200': { description: '', content } } },
      patch: {
        description: change,
        requestBody: body,
        responses: { '200': { description: '', content }, ...refused },
      },
      delete: { responses: { '204': { description: '' } } },
    },
  };
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths })));
  return suite.model.operations.flatMap((operation) => derivedCases(suite, operation));
}

const found = (words: Words, what: RegExp): [string, string[], unknown][] =>
  boats(words)
    .filter(({ id }) => what.test(id))
    .map(({ operation, expect, own }) => [operation.op.method, expect.statuses, own ?? expect.shows]);

it('what answers mark as read only is sent to be refused or passed over, a state by itself', () => {
  expect(found({}, /read-only\/(?:status|sold)$/)).toEqual([
    ['POST', ['201', '4XX'], { status: 'afloat' }],
    ['POST', ['201', '4XX'], { sold: true }],
    ['PATCH', ['200', '4XX'], { status: 'afloat' }],
    ['PATCH', ['200', '4XX'], { sold: true }],
  ]);
  expect(found({}, /read-only\/rest$/).map(([, , own]) => own)).toEqual([
    { id: 987_654_321, crew: 987_654_321 },
    { id: 987_654_321, crew: 987_654_321 },
  ]);
});

it('where documents refuse what is read only, and what is unknown, nothing else will do', () => {
  const refusal = 'An unknown field, or one that is read-only.';
  expect(found({ refusal }, /read-only\/status$/).map(([, statuses]) => statuses)).toEqual([['422'], ['422']]);
  expect(found({ refusal }, /unknown-field$/).map(([, statuses]) => statuses)).toEqual([['422'], ['422']]);
  expect(found({}, /unknown-field$/)).toEqual([]);
});

it.each<[Words, unknown]>([
  [{ kind: "Can't be changed." }, ['200', '4XX']],
  [{ kind: 'Immutable', change: 'Sending another kind gives 422.' }, ['422']],
  [{ kind: 'What it is' }, undefined],
])('what stays as it was made: %j', (words, statuses) => {
  const [one] = found(words, /fixed\/kind$/);
  expect(one).toEqual(statuses && ['PATCH', statuses, { kind: 'vorrs' }]);
});

it.each([
  ['`crew` and `status` are set by the server.', { crew: 987_654_321 }],
  ['`crew` is set by the server if it is left out.', undefined],
  ['`status` is set by the server.', undefined],
])('what sentences say of the server alone: %s', (description, own) => {
  const crew = { type: 'integer' };
  const body = {
    required: true,
    content: { 'application/json': { schema: { properties: { name: { type: 'string' } } } } },
  };
  const schema = {
    properties: { id: { type: 'integer' }, name: { type: 'string' }, crew, status: { type: 'string' } },
  };
  const made = { '201': { description: '', content: { 'application/json': { schema } } } };
  const item = { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }] };
  const paths = {
    '/boats': { post: { description, requestBody: body, responses: made } },
    '/boats/{id}': { ...item, delete: { responses: { '204': { description: '' } } } },
  };
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths })));
  const [create] = suite.model.operations;
  const cases = create ? derivedCases(suite, create) : [];
  expect(cases.find(({ id }) => id.endsWith('read-only/rest'))?.own).toEqual(own);
});
