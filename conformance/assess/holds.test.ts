// What fits what was asked for, in one way or another.
import { expect, it } from 'vitest';
import { begins, holds, isSame, isWithin, otherThan, shifted } from './holds.js';

it.each([
  ['en', 'en', true],
  ['EN', 'en', true],
  ['The walled garden', 'WALL', true],
  ['de', 'en', false],
  [3, '3', true],
  [3, 4, false],
  [true, true, true],
  [false, true, false],
  [null, 'en', false],
  [['soup', 'Vegan'], 'vegan', true],
  [[], 'vegan', false],
])('%j has %j: %s', (shown, asked, fits) => {
  expect(holds(shown, asked)).toBe(fits);
});

it('tells what is the same from what only has it inside', () => {
  expect([isSame('27', 27), isSame('272', 27), isSame('EN', 'en'), isSame(['a', 'b'], 'b')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

it('tells what begins with a text from what has it inside', () => {
  expect(begins('Mara', 'ma')).toBe(true);
  expect(begins('Mara', 'ra')).toBe(false);
});

it.each([
  [5, 5, 'least', undefined, true],
  [5, 5, 'least', false, false],
  [4, 5, 'least', undefined, false],
  [4, 5, 'most', undefined, true],
  ['2026-04-01', '2026-04-02', 'most', true, true],
  ['2026-04-01T00:00:00Z', '2026-04-01T01:00:00+02:00', 'most', true, false],
  [null, 5, 'most', true, true],
] as const)('%j of a range with the end %j (%s, included: %s): %s', (shown, end, side, included, fits) => {
  expect(isWithin(shown, end, side, included)).toBe(fits);
});

it('makes more and less of a value, in its own form', () => {
  expect([shifted(5, 1), shifted(2.5, -1)]).toEqual([6, 1.5]);
  expect(shifted('2026-03-01', -1)).toBe('2026-02-28');
  expect(shifted('2026-03-01T00:30:00Z', -1)).toBe('2026-02-28T23:30:00Z');
  expect(shifted('soup', 1)).toBeUndefined();
});

it('makes another value of the same form', () => {
  expect([otherThan(7), otherThan('en'), otherThan('az-9'), otherThan('')]).toEqual([8, 'fo', 'ba-0', undefined]);
  expect(otherThan('5a1d8f0e-3f64-4c2b-9d2e-0c7b8a9e1f10')).toBe('6b2e9a1f-4a75-5d3c-0e3f-1d8c9b0f2a21');
  expect(otherThan(true)).toBeUndefined();
});
