// The day on which an entry of a baseline ends.
import { expect, test } from 'vitest';
import { applyBaseline, parseBaseline } from './baseline.js';
import { sampleCase } from './testing/sample-run.js';

test('an entry counts on its last day, and is stale on the next', () => {
  const failed = sampleCase('a', 'failed');
  const fails = failed.assertions.filter((one) => one.outcome === 'failed').map((one) => one.id);
  const text = `failures: [{ case: a, fails: [${fails.join()}], reason: known, expires: 2027-01-31 }]`;
  const stale = (today: string): string[] =>
    applyBaseline(parseBaseline(text, 'known.yaml'), [sampleCase('a', 'failed')], { suite: ['a'] }, today).stale.map(
      (note) => note.problem,
    );
  expect([fails.length > 0, stale('2027-01-31'), stale('2027-02-01')]).toEqual([true, [], ['expired']]);
});
