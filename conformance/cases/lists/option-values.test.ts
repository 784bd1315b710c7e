// Values of options of which the documents tell elsewhere: what is listed has a property of that name.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

const SPEC = `
openapi: 3.2.0
info: { title: Crews, version: '1' }
paths:
  /crews:
    get:
      operationId: listCrews
      parameters:
        - { name: kind, in: query, schema: { type: string } }
        - { name: level, in: query, schema: { type: integer } }
        - { name: made.gte, in: query, schema: { type: string, format: date-time } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: { type: array, items: { type: object, properties: { id: {}, kind: {}, level: {}, made: {} } } }
              example: [{ id: 1, kind: sea, level: 20, made: 1760000000 }]
    post:
      operationId: addCrew
      requestBody: { content: { application/json: { schema: { properties: { kind: { type: string, enum: [sea, land] } } } } } }
      responses: { '201': { description: made } }
  /crews/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    delete: { operationId: removeCrew, responses: { '204': { description: gone } } }
`;

it('are listed for what is made, or shown of it', () => {
  const cases = casesOf(suiteOf(loadText(SPEC)), { pasted: false }).flatMap((group) => group.cases);
  const asked = cases.flatMap(({ id }) => /^derived\/listCrews\/query\/(.*)/.exec(id)?.[1] ?? []);
  expect(asked).toEqual(['kind/sea', 'kind/land', 'level/20', 'made.gte/1760000000', 'limit/1']);
});
