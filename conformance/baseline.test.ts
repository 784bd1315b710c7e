// When an entry of a baseline ends.
import { expect, test } from 'vitest';
import { applyBaseline, parseBaseline, updateBaseline } from './baseline.js';
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

test('what a known failure keeps from being prepared is known with it, and what builds on that', () => {
  const create = (id: string, expected: string) => {
    const result = sampleCase(id, 'failed', { operation: id });
    return { ...result, assertions: result.assertions.map((one) => ({ ...one, expected })) };
  };
  const results = [
    create('makes', '201 (documented)'),
    create('refuses', '400 (too long)'),
    sampleCase('unmade', 'cantTell', { preparedBy: 'makes' }),
    sampleCase('later', 'cantTell', { buildsOn: 'unmade' }),
    sampleCase('other', 'cantTell', { preparedBy: 'refuses' }),
  ];
  const entries = ['makes', 'refuses'].map((id) => `{ case: ${id}, fails: [status], reason: ${id} }`);
  const baseline = parseBaseline(`failures: [${entries.join()}]`, 'known.yaml');
  applyBaseline(baseline, results, { suite: results.map((one) => one.id) }, '2027-01-31');
  expect(results.map((one) => one.known?.reason)).toEqual(['makes', 'refuses', 'makes', 'makes', undefined]);
});

test('what is brought up to date loses cases that pass or are no more, and keeps what was not run', () => {
  const entry = (id: string): string => `  - { case: ${id}, fails: [status], reason: known }\n`;
  const after = updateBaseline(
    `failures:\n${['passes', 'gone', 'elsewhere', 'fails'].map(entry).join('')}`,
    [sampleCase('passes', 'passed'), sampleCase('fails', 'failed')],
    ['passes', 'elsewhere', 'fails'],
  );
  expect(parseBaseline(after, 'known.yaml').entries.map((one) => one.case)).toEqual(['elsewhere', 'fails']);
});
