// Answers may be anything: what is long or deep ends nothing but its own case.
import { expect, it } from 'vitest';
import { answerJson } from './answer-json.js';
import { listIn, objectsWith } from './entity-in.js';

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

it('what nests deeper than anybody means is no answer', () => {
  expect(answerJson(nested(150))).toMatchObject({ a: { a: {} } });
  expect(answerJson(nested(20_000))).toBeUndefined();
  expect(answerJson(`[${'[['.repeat(20_000)}`)).toBeUndefined();
});

it('brackets inside texts are none', () => {
  const text = JSON.stringify({ a: `\\"${'['.repeat(1000)}` });
  expect(answerJson(text)).toEqual(JSON.parse(text));
});

it('a list as long as may be is looked through as far as its limit', () => {
  const long = Array.from({ length: 300_000 }, (_, n) => n);
  expect(objectsWith({ d: [{ id: 1 }, ...long] }, ['id'])).toEqual([{ id: 1 }]);
  expect(listIn({ d: { results: long } })).toHaveLength(300_000);
});
