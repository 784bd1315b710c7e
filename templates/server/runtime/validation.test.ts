// Values against schemas: what ajv alone would take otherwise.
import { expect, test } from 'vitest';
import type { JsonSchema } from './route.js';
import { createValidator } from './validation.js';

const validator = createValidator({});

test.each([
  [19.99, true],
  [0.07, true],
  [4.35, true],
  [1234567.89, true],
  [1.005, false],
  [0.001, false],
])('%d as a multiple of 0.01: %s', async (value, fits) => {
  const media = { type: 'application/json', schema: { type: 'number', multipleOf: 0.01 } };
  expect((await validator.body(media, value)).length === 0).toBe(fits);
});

const check = async (schema: JsonSchema, value: unknown): Promise<string[]> =>
  (await validator.body({ type: 'application/json', schema }, value)).map((problem) => problem.message);
const ROW = { type: 'array', uniqueItems: true, items: { type: 'object', required: ['a', 'b'] } };

test.each([
  [[1, '1', true, null, {}], true],
  [
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    false,
  ],
  [
    [
      [1, 2],
      [2, 1],
    ],
    true,
  ],
  [['x', 'y', 'x'], false],
])('the items of %j differ: %s', async (items, differ) => {
  expect(await check({ uniqueItems: true }, items)).toEqual(differ ? [] : ['the body must NOT have duplicate items']);
});

test('all problems of a small value, and the first of a large one, in no time', async () => {
  expect(await check(ROW, [{ a: 1, b: 1 }, { a: 1 }, {}])).toHaveLength(3);
  expect((await check(ROW, Array(1500).fill({}))).length).toBe(100);
  expect(await check(ROW, Array(300_000).fill({}))).toHaveLength(1);
  const rows = Array.from({ length: 30_000 }, (_, n) => ({ a: n, b: n }));
  expect(await check(ROW, rows)).toEqual([]);
});

test('a property that is called as one that every object inherits is one like any other', async () => {
  const properties = { constructor: { type: 'string' }, toString: { type: 'string' } };
  const schema: JsonSchema = { type: 'object', properties, required: ['toString'] };
  expect(await check(schema, { toString: 'a' })).toEqual([]);
  expect(await check(schema, { constructor: 'a' })).toEqual(["the body must have required property 'toString'"]);
});
