import { expect, test } from 'vitest';
import type { ApiOperation } from '../../spec/contract/api.js';
import type { CaseGroup } from '../plan/suite.js';
import type { CaseResult, Exchange, Run } from '../run.js';
import { sampleCase, sampleRun } from '../testing/sample-run.js';
import type { Fault } from './fault.js';
import { reached, seenExchanges } from './reach.js';
import { type FaultResult, faultLine, selfTest, selfTestExit, selfTestSummary } from './selftest.js';

const exchange = (method: string, path: string, status: number, purpose: Exchange['purpose'] = 'case'): Exchange => ({
  purpose,
  title: path,
  request: { method, url: `http://127.0.0.1:1${path}`, headers: { Authorization: 'Bearer ***' } },
  response: { status, headers: [['ETag', '"1"']], body: '{"Name":"a"}' },
  ms: 1,
});

const status = (id: string, of: number): Fault => ({
  id,
  area: 'status',
  what: `${of} is another`,
  answer: (answer) => (answer.status === of ? { ...answer, status: 299 } : undefined),
});

const passed = (id: string, ...exchanges: Exchange[]): CaseResult => sampleCase(id, 'passed', { exchanges });
const advised = (one: CaseResult): CaseResult => ({
  ...one,
  level: 'SHOULD',
  assertions: one.assertions.map((assertion) => ({ ...assertion, level: 'SHOULD' })),
});
const broken = (id: string): CaseResult => sampleCase(id, 'failed');
const group = (...ids: string[]): CaseGroup => ({ id: ids.join(), cases: ids.map((id) => ({ id })) }) as CaseGroup;

/** Three groups: one that creates, one that reads what it prepared, one with two cases. */
const CLEAN = sampleRun([
  passed('create', exchange('POST', '/things', 201)),
  passed('read', exchange('POST', '/things', 201, 'prepare'), exchange('GET', "/things('a')", 200)),
  passed('gone/delete', exchange('DELETE', "/things('a')", 204)),
  passed('gone/read', exchange('GET', "/things('a')", 404)),
]);
const GROUPS = [group('create'), group('read'), group('gone/delete', 'gone/read')];
const OPERATION = { method: 'POST', path: '/things' } as ApiOperation;

function played(
  faults: Fault[],
  results: (ids: string[]) => CaseResult[],
  options: { signal?: AbortSignal; clean?: Run } = {},
) {
  const runs: Record<string, string[]> = {};
  const told: FaultResult[] = [];
  const result = selfTest({
    faults,
    groups: GROUPS,
    match: () => undefined,
    start: async ({ id }) => ({ url: id, changed: () => 3, close: async () => {} }),
    certify: async (url, groups): Promise<Run> => {
      const ids = groups.flatMap((g) => g.cases.map((c) => c.id));
      runs[url] = ids;
      return sampleRun(results(ids));
    },
    clean: options.clean ?? CLEAN,
    parallel: 2,
    found: (one) => told.push(one),
    signal: options.signal ?? new AbortController().signal,
  });
  return { result, runs, told };
}

test('a fault is played against the groups in which it changes what a case looks at, and no others', async () => {
  const { result, runs, told } = played([status('create-wrong', 201), status('gone-wrong', 404)], (ids) =>
    ids.map(broken),
  );
  expect((await result).faults.map((f) => [f.fault.id, f.state, f.caughtBy])).toEqual([
    ['create-wrong', 'caught', ['create']],
    ['gone-wrong', 'caught', ['gone/delete', 'gone/read']],
  ]);
  expect(runs).toEqual({ 'create-wrong': ['create'], 'gone-wrong': ['gone/delete', 'gone/read'] });
  expect(told).toEqual((await result).faults);
  expect((await result).idle).toEqual(['read']);
});

test('what changes preparations alone is played where it does; what changes nothing is not played and is red', async () => {
  const only = sampleRun([passed('read', exchange('POST', '/things', 201, 'prepare'))]);
  expect(
    await reached(
      status('x', 201),
      only.cases.map((c) => seenExchanges(c.exchanges, () => undefined)),
    ),
  ).toEqual({ seen: new Set(), prepared: new Set([0]) });
  const { result, runs } = played([status('never', 418)], () => []);
  expect(await result).toMatchObject({
    faults: [{ state: 'unexercised', changed: 0 }],
    idle: CLEAN.cases.map((c) => c.id).sort(),
  });
  expect(runs).toEqual({});
  expect(selfTestExit(await result)).toBe(1);
});

test('a fault that its own cases let pass is played where it changes what prepares others', async () => {
  const { result } = played([status('create-wrong', 201)], (ids) =>
    ids.map((id) => (id === 'read' ? broken(id) : passed(id))),
  );
  expect((await result).faults).toMatchObject([{ state: 'caught', caughtBy: ['read'] }]);
});

test('a case that looks at SHOULD alone can catch nothing, and is told apart', async () => {
  const result = await played([status('quiet', 200)], (ids) => ids.map((id) => passed(id)), {
    clean: sampleRun(CLEAN.cases.map((one) => (one.id === 'read' ? advised(one) : one))),
  }).result;
  expect(result.idle).toContain('create');
  expect(result.idleAdvice).toEqual(['read']);
});

test('a fault survives that breaks nothing, and a case that was broken before catches nothing', async () => {
  const { result } = played([status('quiet', 200)], (ids) => ids.map((id) => passed(id)));
  expect(await result).toMatchObject({ faults: [{ state: 'survived', changed: 3, caughtBy: [] }] });
  expect(selfTestExit(await result)).toBe(1);
  const { result: open } = played([status('quiet', 200)], (ids) => ids.map((id) => sampleCase(id, 'cantTell')));
  expect((await open).faults[0]).toMatchObject({ state: 'survived', leftOpen: ['read'] });
});

test('a fault remembers from one story to the next', async () => {
  const second: Fault = {
    ...status('second', 0),
    answer: (answer, _request, memory) => {
      if (memory.has('seen')) return { ...answer, status: 500 };
      memory.set('seen', true);
      return undefined;
    },
  };
  const stories = CLEAN.cases.map((c) => seenExchanges(c.exchanges, () => undefined));
  expect(await reached(second, stories)).toEqual({ seen: new Set([1, 2, 3]), prepared: new Set() });
});

test('an exchange is seen as a proxy sees it', () => {
  const silent: Exchange = { ...exchange('GET', '/x', 0), error: 'nothing listens' };
  delete silent.response;
  expect(seenExchanges([exchange('POST', '/things?a=1', 201), silent], () => OPERATION)).toMatchObject([
    {
      request: { method: 'POST', path: '/things?a=1', headers: { authorization: 'Bearer ***' }, operation: OPERATION },
      answer: { status: 201, headers: { etag: '"1"' } },
      prepares: false,
    },
  ]);
});

test('a stopped test leaves out the faults that were not played to their end', async () => {
  const stop = new AbortController();
  const { result } = played(
    [status('first', 201), status('second', 200), status('third', 404)],
    (ids) => {
      if (ids.includes('read')) stop.abort();
      return ids.map(broken);
    },
    { signal: stop.signal },
  );
  expect((await result).faults.map((f) => f.fault.id)).not.toContain('second');
});

test('a line per fault, survivors in words, and a sum', async () => {
  const about = { id: 'a', area: 'status' as const, what: 'it is wrong' };
  const caught = {
    fault: about,
    state: 'caught' as const,
    changed: 1,
    caughtBy: ['1', '2', '3', '4'],
    leftOpen: ['5'],
  };
  expect(faultLine(caught, 3)).toBe('caught      a    by 4: 1, 2, 3, …; 1 gave no answer\n');
  const survived = { ...caught, state: 'survived' as const, caughtBy: [], leftOpen: [] };
  expect(faultLine(survived, 3)).toBe('survived    a    it is wrong\n');
  const sum = '1 of 2 faults caught (50.0 %), 1 survived, 0 not exercised';
  const all = { faults: [caught, survived], idle: ['9'], idleAdvice: [], cases: 10 };
  expect(selfTestSummary(all)).toBe(`\n1 of 10 cases caught no fault: 9\n${sum}\n`);
  // What could have caught one stands first.
  expect(selfTestSummary({ ...all, idle: ['8', '9'], idleAdvice: ['8'] })).toBe(
    `\n2 of 10 cases caught no fault, 1 of them since they look at SHOULD alone: 9, 8\n${sum}\n`,
  );
  expect(selfTestExit({ ...all, faults: [caught] })).toBe(0);
});
