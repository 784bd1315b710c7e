// Numbers that follow from others in an answer are computed again.
import { expect, it } from 'vitest';
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { loadText } from '../testing/certify-fake.js';
import { computedFindings } from './computed.js';

const api: Api = loadText("openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\n");
const number = { type: 'number' };
const invoice = (description: string): Schema =>
  ({
    properties: {
      invoices: {
        type: 'array',
        items: {
          properties: {
            net: number,
            tax: number,
            lines: { type: 'array', items: {} },
            result: { ...number, description },
          },
        },
      },
    },
  }) as Schema;
const told = (description: string, value: JsonValue): string[] =>
  computedFindings(api, invoice(description), value).map(
    ({ ok, expected, actual }) => `${ok}: ${expected} | ${actual}`,
  );

it.each([
  ['The sum of `net` and `tax`', 7, 'true: result is net + tax, 7 | 7'],
  ['Read-only. net plus tax', 6, 'false: result is net + tax, 7 | 6'],
  ['`net` minus `tax`', 3, 'true: result is net − tax, 3 | 3'],
  ['`net`と`tax`の積。', 11, 'false: result is net × tax, 10 | 11'],
  ['Number of lines', 3, 'true: result is the number of lines, 3 | 3'],
  // What is shown of them may be the beginning.
  ['Number of lines', 9, 'true: result is the number of lines, 3 | 9'],
  ['How many lines the invoice has', 2, 'false: result is the number of lines, 3 | 2'],
])('%s: %s', (words, result, want) => {
  const invoices = [{ net: 5, tax: 2, lines: [1, 2, 3], result }];
  expect(told(words, { invoices })).toEqual([want]);
});

it.each([
  'The sum of all fees',
  'The sum of net and tax, if there is any',
  'Number of lines that are open',
  'Number of lines that were not sent yet',
  'Number of pages',
  'The result',
])('says nothing of %s', (words) => {
  expect(told(words, { invoices: [{ net: 5, tax: 2, lines: [], result: 1 }] })).toEqual([]);
});

it('leaves decimals their rounding, and finds the one that is wrong among many', () => {
  const one = (result: number): JsonValue => ({ net: 0.105, tax: 0.2, lines: [], result });
  expect(told('net plus tax', { invoices: [one(0.31), one(0.3)] })).toEqual([expect.stringMatching(/^true/)]);
  expect(told('net plus tax', { invoices: [one(0.31), one(0.4)] })).toEqual([expect.stringMatching(/^false.*0\.4$/)]);
  expect(told('net plus tax', { invoices: [{ net: 1, tax: null, lines: [], result: 1 }] })).toEqual([]);
});

const order = (description: string | undefined): Schema =>
  ({
    properties: {
      total: { ...number, ...(description === undefined ? {} : { description }) },
      items: { type: 'array', items: { properties: { quantity: number, unitPrice: number, amount: number } } },
    },
  }) as Schema;
const ITEMS = [
  { quantity: 2, unitPrice: 3, amount: 6 },
  { quantity: 1, unitPrice: 4, amount: 4 },
];

it.each([
  ['The sum of `quantity` × `unitPrice` over its items', 10, ['true']],
  ['Sum of quantity × unit price over its items', 7, ['false']],
  ['Sum of the amounts of all items.', 9, ['false']],
  // What is shown of them may be the beginning.
  ['Sum of the amounts of all items.', 11, ['true']],
  ['Sum of the amounts of all items that are paid.', 9, []],
  ['Sum of the fees of all items.', 9, []],
])('%s: %s', (description, total, want) => {
  const found = computedFindings(api, order(description), { total, items: ITEMS });
  expect(found.map(({ ok }) => String(ok))).toEqual(want);
});

it('hears what is said in front of all operations', () => {
  const text = '`total` is the sum of quantity × unit price over its items; it grows.';
  const tagged = loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
      paths: {},
      tags: [{ name: 'a', description: text }],
    }),
  );
  const found = (tags: string[]) => computedFindings(tagged, order(undefined), { total: 7, items: ITEMS }, { tags });
  expect(found(['a']).map(({ ok }) => ok)).toEqual([false]);
  expect(found(['b'])).toEqual([]);
});
