import { expect, it } from 'vitest';
import { isPluralOf, stem } from './stem.js';

it.each([
  ['regale', 'regal', true],
  ['kisten', 'kiste', true],
  ['fahrten', 'fahrt', true],
  ['buecher', 'buch', true],
  ['baende', 'band', true],
  ['medien', 'medium', true],
  ['media', 'medium', true],
  ['museen', 'museum', true],
  ['shelve', 'shelf', true],
  ['wave', 'wav', false],
  ['farmer', 'farm', false],
  ['mediator', 'medium', false],
  ['regal', 'regal', false],
  ['planner', 'plan', false],
  ['caren', 'car', false],
])('%s is the stem of a plural of %s: %s', (word, one, is) => {
  expect(isPluralOf(word, one)).toBe(is);
});

it.each([
  ['releases', 'release'],
  ['courses', 'course'],
  ['caches', 'cache'],
  ['boxes', 'box'],
  ['addresses', 'address'],
  ['Adresses', 'adresse'],
  ['branches', 'branch'],
  ['parties', 'party'],
  ['_Tags', 'tag'],
])('%s and %s have one stem', (many, one) => {
  expect(stem(many)).toBe(stem(one));
});

it('other words have other stems', () => {
  expect(new Set(['bus', 'bush', 'box', 'bosses', 'base'].map(stem)).size).toBe(5);
});
