import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRun, UnreadableReport } from '../report/read-run.js';
import type { Run } from '../run.js';
import { everyOutcome, sampleCase, sampleRun } from '../testing/sample-run.js';
import { signEnvelope } from './dsse.js';
import { certificateOf, PAYLOAD_TYPE, sha256 } from './statement.js';
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

test('a signature that names another key than the one that made it is told', () => {
  const text = certificate.replace(/"keyid":"(.)/, (_, digit: string) => `"keyid":"${digit === '0' ? '1' : '0'}`);
  expect(check(right, [ours], text).problems).toEqual([
    'the keyid of a signature is not that of the key that made it: the certificate was changed',
  ]);
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
  [
    'a status edited where the exchange shows it',
    {
      ...right,
      cases: [
        sampleCase('a', 'passed'),
        { ...sampleCase('b', 'passed'), exchanges: sampleCase('b', 'failed').exchanges },
      ],
    },
    'b: the exchange shows the status 200, the assertion 204',
  ],
  [
    'a broken status that is called kept',
    {
      ...right,
      cases: [
        sampleCase('a', 'passed'),
        sampleCase('b', 'passed', {
          assertions: sampleCase('b', 'failed').assertions.map((a) => ({ ...a, outcome: 'passed' as const })),
          exchanges: sampleCase('b', 'failed').exchanges,
        }),
      ],
    },
    'b: 200 for 204 is called passed',
  ],
  ['counts edited', { ...right, counts: { ...right.counts, passed: 9 } }, 'the counts are not those of the cases'],
  [
    'a part of the suite',
    { ...right, selection: { ...right.selection, only: 'a*' } },
    'only a part of the suite was run (--only a*)',
  ],
  ['a shard', { ...right, selection: { ...right.selection, shard: { index: 1, total: 2 } } }, 'only shard 1/2 was run'],
  [
    'a failure without a broken promise',
    { ...right, cases: [sampleCase('a', 'passed'), sampleCase('b', 'passed', { outcome: 'failed' })] },
    'b is called failed, but no promise in it was broken',
  ],
  ['a case of nobody', { ...right, cases: [...right.cases, sampleCase('x', 'passed')] }, 'x is no case of the suite'],
  [
    'a case twice',
    { ...right, cases: [sampleCase('a', 'passed'), sampleCase('a', 'passed')] },
    'a stands twice in the report',
  ],
])('%s is told even when the certificate was made for it', (_what, run, problem) => {
  expect(forged(run).problems).toContain(problem);
});

describe('whatever is changed', () => {
  const report = bytes(right);
  /** As `verify` says it, even where the changed bytes were read as the report that they are not. */
  const accepted = (changed: Buffer, text = certificate): boolean => {
    const { problems, signature } = verifyCertificate(text, changed, right, [ours]);
    return problems.length === 0 && signature === 'valid';
  };

  test('the report itself is accepted', () => expect(accepted(report)).toBe(true));

  test('in a byte of the report is not accepted', () => {
    fc.assert(
      fc.property(fc.nat(report.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(report);
        changed[at] = (changed[at] ?? 0) ^ flip;
        return !accepted(changed);
      }),
      { numRuns: 500 },
    );
  });

  test('by cutting the report, adding to it or swapping parts is not accepted', () => {
    fc.assert(
      fc.property(fc.nat(report.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, more) => {
        const [head, tail] = [report.subarray(0, at), report.subarray(at)];
        return [head, Buffer.concat([head, more, tail]), Buffer.concat([report, more]), Buffer.concat([tail, head])]
          .filter((changed) => !changed.equals(report))
          .every((changed) => !accepted(changed));
      }),
      { numRuns: 200 },
    );
  });

  test('in what was signed is not accepted', () => {
    const { payload } = JSON.parse(certificate) as { payload: string };
    const signed = Buffer.from(payload, 'base64');
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(signed);
        changed[at] = (changed[at] ?? 0) ^ flip;
        return !accepted(report, certificate.replace(payload, changed.toString('base64')));
      }),
      { numRuns: 300 },
    );
  });

  test('in the signature is not accepted, nor a certificate that is cut', () => {
    const at = certificate.indexOf('"sig":"') + 7;
    fc.assert(
      fc.property(fc.nat(80), (i) => {
        const char = certificate[at + i] === 'A' ? 'B' : 'A';
        return !accepted(report, certificate.slice(0, at + i) + char + certificate.slice(at + i + 1));
      }),
    );
    fc.assert(fc.property(fc.nat(certificate.length - 1), (length) => !accepted(report, certificate.slice(0, length))));
  });
});

test('a case that is left out of the report and of its own list is told by the spec', () => {
  const spec = Buffer.from('openapi: 3.2.0\n');
  const less = { ...right, spec: { ...right.spec, sha256: sha256(spec) } };
  const text = JSON.stringify(certificateOf(less, bytes(less)));
  expect(verifyCertificate(text, bytes(less), less, [], spec, ['a', 'b', 'c', 'd']).problems).toEqual([
    'the report knows nothing of 2 cases of this spec, such as c',
  ]);
  expect(verifyCertificate(text, bytes(less), less, [], spec, ['a', 'b']).problems).toEqual([]);
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
  [
    'one of nothing',
    `{"payloadType":"${PAYLOAD_TYPE}","payload":"bnVsbA==","signatures":[]}`,
    'the payload of the certificate is no statement',
  ],
])('a certificate that is %s is told', (_what, text, problem) => {
  expect(check(right, [ours], text).problems).toEqual([problem]);
});

test('a report that was changed with its certificate is told by the signature that no longer holds', () => {
  const changed = sampleRun([sampleCase('a', 'passed')]);
  const { signatures } = JSON.parse(certificate) as { signatures: unknown[] };
  const edited = JSON.stringify({ ...certificateOf(changed, bytes(changed)), signatures });
  expect(check(changed, [ours, other], edited).problems).toEqual([
    'a signature names a key that you gave and does not hold: the certificate was changed after it was signed',
  ]);
  expect(check(changed, [other], edited)).toEqual({ problems: [], signature: 'unknown' });
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
