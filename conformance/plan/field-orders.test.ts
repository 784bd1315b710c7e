// Which of two fields may not be below the other.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { type FieldOrder, fieldOrders } from './field-orders.js';
import { modelOf } from './model.js';

const day = { type: 'string', format: 'date' };
const count = { type: 'integer' };

function ordersOf(field: string, description: string, own = ''): readonly FieldOrder[] {
  const schemas = { begins_on: day, endsOn: day, least: count, most: count, note: { type: 'string' } };
  const properties = Object.fromEntries(
    Object.entries(schemas).map(([name, one]) => [name, { ...one, ...(name === field ? { description: own } : {}) }]),
  );
  const post = {
    description,
    requestBody: { content: { 'application/json': { schema: { properties } } } },
    responses: { '422': { description: '' } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/berths': { post } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  return operation ? fieldOrders(operation) : [];
}

const DAYS = { low: 'begins_on', high: 'endsOn' };
const COUNTS = { low: 'least', high: 'most' };

it.each<[string, string, FieldOrder[]]>([
  ['endsOn', 'Must be after `begins_on`', [{ ...DAYS, alike: 'refused' }]],
  ['endsOn', 'The last day. It must be later than the begins_on.', [{ ...DAYS, alike: 'refused' }]],
  ['endsOn', "Can't be before begins_on", [{ ...DAYS, alike: 'taken' }]],
  ['begins_on', 'Must be before `endsOn`', [{ ...DAYS, alike: 'refused' }]],
  ['least', "Can't be greater than `most`", [{ ...COUNTS, alike: 'taken' }]],
  ['most', 'Must be greater than or equal to `least`', [{ ...COUNTS, alike: 'taken' }]],
  ['most', 'Muss größer als `least` sein', [{ ...COUNTS, alike: 'refused' }]],
  ['most', 'Ne peut pas être inférieur à `least`', [{ ...COUNTS, alike: 'taken' }]],
  ['most', '`least`より大きい値でなければならない', [{ ...COUNTS, alike: 'refused' }]],
  ['most', 'Must be greater than `begins_on`', []],
  ['most', 'Must be greater than `least` plus 5', []],
  ['most', 'Must be greater than 5', []],
  ['note', 'Must be after `begins_on`', []],
])('%s: %s', (field, own, orders) => {
  expect(ordersOf(field, '', own)).toEqual(orders);
});

it.each<[string, FieldOrder[]]>([
  ['If `endsOn` is before `begins_on`, the answer is 422.', [DAYS]],
  ["422 if endsOn isn't after begins_on.", [{ ...DAYS, alike: 'refused' }]],
  ['The end must be in order: `begins_on` must be earlier than `endsOn`.', [{ ...DAYS, alike: 'refused' }]],
  ['Wenn `least` größer als `most` ist, kommt 422.', [COUNTS]],
  ['The ends on date must be after the begins on date.', [{ ...DAYS, alike: 'refused' }]],
  ['Where least is greater than most, both are swapped.', []],
  ['It must be after `begins_on`.', []],
])('%s', (description, orders) => {
  expect(ordersOf('', description)).toEqual(orders);
});
