// Verdicts and exit codes: the first that applies of 1, 4, 3, 0 (2 is wrong usage and never gets here).
import { expect, test } from 'vitest';
import { exitCodeOf, verdictOf } from './run.js';
import { sampleCase } from './testing/sample-run.js';

const passed = sampleCase('a', 'passed');
const failed = sampleCase('b', 'failed');
const known = sampleCase('b', 'failed', { known: { reason: 'being mended' } });
const should = sampleCase('c', 'failed', {
  assertions: failed.assertions.map((a) => ({ ...a, level: 'SHOULD' as const })),
});
const untold = sampleCase('d', 'cantTell');
const untested = sampleCase('e', 'untested');
const optional = sampleCase('f', 'untested', { level: 'SHOULD' });
const declared = sampleCase('g', 'inapplicable');
const stale = [{ case: 'x', problem: 'passes' as const, message: '' }];

test.each([
  ['all passed', [passed], false, false, 0, 'conformant'],
  ['a SHOULD is broken', [passed, should], false, false, 0, 'conformant'],
  ['something was declared unsupported', [passed, declared], false, false, 0, 'conformant'],
  ['a SHOULD case has no answer', [passed, optional], false, false, 0, 'conformant'],
  ['a known failure', [passed, known], false, false, 0, 'nonconformant'],
  ['a MUST is broken', [passed, failed], false, false, 1, 'nonconformant'],
  [
    'a MUST is broken, the baseline stale, a case open, and it was stopped',
    [failed, untold],
    true,
    true,
    1,
    'nonconformant',
  ],
  ['a known failure and a new one', [known, sampleCase('h', 'failed')], false, false, 1, 'nonconformant'],
  ['a known failure and a stale entry', [passed, known], true, false, 4, 'nonconformant'],
  ['a stale entry and an open case', [passed, untold], true, false, 4, 'undetermined'],
  ['a stale entry and nothing ran', [], true, false, 4, 'undetermined'],
  ['a known failure and an open case', [known, untested], false, false, 3, 'nonconformant'],
  ['a MUST case could not be told', [passed, untold], false, false, 3, 'undetermined'],
  ['a MUST case was not tested', [passed, untested], false, false, 3, 'undetermined'],
  ['it was stopped, all that ran passed', [passed], false, true, 3, 'conformant'],
  ['no case', [], false, false, 3, 'undetermined'],
  ['nothing but what was declared unsupported', [declared], false, false, 3, 'undetermined'],
  ['nothing but SHOULD cases without an answer', [optional], false, false, 3, 'undetermined'],
] as const)('%s', (_what, results, isStale, stopped, exit, verdict) => {
  expect([exitCodeOf([...results], isStale ? stale : [], stopped), verdictOf([...results])]).toEqual([exit, verdict]);
});
