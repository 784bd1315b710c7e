// Bodies that are lists.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

function bodies(list: string, shown = '{ type: object }'): Record<string, string | undefined> {
  const spec = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /notes/import:
    post:
      operationId: many
      requestBody: { required: true, content: { application/json: { schema: { type: array, ${list} } } } }
      responses: { '201': { description: made, content: { application/json: { schema: ${shown} } } }, '422': { description: wrong } }
`;
  const cases = casesOf(suiteOf(loadText(spec)), { pasted: false }).flatMap((group) => group.cases);
  const found = cases.filter(({ id }) => id.includes('/list/'));
  return Object.fromEntries(found.map(({ id, request }) => [id.split('/list/')[1] ?? '', request.body]));
}

const MEMBER = 'items: { type: object, required: [a], properties: { a: { type: integer, minimum: 1, maximum: 1 } } }';

it.each([
  [
    'limits of the list and what its members need',
    `minItems: 1, maxItems: 2, ${MEMBER}`,
    { empty: '[]', 'too-long': '[{"a":1},{"a":1},{"a":1}]', member: '[{"a":1},{}]' },
  ],
  ['no limits', 'items: { type: string }', {}],
  ['a limit that no request reaches', 'maxItems: 100000, items: { type: string }', {}],
])('%s', (_, list, wanted) => {
  expect(bodies(list)).toEqual(wanted);
});

it('an answer that tells of each member refuses none', () => {
  expect(bodies(MEMBER, '{ type: array, items: { properties: { errors: { type: array } } } }')).toEqual({});
});
