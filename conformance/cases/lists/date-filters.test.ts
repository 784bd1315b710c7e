import { expect, it } from 'vitest';
import { entityOf } from '../../plan/entities.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { dated } from './date-filters.js';

const pots = (option: string, made: string): string => `
openapi: 3.2.0
info: { title: Pots, version: '1' }
paths:
  /pots:
    get:
      operationId: listPots
      parameters: [{ name: $filter, in: query, schema: {}, description: ${JSON.stringify(option)} }]
      responses:
        '200':
          description: ''
          content: { application/json: { schema: { type: array, items: { properties: { Fired: { description: ${made} } } } } } }
  /pots/{Name}:
    get: { operationId: getPot, parameters: [{ name: Name, in: path, required: true, schema: {} }], responses: { '200': { description: '' } } }
`;

it.each([
  [
    'one form that is shown',
    "Date: datetime'2017-12-15T09:39:10'",
    'Date of creation',
    ["datetime'2000-01-01T00:00:00'"],
  ],
  [
    'both forms',
    "datetime'2017-12-15T09:39:10' or datetimeoffset'2017-12-15T09:39:10Z'",
    '作成日',
    ["datetime'2000-01-01T00:00:00'", "datetimeoffset'2000-01-01T09:00:00+09:00'"],
  ],
  ['no form that is not', 'A condition.', 'Date of creation', []],
  ['no date but that of creation', "datetime'2017-12-15T09:39:10'", 'Date of delivery', []],
])('what was made is looked for by %s', (_, option, made, written) => {
  const [pot] = suiteOf(loadText(pots(option, made))).model.resources;
  if (!pot?.list) throw new Error('the spec has no list of pots');
  const three = ['a', 'b', 'c'].map((name) => entityOf(pot, [name], []));
  expect(dated(pot.list, three).map(({ query, list }) => [query, list.members])).toEqual(
    written.flatMap((date) => [
      [[['$filter', `Fired lt ${date}`]], []],
      [[['$filter', `Fired gt ${date}`]], three],
    ]),
  );
});
