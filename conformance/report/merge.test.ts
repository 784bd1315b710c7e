import { expect, test } from 'vitest';
import { sampleCase, sampleRun } from '../testing/sample-run.js';
import { mergeRuns } from './merge.js';

test('a baseline that is stale in one shard is stale in the whole: exit 4', () => {
  const selection = { suite: ['a', 'b'] };
  const stale = [{ case: 'b', problem: 'passes' as const, message: 'the case passes now; remove the entry' }];
  const shards = [
    sampleRun([sampleCase('a', 'passed')], { selection, baseline: { file: 'known.yaml', known: 0, stale: [] } }),
    sampleRun([sampleCase('b', 'passed')], { selection, baseline: { file: 'known.yaml', known: 1, stale } }),
  ];
  const { run, missing } = mergeRuns(shards);
  expect([run.exitCode, run.baseline, missing]).toEqual([4, { file: 'known.yaml', known: 1, stale }, []]);
});

test('a stale entry that every shard tells is told once', () => {
  const selection = { suite: ['a', 'b'] };
  const stale = [
    { case: 'gone', problem: 'matches-nothing' as const, message: 'no case has this id; remove the entry' },
  ];
  const baseline = { file: 'known.yaml', known: 0, stale };
  const shards = ['a', 'b'].map((id) => sampleRun([sampleCase(id, 'passed')], { selection, baseline }));
  expect(mergeRuns(shards).run.baseline?.stale).toEqual(stale);
});

test('what a known failure of another shard keeps from being prepared is known with it: exit 0', () => {
  const selection = { suite: ['create', 'read', 'update'] };
  const failed = sampleCase('create', 'failed', { operation: 'create', known: { reason: 'being mended' } });
  const create = { ...failed, assertions: failed.assertions.map((one) => ({ ...one, expected: '201' })) };
  const shards = [
    sampleRun([create], { selection }),
    sampleRun([sampleCase('read', 'cantTell', { preparedBy: 'create' })], { selection }),
    sampleRun([sampleCase('update', 'cantTell', { buildsOn: 'read' })], { selection }),
  ];
  const { run } = mergeRuns(shards);
  expect([run.exitCode, run.cases.map((one) => one.known?.reason)]).toEqual([0, Array(3).fill('being mended')]);
  expect(shards[1]?.cases[0]?.known).toBeUndefined();
});
