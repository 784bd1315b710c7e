import { expect, it } from 'vitest';
import { isPluralOf } from './stem.js';

it.each([
  ['regale', 'regal', true],
  ['kisten', 'kiste', true],
  ['fahrten', 'fahrt', true],
  ['regal', 'regal', false],
  ['planner', 'plan', false],
  ['caren', 'car', false],
])('%s is the German plural of %s: %s', (word, one, is) => {
  expect(isPluralOf(word, one)).toBe(is);
});
