// What a body names by a key that the server gives, and that does not exist.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { derivedCases } from '../derived.js';

const json = (example: object, schema: object = {}): object => ({
  content: { 'application/json': { schema, example } },
});

function missing(description: string, field: string, id: object = { type: 'integer' }, boat: unknown = 7) {
  const statuses = Object.fromEntries(['404', '422'].map((status) => [status, { description: '' }]));
  const thing = (name: string, body: object, properties: object, words = ''): object => ({
    [`/${name}`]: {
      post: {
        description: words,
        requestBody: json(body, { properties }),
        responses: { '201': json({ id: 7, ...body }), ...statuses },
        'x-docproof': { cases: [command(`/${name}`, body)] },
      },
    },
    [`/${name}/{id}`]: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: id }],
      get: { responses: { '200': json({ id: 7, ...body }) } },
      delete: { responses: { '204': { description: '' } } },
    },
  });
  const trip = { boat_id: { ...id, description: field }, name: { type: 'string' } };
  const paths = {
    ...thing('boats', { name: 'Ida' }, {}),
    ...thing('trips', { boat_id: boat, name: 'Out' }, trip, description),
  };
  const api = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, ...ROOT, paths }));
  const suite = suiteOf(api);
  const [create] = suite.model.operations.filter(({ op }) => op.path === '/trips');
  const cases = create ? derivedCases(suite, create) : [];
  const found = cases.find(({ id }) => id.includes('missing-reference'));
  return found && { statuses: found.expect.statuses, body: JSON.parse(found.request.body ?? '{}').boat_id };
}

const ROOT = {
  'x-docproof': { version: 1, docs: { digest: '', languages: [] }, keySyntax: 'plain', sampleHosts: ['a.example'] },
};
const command = (path: string, body: object): object => ({
  id: `make${path}`,
  page: 'p',
  source: { file: 'p.md', line: 1 },
  request: { method: 'POST', url: `https://a.example${path}`, headers: {}, body: JSON.stringify(body) },
});

it.each([
  ['', 'The boat. Must exist', ['404', '422']],
  ["A `boat_id` that doesn't exist is answered with 422.", '', ['422']],
  ['The boat must exist, otherwise 404.', '', ['404']],
  ['Das Schiff existiert nicht (404).', '', ['404', '422']],
  ["A harbour that doesn't exist is answered with 422.", '', undefined],
  ['', 'The boat', undefined],
])('%s %s', (description, field, statuses) => {
  expect(missing(description, field)?.statuses).toEqual(statuses);
});

it('is a key of the same form', () => {
  expect(missing('', 'Must exist')?.body).toBeGreaterThan(1_000_000_000);
  expect(missing('', 'Must exist', { type: 'string' }, 'boat_A7z')?.body).toBe('erdw_D4c');
});

function named(description: string, field: string): unknown[] {
  const properties = {
    text: { type: 'string' },
    reviewerId: { type: 'string', description: field },
    stateId: { type: 'string', enum: ['a'] },
  };
  const responses = { '201': json({}), '422': { description: '' } };
  const post = { description, requestBody: json({ text: 'a' }, { type: 'object', properties }), responses };
  const item = { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] };
  const paths = {
    '/notes': { post },
    '/notes/{id}': { ...item, delete: { responses: { '204': { description: '' } } } },
  };
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths })));
  const [create] = suite.model.operations;
  const cases = create ? derivedCases(suite, create) : [];
  return cases
    .filter(({ id }) => id.includes('missing-reference'))
    .map(({ expect }) => [expect.names, expect.statuses]);
}

it.each([
  ['If the reviewer does not exist, the answer is 422.', '', [['reviewerId', ['422']]]],
  ['', 'An unknown reviewer is answered with 422.', [['reviewerId', ['422']]]],
  ['If the author does not exist, the answer is 422.', 'A member.', []],
  ['If the reviewer does not exist, none is asked.', '', []],
  ['If the state does not exist, the answer is 422.', '', []],
])('what no command has and is called otherwise: %s %s', (description, field, found) => {
  expect(named(description, field)).toEqual(found);
});
