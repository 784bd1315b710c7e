import { expect, it } from 'vitest';
import { type CaseGroup, caseParts, casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { LIBRARY } from '../testing/library-spec.js';
import { sampleCase } from '../testing/sample-run.js';
import { Agenda } from './agenda.js';

const group = (id: string, cases: number, kind = 'story'): CaseGroup =>
  ({
    id,
    cases: Array.from({ length: cases }, (_, i) => ({ id: `${id}/${i}`, kind, operation: { segments: [] } })),
  }) as unknown as CaseGroup;

const taken = (agenda: Agenda): string[] => {
  const ids: string[] = [];
  for (let item = agenda.next(); item; item = agenda.next()) {
    ids.push(item.group.id);
    item.results = [sampleCase(item.group.id, 'passed')];
  }
  return ids;
};

it('what is long begins first, what is derived later comes behind it, and results keep the order of the suite', () => {
  const agenda = new Agenda(
    [group('short', 1), group('long', 3)],
    [[group('a', 2)], [], [group('b', 1, 'derived'), group('c', 1, 'documented')]],
  );
  expect(agenda.size).toBe(2);
  expect(taken(agenda)).toEqual(['long', 'short', 'a', 'b', 'c']);
  expect(agenda.size).toBe(5);
  expect(agenda.results().map((r) => r.id)).toEqual(['c', 'b', 'short', 'long', 'a']);
});

it('pages of a list that others change wait until all others are done', () => {
  const paged = (id: string, path: object[]): CaseGroup =>
    ({
      id,
      cases: [{ id, kind: 'derived', following: { limit: 'n', query: 'p=2' }, operation: { segments: path } }],
    }) as unknown as CaseGroup;
  const own = [{ text: 'shelves' }, { text: '{}', variable: 'id' }, { text: 'books' }];
  const agenda = new Agenda(
    [group('one', 1)],
    [[paged('shelves', [{ text: 'shelves' }]), paged('books', own), group('two', 1)]],
  );
  expect(taken(agenda)).toEqual(['one', 'books', 'two']);
  expect([agenda.nextAlone()?.group.id, agenda.nextAlone()]).toEqual(['shelves', undefined]);
});

it('derives no more than is asked for', () => {
  const asked: string[] = [];
  const rest = function* (): Generator<CaseGroup[]> {
    for (const id of ['a', 'b']) {
      asked.push(id);
      yield [group(id, 1)];
    }
  };
  const agenda = new Agenda([group('first', 1)], rest());
  agenda.next();
  expect(asked).toEqual([]);
  expect([agenda.more(), agenda.more(), agenda.more()]).toEqual([true, true, false]);
  expect(taken(agenda)).toEqual(['a', 'b']);
});

it('the parts of a suite are the suite, with the same ids', () => {
  const suite = suiteOf(loadText(LIBRARY));
  const { first, rest } = caseParts(suite, { pasted: false });
  const ids = (groups: CaseGroup[]): string[] => groups.flatMap((g) => g.cases.map((c) => c.id));
  const parts = [...rest];
  expect(parts.length).toBeGreaterThan(5);
  expect(first.length).toBeGreaterThan(1);
  expect(ids([...first, ...parts.flat()]).sort()).toEqual(ids(casesOf(suite, { pasted: false })).sort());
  expect(new Set(ids(parts.flat())).size).toBe(ids(parts.flat()).length);
});
