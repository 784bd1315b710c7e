// Urlencoded forms whose fields have styles: read as the client writes them, and as others do.
import { expect, test } from 'vitest';
import { type QueryStyle, queryText } from '../../client/runtime/query.js';
import { urlencodedValue } from './form.js';
import type { FieldStyle, JsonSchema } from './route.js';

const line = { type: 'object', properties: { price: { type: 'string' }, quantity: { type: 'integer' } } };
const schema: JsonSchema = {
  type: 'object',
  properties: {
    tags: { type: 'array', items: { type: 'string' } },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
    lines: { type: 'array', items: line },
    where: { type: 'object', properties: { city: { type: 'string' } } },
    amount: { type: 'integer' },
    since: { anyOf: [{ type: 'object', properties: { gt: { type: 'integer' } } }, { type: 'integer' }] },
  },
  oneOf: [{ properties: { card: { type: 'integer' } } }, { properties: { bank: { type: 'boolean' } } }],
};
const encoding: Record<string, FieldStyle> = {
  tags: { explode: false },
  metadata: { style: 'deepObject', explode: true },
  lines: { style: 'deepObject', explode: true },
  where: { style: 'form' },
  since: { style: 'deepObject', explode: true },
};
const STYLES: Record<string, QueryStyle> = {
  tags: 'comma',
  metadata: 'deepObject',
  lines: 'deepObject',
  where: 'spread',
  since: 'deepObject',
};

const read = async (text: string): Promise<unknown> =>
  JSON.parse(JSON.stringify(await urlencodedValue(text, { type: '', schema, encoding }, {})));

test.each([
  { amount: 5, tags: ['a', 'b,c'] },
  { metadata: { order: '66', 'a b': 'é' } },
  {
    lines: [
      { price: 'p1', quantity: 1 },
      { price: 'p2', quantity: 2 },
    ],
  },
  { where: { city: 'Paris' }, amount: 1 },
  { since: { gt: 5 }, card: 5 },
  { since: 5, bank: true },
])('%j as the client writes it', async (value) => {
  expect(await read(queryText(value, STYLES).slice(1))).toEqual(value);
});

test.each([
  ['lines[][price]=x', { lines: [] }],
  ['lines[10][price]=b&lines[2][price]=a', { lines: [{ price: 'a' }, { price: 'b' }] }],
  ['metadata=x&metadata[a=1', {}],
  ['tags=', { tags: [] }],
  ['other[a]=1&city=Rome', { 'other[a]': '1', where: { city: 'Rome' } }],
])('%s', async (text, value) => {
  expect(await read(text)).toEqual(value);
});

test('as JSON', async () => {
  const json = { ...{ type: '', schema }, encoding: { where: { json: true } } };
  expect(await urlencodedValue('where=%7B%22city%22%3A%22x%22%7D', json, {})).toMatchObject({ where: { city: 'x' } });
});

test('many fields take no time', async () => {
  const text = Array.from({ length: 60_000 }, (_, n) => `metadata[k${n}]=1&f${n}=1`).join('&');
  expect(Object.keys(await urlencodedValue(text, { type: '', schema, encoding }, {}))).toHaveLength(60_001);
});
