import { describe, expect, it } from 'vitest';
import { anewFindings, dateFindings, sameDates } from './dates.js';

const told = (before: object, after: object, sent = {}, apart = 0) =>
  dateFindings(before as never, after as never, sent, apart).map(({ id, ok }) => `${id} ${ok}`);

describe('dateFindings', () => {
  it.each([
    ['stays', { __published: '/Date(5100)/' }, { __published: '/Date(5100)/' }, 'date-stays true'],
    ['moves', { __published: '/Date(5100)/' }, { __published: '/Date(5101)/' }, 'date-stays false'],
    [
      'is kept to the second',
      { createdAt: '2020-01-01T00:00:00.999Z' },
      { createdAt: '2020-01-01T00:00:00Z' },
      'date-stays true',
    ],
    [
      'is written in another zone',
      { created_at: '2020-01-01T00:00:00Z' },
      { created_at: '2020-01-01T02:00:00+02:00' },
      'date-stays true',
    ],
    ['is another day', { created: '2020-01-01T00:00:00Z' }, { created: '2020-01-02T00:00:00Z' }, 'date-stays false'],
  ])('a date of making %s', (_name, before, after, want) => expect(told(before, after)).toEqual([want]));

  it.each([
    ['is later', '/Date(5100)/', '/Date(5120)/', 20, true],
    ['is the same though time went by', '/Date(5100)/', '/Date(5100)/', 20, false],
    ['is the same, and nobody waited', '/Date(5100)/', '/Date(5100)/', 0, true],
    ['is earlier', '/Date(5100)/', '/Date(5099)/', 0, false],
    ['is the same second', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 20, true],
    ['is the same millisecond', '2020-01-01T00:00:00.123Z', '2020-01-01T00:00:00.123Z', 20, false],
    ['is the same second, written as milliseconds', '/Date(5000)/', '/Date(5000)/', 20, true],
    ['is of last year', '2020-01-01T00:00:00Z', '2019-01-01T00:00:00Z', 0, false],
  ])('a date of change that %s', (_name, then, now, apart, want) =>
    expect(told({ __updated: then }, { __updated: now }, {}, apart)).toEqual([`date-goes-on ${want}`]),
  );

  it('says nothing of what is no such date, is not there any more, or was sent', () => {
    const before = {
      Name: '/Date(1)/',
      updatedBy: '2020-01-01T00:00:00Z',
      created: 'yesterday',
      modified: '/Date(1)/',
    };
    expect(told(before, { Name: '/Date(2)/', updatedBy: '2019-01-01T00:00:00Z', created: 'today' })).toEqual([]);
    expect(told({ published: '/Date(1)/' }, { published: '/Date(2)/' }, { published: '/Date(2)/' })).toEqual([]);
  });
});

describe('sameDates', () => {
  it.each([
    ['the same', { __published: '/Date(5100)/', __updated: '/Date(5200)/' }, [true, true]],
    ['a date of making a moment later', { __published: '/Date(5101)/' }, [false]],
    ['a date of change that came with the write', { __updated: '/Date(5950)/' }, [true]],
    ['a date of change of another day', { __updated: '/Date(95200)/' }, [false]],
    ['none', {}, []],
  ])('%s', (_name, other, want) => {
    const one = { __published: '/Date(5100)/', __updated: '/Date(5200)/', Name: '/Date(1)/' };
    expect(sameDates(one, other as never).map(({ ok }) => ok)).toEqual(want);
  });
});

it.each([
  ['is later', '/Date(5100)/', '/Date(5101)/', 1, [true]],
  ['is that of the first', '/Date(5100)/', '/Date(5100)/', 1, [false]],
  ['is the same second', '/Date(5000)/', '/Date(5000)/', 900, []],
  ['is the same second though more went by', '/Date(5000)/', '/Date(5000)/', 1001, [false]],
  ['nobody can tell apart', '/Date(5100)/', '/Date(5100)/', 0, []],
])('the date of what is made again %s', (_name, then, now, apart, want) =>
  expect(anewFindings({ made: then }, { made: now, other: now }, ['made', 'other'], apart).map(({ ok }) => ok)).toEqual(
    want,
  ),
);
