// Which statuses refuse what is wrong with a request.
import { expect, test } from 'vitest';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';

const POTS = `
openapi: 3.2.0
info: { title: Pots, version: '1' }
paths:
  /pots:
    post:
      operationId: addPot
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } }
      responses:
        '201': { description: Added }
        '422': { description: A field is missing or wrong }
  /pots/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    delete: { operationId: removePot, responses: { '204': { description: '' } } }
`;

test('what cannot be read is a bad request, and what is missing may lack its type, where the documents only speak of wrong fields', () => {
  const cases = casesOf(suiteOf(loadText(POTS)), { pasted: false }).flatMap((group) => group.cases);
  const statuses = (id: string): string[] | undefined =>
    cases.find((one) => one.id === `derived/addPot/${id}`)?.expect.statuses;
  expect(['malformed-json', 'no-body', 'missing/name'].map(statuses)).toEqual([
    ['422', '400'],
    ['422', '400', '411', '415'],
    ['422'],
  ]);
});
