import { expect, it } from 'vitest';
import { isPluralOf } from './stem.js';

it.each([
  ['regale', 'regal', true],
  ['kisten', 'kiste', true],
  ['fahrten', 'fahrt', true],
  ['buecher', 'buch', true],
  ['baende', 'band', true],
  ['medien', 'medium', true],
  ['media', 'medium', true],
  ['museen', 'museum', true],
  ['farmer', 'farm', false],
  ['mediator', 'medium', false],
  ['regal', 'regal', false],
  ['planner', 'plan', false],
  ['caren', 'car', false],
])('%s is the German or Latin plural of %s: %s', (word, one, is) => {
  expect(isPluralOf(word, one)).toBe(is);
});
