// Lists in order: only what is wrong whichever way texts are compared.
import { expect, it } from 'vitest';
import { outOfOrder, outOfRank } from './ordered.js';

it.each([
  [[1, 2, 10], 'asc', undefined],
  [[2, 10, 1], 'asc', [10, 1]],
  [[3, 2, 2], 'desc', undefined],
  [['b', 'a'], 'asc', ['b', 'a']],
  [['a', 'B', 'c'], 'asc', undefined],
  [['B', 'a', 'c'], 'asc', undefined],
  [['x9', 'x10'], 'asc', undefined],
  [['x10', 'x9'], 'asc', undefined],
  [['2026-01-01T01:00:00+02:00', '2026-01-01T00:00:00Z'], 'asc', undefined],
  [['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'], 'asc', ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z']],
  [[2, null, 1], 'asc', [2, 1]],
  [['/Date(99)/', '/Date(100+0000)/'], 'asc', undefined],
  [['/Date(100)/', '/Date(99)/'], 'asc', [100, 99]],
  [[1, 2], undefined, undefined],
  [[2, 1], undefined, undefined],
  [[1, 3, 2], undefined, [1, 3]],
] as const)('%j %s', (values, direction, want) => {
  const members = values.map((name) => ({ id: 1, name }));
  expect(outOfOrder(members, 'name', direction)).toEqual(want);
});

it('takes no words for names', () => {
  expect(outOfOrder([{ priority: 'low' }, { priority: 'high' }], 'priority', 'asc')).toBeUndefined();
});

it.each([
  [['urgent', 'low', 'high'], undefined],
  [
    ['low', 'urgent'],
    ['low', 'urgent'],
  ],
  [
    ['urgent', 'low', 'urgent'],
    ['low', 'urgent'],
  ],
  [['urgent', 'other', 'low'], undefined],
  [[], undefined],
])('%j by their ranks', (values, want) => {
  const members = values.map((priority) => ({ priority }));
  expect(outOfRank(members, 'priority', [['urgent'], ['high', 'low']])).toEqual(want);
});
