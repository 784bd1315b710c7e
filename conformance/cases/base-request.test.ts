// What is sent where documents have commands for some operations.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';

const body =
  '{ content: { application/json: { schema: { type: object, properties: { name: { type: string }, note: { type: [string, "null"] } } } } } }';
const SPEC = `
openapi: 3.2.0
info: { title: Urns, version: '1' }
security: [{ key: [] }]
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
paths:
  /urns:
    post:
      operationId: addUrn
      requestBody: ${body}
      responses: { '201': { description: made }, '401': { description: '' } }
      x-docproof:
        cases:
          - id: urn/add
            page: urns
            source: { file: urns.md, line: 1 }
            request: { method: POST, url: 'https://urns.example/urns', headers: { Authorization: Bearer x }, body: '{"name": "Old urn", "note": "On loan"}' }
  /urns/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getUrn, responses: { '200': { description: '' } } }
    patch: { operationId: changeUrn, requestBody: ${body}, responses: { '200': { description: '' }, '401': { description: '' } } }
    delete: { operationId: removeUrn, responses: { '204': { description: '' }, '401': { description: '' } } }
  /urns/{id}/seal:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post: { operationId: sealUrn, responses: { '200': { description: '' }, '401': { description: '' } } }
x-docproof: { version: 1, docs: { digest: x, languages: [en] }, sampleHosts: [urns.example], keySyntax: plain }
`;

it('is every one, whatever the documents show of others', () => {
  const cases = casesOf(suiteOf(loadText(SPEC)), { pasted: false }).flatMap((group) => group.cases);
  const refused = cases.flatMap(({ id }) => /^derived\/(\w+)\/no-token$/.exec(id)?.[1] ?? []);
  expect(refused.sort()).toEqual(['addUrn', 'changeUrn', 'removeUrn', 'sealUrn']);
});
