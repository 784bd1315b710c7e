// A method that a header stands for: asked only where nothing of anybody's could be deleted.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

it('asks for nothing that would delete what no operation makes', () => {
  const SIGN = '{ type: object, required: [id], properties: { id: { type: string } } }';
  const spec = (post: string): string => `openapi: 3.1.0
info: { title: Signs, version: '1' }
paths:
  /signs:
    get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: ${SIGN} } } } } } }
${post}
  /signs/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: read
      parameters: [{ name: X-HTTP-Method-Override, in: header, description: The method that a POST stands for, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: ${SIGN} } } }, '404': { description: none } }
    delete: { operationId: drop, responses: { '204': { description: gone } } }
`;
  const asks = (post: string): boolean =>
    casesOf(suiteOf(loadText(spec(post))), { pasted: false }).some((group) =>
      group.cases.some((one) => one.id === 'derived/read/method-override'),
    );
  const body = 'content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } }';
  expect(
    asks(`    post: { operationId: add, requestBody: { ${body} }, responses: { '201': { description: made } } }`),
  ).toBe(true);
  expect(asks('')).toBe(false);
});
