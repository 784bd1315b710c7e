import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { fulfilled } from './date-literals.js';
import { suiteOf } from './suite.js';

const list = (option: string) => {
  const spec = `
openapi: 3.2.0
info: { title: Pots, version: '1' }
paths:
  /pots:
    get:
      operationId: listPots
      parameters: [{ name: $filter, in: query, schema: {}, description: ${JSON.stringify(option)} }]
      responses: { '200': { description: '' } }
`;
  const [operation] = suiteOf(loadText(spec)).model.operations;
  if (!operation) throw new Error('the spec has no list of pots');
  return operation;
};
const AT = Date.UTC(2026, 0, 2, 20, 0, 5, 250);

it.each([
  ['A condition.', AT, false, []],
  [
    "A date: datetime'2020-02-02T02:02:02'",
    AT,
    false,
    [
      "Fired gt datetime'2026-01-02T19:50:05' and Fired lt datetime'2026-01-02T20:10:05'",
      "Fired gt datetime'2026-01-02T20:00:05'",
    ],
  ],
  [
    "A date: datetimeoffset'2020-02-02T02:02:02Z'",
    AT,
    true,
    ["Fired gt datetimeoffset'2026-01-03T04:50:05+09:00' and Fired lt datetimeoffset'2026-01-03T05:10:05+09:00'"],
  ],
])('%s tells which conditions a moment fulfils', (option, at, unsure, conditions) => {
  expect(fulfilled(list(option), 'Fired', at, unsure)).toEqual(conditions);
});
