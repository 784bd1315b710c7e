// What cannot be removed while something refers to it is tried to be removed then.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { dependentGroups } from './dependent-stories.js';

const answer = (example: object): string =>
  `{ description: OK, content: { application/json: { schema: { type: object }, example: ${JSON.stringify(example)} } } }`;
const id = '[{ name: id, in: path, required: true, schema: { type: integer } }]';
const harbour = (words: string): string => `
openapi: 3.2.0
info: { title: Harbour, version: '1' }
x-docproof: { version: 1 }
paths:
  /berths:
    post:
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } }, example: { name: A } } } }
      responses: { '201': ${answer({ id: 1, name: 'A' })} }
  /berths/{id}:
    parameters: ${id}
    get: { responses: { '200': ${answer({ id: 1, name: 'A' })} } }
    delete: { description: "${words}", responses: { '204': { description: Gone }, '409': { description: No } } }
  /stays:
    post:
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { berth_id: { type: integer } }, required: [berth_id] }, example: { berth_id: 1 } } } }
      responses: { '201': ${answer({ id: 2, berth_id: 1, state: 'open' })} }
  /stays/{id}:
    parameters: ${id}
    get: { responses: { '200': ${answer({ id: 2, berth_id: 1, state: 'open' })} } }
    delete: { responses: { '204': { description: Gone } } }
`;

it.each([
  ["A berth with stays can't be removed.", true],
  ['Fails with 409 while it has open stays.', true],
  ["You can't delete a berth that still has stays.", true],
  ['409 if there are still stays at the berth.', true],
  ['If any stays refer to it, the answer is 409.', true],
  ['409 while open stays belong to it.', true],
  ['A berth that is used by stays cannot be deleted.', true],
  ['Ein Liegeplatz, an dem noch Stays sind, kann nicht gelöscht werden.', true],
  ['Un poste qui contient encore des stays ne peut pas être supprimé.', true],
  // One that has just been made is none of them.
  ["A berth with overdue stays can't be removed.", false],
  ["A berth with boats can't be removed.", false],
  ['Removes a berth.', false],
])('%s', (words, tried) => {
  const groups = dependentGroups(suiteOf(loadText(harbour(words))));
  const steps = groups.flatMap(({ cases }) => cases.map(({ request, expect: due }) => [request.method, due.statuses]));
  expect(steps).toEqual(
    tried
      ? [
          ['POST', ['201']],
          ['DELETE', ['409']],
        ]
      : [],
  );
});
