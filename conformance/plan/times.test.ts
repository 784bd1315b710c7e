import { expect, it } from 'vitest';
import { timesIn } from './times.js';

it.each([
  ['once', 1],
  ['twice', 2],
  ['2 times', 2],
  ['three times', 3],
  ['12', 12],
  ['zweimal', 2],
  ['fünfmal', 5],
  ['une seule fois', 1],
  ['deux fois', 2],
  ['often', undefined],
])('%s', (words, times) => {
  expect(timesIn(words)).toBe(times);
});
