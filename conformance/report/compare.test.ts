// Runs side by side: what differs, and no more of it on a screen than can be read.
import { expect, test } from 'vitest';
import { reportTemplate } from '../../cli/report-output.js';
import { sampleCase, sampleRun } from '../testing/sample-run.js';
import { compareHtml, compareRuns, compareText } from './compare.js';

test('says what differs, case by case, and how many more do', () => {
  const of = (outcome: 'passed' | 'failed') =>
    sampleRun(
      Array.from({ length: 60 }, (_, i) =>
        sampleCase(`box/c${String(i).padStart(2, '0')}`, i < 55 ? outcome : 'passed', { reason: '' }),
      ),
    );
  const runs = [of('passed'), of('failed')];
  const text = compareText(compareRuns(runs), runs);
  expect(text.match(/^box\//gm)).toHaveLength(50);
  expect(text).toContain('… and 5 more: --html FILE shows them all');
  expect(text.trimEnd().split('\n').at(-1)).toBe('55 cases differ, 5 alike');
  // A case that passed has nothing to note.
  expect(text).not.toMatch(/^ +$/m);
});

test('two runs that fail alike are alike, whatever names each made', () => {
  const run = (name: string, actual = `Name is "a", not "${name}"`) =>
    sampleRun([
      sampleCase('box/create', 'failed', {
        assertions: [{ id: 'echo', level: 'MUST', outcome: 'failed', expected: 'what was sent', actual, exchange: 0 }],
      }),
    ]);
  expect(compareRuns([run('box-r1'), run('box-r2')]).differences).toEqual([]);
  expect(compareRuns([run('box-r1'), run('', 'no object with Name')]).differences).toHaveLength(1);
});

test('two runs against one URL are told apart', () => {
  const runs = ['r1', 'r2'].map((id) => sampleRun([sampleCase('a', 'passed')], { id }));
  const url = runs[0]?.target.url;
  expect(compareRuns(runs).names).toEqual([`${url} (r1)`, `${url} (r2)`]);
});

test('outcomes are told in words, on the page too', () => {
  const runs = (['passed', 'cantTell'] as const).map((outcome) => sampleRun([sampleCase('a', outcome)]));
  const comparison = compareRuns(runs);
  expect(compareText(comparison, runs)).toContain("  can't tell\n");
  const page = compareHtml(comparison, runs, { page: reportTemplate('compare.html.hbs'), style: '' });
  expect(page).toContain('<h1>1 case differs<br><small>0 alike</small></h1>');
  expect(page).toContain('<span class="cantTell">can&#x27;t tell</span>');
});
