// What is promised of a thing that has just been made is looked at in the answer that makes it.
import { expect, it } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { madeFindings } from './as-made.js';

const told = (
  property: string,
  schema: string,
  description: string,
  value: JsonValue,
  { sent = {}, sample = '', making = '' }: { sent?: object; sample?: string; making?: string } = {},
): string[] => {
  const api = loadText(`openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /loans:
    post:
      description: '${making}'
      requestBody: { content: { application/json: { schema: { properties: { note: { type: string } } } } } }
      responses:
        '201':
          description: Made
          content: { application/json: { schema: { properties: { loan: { properties: { ${property}: { ${schema}, description: "${description}" }, created_at: { type: string } } } } }${sample} } }
`);
  const create = suiteOf(api).model.operations[0];
  if (!create) throw new Error('no operation');
  const loan = { [property]: value, created_at: '2026-03-01T10:00:00Z' };
  return madeFindings(create, { loan }, sent as Record<string, unknown>).map(({ id, ok }) => `${id} ${ok}`);
};

it.each<[string, string, string, JsonValue, string[]]>([
  ['renewals', 'type: integer', 'Read-only. How often it was renewed, 0 at first', 0, ['at-first true']],
  ['renewals', 'type: integer', 'How often it was renewed, 0 at first', 1, ['at-first false']],
  ['state', 'enum: [draft, sent]', 'Starts as a draft', 'draft', ['at-first true']],
  ['state', 'enum: [draft, sent]', 'Starts as `draft`', 'sent', ['at-first false']],
  ['done_at', "type: [string, 'null']", 'null until it is returned', null, ['at-first true']],
  [
    'done_at',
    "type: [string, 'null']",
    'Null unless the loan was returned',
    '2026-03-01T10:00:00Z',
    ['at-first false'],
  ],
  ['due_on', 'type: string, format: date', '28 days after the day of the loan', '2026-03-29', ['since-made true']],
  ['due_on', 'type: string, format: date', '28 days after the day of the loan', '2026-03-22', ['since-made false']],
  ['ends_at', 'type: string', '30 minutes after its creation', '2026-03-01T10:30:02Z', ['since-made true']],
  ['ends_at', 'type: string', '30 minutes after its creation', '2026-03-01T11:00:00Z', ['since-made false']],
  ['state', 'type: string, enum: [draft, sent]', 'New loans are drafts.', 'sent', ['at-first false']],
  ['state', 'type: string, enum: [draft, sent]', 'Where it is.', 'sent', []],
  // Of something else, or not for sure.
  ['due_on', 'type: string', '28 days after the day of the order', '2026-03-22', []],
  ['ends_at', 'type: string', '30 minutes after its creation, if nothing else is agreed', '2026-03-01T11:00:00Z', []],
  ['state', 'type: string', 'Starts with a letter', 'x', []],
  ['position', 'type: integer', 'Where it stands in the row. Starts at 1', 5, []],
  ['note', 'type: string', 'Starts as draft', 'x', []],
])('%s (%s), "%s": %j', (property, schema, description, value, want) => {
  expect(told(property, schema, description, value)).toEqual(want);
});

it('leaves alone what was sent, and what a sample of the answer shows otherwise', () => {
  const words = 'How often it was renewed, 0 at first';
  expect(told('renewals', 'type: integer', words, 3, { sent: { renewals: 3 } })).toEqual([]);
  expect(told('renewals', 'type: integer', words, 3, { sample: ', example: { loan: { renewals: 3 } }' })).toEqual([]);
});

it('takes the state that the create says it makes', () => {
  const schema = 'type: string, enum: [draft, sent]';
  expect(told('state', schema, 'Where it is', 'sent', { making: 'Creates a draft.' })).toEqual(['at-first false']);
  expect(told('state', schema, 'Where it is', 'sent', { making: 'Creates a loan.' })).toEqual([]);
});
