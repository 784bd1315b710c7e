// Who is refused without a credential, where a spec says little of it.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { derivedCases } from '../derived.js';
import { accessCases } from './access-cases.js';

const cases = (responses: string, security = '[{ key: [] }]'): [string, string[] | undefined][] => {
  const spec = `openapi: 3.1.0
info: { title: Oars, version: '1' }
paths: { /oars: { get: { security: ${security}, responses: { '200': { description: ok }${responses} } } } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
`;
  const suite = suiteOf(loadText(spec));
  const [operation] = suite.model.operations;
  return operation ? accessCases(suite, operation).map(({ what, changes }) => [what, changes.expect?.statuses]) : [];
};

it.each<[string, string, string | undefined, string[] | undefined]>([
  ['a 401', ", '401': { description: who? }", undefined, ['401']],
  ['no refusals at all', '', undefined, ['401', '403', '404']],
  ['other refusals alone', ", '400': { description: wrong }", undefined, ['401', '403', '404']],
  ['a credential that may be left out', '', '[{ key: [] }, {}]', undefined],
])('a spec with %s', (_, responses, security, statuses) => {
  const wanted = statuses ? ['no-token', 'bad-token'].map((what) => [what, statuses]) : [];
  expect(cases(responses, security)).toEqual(wanted);
});

it.each([
  ['a list that needs a token', ', security: [{ key: [] }]', "'401': { description: who? }", '', ['4XX', '501']],
  ['an open list', '', "'401': { description: who? }", '', undefined],
  ['a list that no document refuses', ', security: [{ key: [] }]', "'404': { description: none }", '', undefined],
  [
    'a HEAD of its own',
    ', security: [{ key: [] }]',
    "'401': { description: who? }",
    "head: { responses: { '204': { description: ok } } },",
    undefined,
  ],
])('%s is asked for by a HEAD without one', (_, security, refusal, head, statuses) => {
  const spec = `openapi: 3.1.0
info: { title: Oars, version: '1' }
paths:
  /oars: { ${head} get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } }, ${refusal} }${security} }, post: { responses: { '201': { description: ok } } } }
  /oars/{id}: { delete: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: ok } } } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
`;
  const suite = suiteOf(loadText(spec));
  const cases = suite.model.operations.flatMap((operation) => derivedCases(suite, operation));
  const found = cases.filter(({ request }) => request.method === 'HEAD' && request.path === '/oars');
  const asked = found.filter(({ auth }) => auth === 'none').map(({ expect }) => expect.statuses)[0];
  expect(asked).toEqual(statuses);
});
