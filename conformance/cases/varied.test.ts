// More names of the kind of a documented one.
import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { fixtureText, loadText } from '../testing/certify-fake.js';
import { oneBehind, varied } from './varied.js';

const suite = suiteOf(loadText(fixtureText('shelves')));

it('counts on from the number in it, or from none', () => {
  expect(varied(suite, 'box1', 3)).toEqual(['box1', 'box2', 'box3']);
  expect(varied(suite, 'attic', 3)).toEqual(['attic', 'attic1', 'attic2']);
});

it.each(['attic', 'ATTIC', 'box1', '7'])('%s has one behind it in any order of signs and letters', (key) => {
  const [one = '', other = ''] = oneBehind(suite, key).map((name) => `${name}-r1`);
  expect(one < other).toBe(true);
  expect(one.localeCompare(other, 'en', { ignorePunctuation: true })).toBe(-1);
});
