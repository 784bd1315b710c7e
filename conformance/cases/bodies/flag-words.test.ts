import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

const item = '{ type: object, properties: { archived: { type: boolean } } }';

it.each([
  ['Show what is archived.', undefined],
  ['If false, all are shown.', undefined],
  ['Filters by whether it is archived: true or false.', { property: 'archived', value: false }],
])('%s', (words, members) => {
  const suite = suiteOf(
    loadText(`openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      operationId: listNotes
      parameters: [{ name: archived, in: query, description: '${words}', schema: { type: boolean } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: ${item} } } } } }
`),
  );
  const cases = casesOf(suite, { pasted: false }).flatMap((group) => group.cases);
  const asked = (value: boolean) =>
    cases.find((c) => c.id === `derived/listNotes/query/archived/${value}`)?.expect.members;
  expect([asked(true), asked(false)]).toEqual([{ property: 'archived', value: true }, members]);
});
