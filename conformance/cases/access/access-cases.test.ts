// Who is refused without a credential, where a spec says little of it.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
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
  ['other refusals alone', ", '400': { description: wrong }", undefined, undefined],
  ['a credential that may be left out', '', '[{ key: [] }, {}]', undefined],
])('a spec with %s', (_, responses, security, statuses) => {
  const wanted = statuses ? ['no-token', 'bad-token'].map((what) => [what, statuses]) : [];
  expect(cases(responses, security)).toEqual(wanted);
});
