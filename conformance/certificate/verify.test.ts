import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRun, UnreadableReport } from '../report/read-run.js';
import type { Run } from '../run.js';
import { everyOutcome, sampleCase, sampleRun } from '../testing/sample-run.js';
import { signEnvelope } from './dsse.js';
import { certificateOf, sha256 } from './statement.js';
import { verifyCertificate } from './verify.js';

const schema = JSON.parse(readFileSync(new URL('../report/report.schema.json', import.meta.url), 'utf8'));
const keys = generateKeyPairSync('ed25519');
const ours = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
const secret = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const bytes = (run: Run): Buffer => Buffer.from(JSON.stringify(run, null, 2));
const right = sampleRun([sampleCase('a', 'passed'), sampleCase('b', 'passed')]);
const certificate = JSON.stringify(signEnvelope(certificateOf(right, bytes(right)), secret));
const check = (run: Run, trusted = [ours], text = certificate) => verifyCertificate(text, bytes(run), run, trusted);
/** A certificate freshly made (and signed by the forger) for the changed report: only the evidence can tell. */
const forged = (run: Run) => verifyCertificate(JSON.stringify(certificateOf(run, bytes(run))), bytes(run), run, [ours]);

test('a certificate holds for its report, its key and its suite', () => {
  expect(check(right)).toEqual({ problems: [], signature: 'valid' });
});

test('signed by somebody unknown, or by nobody, is said and is no problem of the report', () => {
  expect(check(right, [other])).toEqual({ problems: [], signature: 'unknown' });
  expect(check(right, [])).toEqual({ problems: [], signature: 'unknown' });
  expect(forged(right)).toEqual({ problems: [], signature: 'unsigned' });
});

test('any changed byte of the report is told', () => {
  const report = bytes(right);
  report[report.length - 2] = 0x20;
  expect(verifyCertificate(certificate, report, right, [ours]).problems).toEqual([
    'report.json is not the one that the certificate was made for (its SHA-256 differs)',
  ]);
});

const nonconformant = sampleRun([sampleCase('a', 'passed'), sampleCase('b', 'failed')]);

test.each<[string, Run, string]>([
  [
    'an edited verdict',
    { ...nonconformant, verdict: 'conformant' },
    'the verdict is conformant, but the cases make it nonconformant',
  ],
  [
    'a case left out',
    {
      ...nonconformant,
      cases: nonconformant.cases.slice(0, 1),
      counts: { ...nonconformant.counts, failed: 0 },
      verdict: 'conformant',
    },
    "1 of the suite's cases are left out, such as b",
  ],
  [
    'an outcome edited',
    { ...right, cases: [sampleCase('a', 'passed'), sampleCase('b', 'failed', { outcome: 'passed' })] },
    'b is called passed, but a promise in it was broken',
  ],
  [
    'a pass without a look',
    { ...right, cases: [sampleCase('a', 'passed'), sampleCase('b', 'passed', { assertions: [] })] },
    'b is called passed, but nothing in it was looked at',
  ],
  [
    'evidence removed',
    { ...right, cases: [sampleCase('a', 'passed'), sampleCase('b', 'passed', { exchanges: [] })] },
    'b: the exchange that shows status is missing',
  ],
  ['counts edited', { ...right, counts: { ...right.counts, passed: 9 } }, 'the counts are not those of the cases'],
  [
    'a part of the suite',
    { ...right, selection: { ...right.selection, only: 'a*' } },
    'only a part of the suite was run (--only a*)',
  ],
  ['a shard', { ...right, selection: { ...right.selection, shard: { index: 1, total: 2 } } }, 'only shard 1/2 was run'],
  [
    'a case twice',
    { ...right, cases: [sampleCase('a', 'passed'), sampleCase('a', 'passed')] },
    'a stands twice in the report',
  ],
])('%s is told even when the certificate was made for it', (_what, run, problem) => {
  expect(forged(run).problems).toContain(problem);
});

test('another suite is told', () => {
  const spec = Buffer.from('openapi: 3.2.0\n');
  expect(verifyCertificate(certificate, bytes(right), right, [ours], spec).problems[0]).toContain(
    'the suite was another spec',
  );
  const fitting = { ...right, spec: { ...right.spec, sha256: sha256(spec) } };
  expect(
    verifyCertificate(JSON.stringify(certificateOf(fitting, bytes(fitting))), bytes(fitting), fitting, [], spec)
      .problems,
  ).toEqual([]);
});

test.each([
  ['text', 'hello', 'the certificate is not JSON'],
  ['null', 'null', 'the certificate is not a DSSE envelope of an in-toto statement'],
  [
    'another envelope',
    '{"payloadType":"text/plain","payload":"","signatures":[]}',
    'the certificate is not a DSSE envelope of an in-toto statement',
  ],
])('a certificate that is %s is told', (_what, text, problem) => {
  expect(check(right, [ours], text).problems).toEqual([problem]);
});

describe('report.json', () => {
  test('runs of every outcome are of the published schema', () => {
    expect(readRun(JSON.stringify(everyOutcome()), schema).id).toBe('r1a2b3');
  });
  test.each([
    ['no JSON', '{', 'not JSON'],
    ['another format', '{"format":"x"}', 'not a report of docproof certify'],
    ['an unknown field', JSON.stringify({ ...right, note: 'x' }), 'must NOT have additional properties'],
  ])('%s is refused', (_what, text, message) => {
    expect(() => readRun(text, schema)).toThrow(UnreadableReport);
    expect(() => readRun(text, schema)).toThrow(message);
  });
});
