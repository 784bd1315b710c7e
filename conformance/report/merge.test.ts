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
