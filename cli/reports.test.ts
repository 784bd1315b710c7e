import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseResult, Run } from '../conformance/run.js';
import { sampleCase, sampleRun } from '../conformance/testing/sample-run.js';
import { writeReports } from './report-output.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

let cwd: string;
const pem = generateKeyPairSync('ed25519');
const secret = pem.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const suite = ['a', 'b'];
const shard = (index: number, cases: CaseResult[], changes: Partial<Run> = {}): Run =>
  sampleRun(cases, { selection: { suite, shard: { index, total: 2 } }, ...changes });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-reports-'));
  const io = fakeIo({ cwd });
  writeReports(sampleRun([sampleCase('a', 'passed'), sampleCase('b', 'passed')]), 'good', io, {
    docs: 'docs',
    signKey: secret,
  });
  writeReports(sampleRun([sampleCase('a', 'passed'), sampleCase('b', 'failed')]), 'bad', io, { docs: 'docs' });
  writeReports(shard(1, [sampleCase('a', 'passed')]), 's1', io, { docs: 'docs' });
  writeReports(shard(2, [sampleCase('b', 'passed')]), 's2', io, { docs: 'docs' });
  writeReports(shard(2, [sampleCase('a', 'passed'), sampleCase('b', 'passed')]), 'overlap', io, { docs: 'docs' });
  const b = [sampleCase('b', 'passed')];
  writeReports(shard(2, b, { spec: { ...sampleRun(b).spec, sha256: 'cd'.repeat(32) } }), 'other-spec', io, {
    docs: 'docs',
  });
  writeReports(shard(2, b, { target: { url: 'http://127.0.0.1:2/', embedded: false } }), 'other-target', io, {
    docs: 'docs',
  });
  writeReports(shard(2, b, { selection: { suite, only: 'b', shard: { index: 2, total: 2 } } }), 'restricted', io, {
    docs: 'docs',
  });
  writeReports(shard(2, [sampleCase('b', 'failed')]), 'failing', io, { docs: 'docs' });
  writeFileSync(join(cwd, 'ours.pem'), pem.publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(
    join(cwd, 'other.pem'),
    generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
  );
  writeFileSync(join(cwd, 'text.json'), 'hello');
  mkdirSync(join(cwd, 'empty'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const docproof = async (...args: string[]) => {
  const io = fakeIo({ cwd });
  return { exit: await run(args, io), out: io.stdout, err: io.stderr };
};

describe('verify', () => {
  test.each([
    [
      'by a trusted key',
      ['good/certificate.json', '--report', 'good/report.json', '--key', 'ours.pem'],
      0,
      'signature: valid',
    ],
    [
      'by an unknown key',
      ['good/certificate.json', '--report', 'good/report.json', '--key', 'other.pem'],
      3,
      'signer unknown',
    ],
    ['with no key given', ['good/certificate.json', '--report', 'good'], 3, 'signer unknown'],
    ['unsigned', ['bad/certificate.json', '--report', 'bad'], 0, 'signature: none'],
    [
      'unsigned where a key was given',
      ['bad/certificate.json', '--report', 'bad', '--key', 'ours.pem'],
      3,
      'signature: none',
    ],
    ["another run's report", ['good/certificate.json', '--report', 'bad/report.json'], 1, 'report.json is not the one'],
    [
      'another suite',
      ['good/certificate.json', '--report', 'good', '--key', 'ours.pem', '--spec', 'ours.pem'],
      1,
      'the suite was another spec',
    ],
  ])('%s', async (_what, args, exit, message) => {
    const result = await docproof('verify', ...args);
    expect([result.exit, result.out]).toEqual([exit, expect.stringContaining(message)]);
  });

  test('says of which server and when, and no name in a report makes a line of its own', async () => {
    const forged = sampleRun([sampleCase('a', 'passed')], {
      target: { url: 'http://127.0.0.1:1/', name: 'A)\nsignature: valid, by a key you gave', embedded: false },
    });
    writeReports(forged, 'forged', fakeIo({ cwd }), { docs: 'docs' });
    const { out } = await docproof('verify', 'forged/certificate.json', '--report', 'forged');
    expect(out).toContain(`target: http://127.0.0.1:1/ (A) signature: valid, by a key you gave), ${forged.finishedAt}`);
    expect(out.match(/^signature: .*/gm)).toEqual(['signature: none; anybody can have written this']);
  });
});

test.each([
  ['verify', ['none.json', '--report', 'good'], 'none.json: there is no such file'],
  ['verify', ['good/certificate.json', '--report', 'text.json'], 'text.json: not JSON'],
  [
    'verify',
    ['good/certificate.json', '--report', 'good', '--key', 'text.json'],
    'text.json: not a public key in PEM form',
  ],
  ['compare', ['good'], 'compare wants two reports or more'],
  ['compare', ['good', 'empty'], join('empty', 'report.json')],
  ['badge', ['text.json'], 'text.json: not JSON'],
  ['merge', ['good', 's1', '--report', 'out-bad'], 'knows other cases|a was run by more than one shard'],
  ['merge', ['s1', 's1', '--report', 'out-bad'], 'a was run by more than one shard'],
  ['merge', ['s1', 'overlap', '--report', 'out-bad'], 'a was run by more than one shard'],
  ['merge', ['s1', 'other-spec', '--report', 'out-bad'], 'judged by another suite than'],
  ['merge', ['s1', 'other-target', '--report', 'out-bad'], 'was against http://127.0.0.1:2/'],
  ['merge', ['s1', 'restricted', '--report', 'out-bad'], 'was restricted by --only b'],
])('%s %j is wrong input: exit 2, nothing written', async (command, args, message) => {
  const result = await docproof(command, ...args);
  expect(result.exit).toBe(2);
  expect(result.err).toMatch(new RegExp(message.replaceAll('\\', '\\\\')));
  expect(existsSync(join(cwd, 'out-bad'))).toBe(false);
});

test('compare tells what differs, as text and as one HTML file', async () => {
  expect((await docproof('compare', 'good', 'good')).exit).toBe(0);
  const result = await docproof('compare', 'good', 'bad', '--html', 'compare.html');
  expect(result.exit).toBe(1);
  expect(result.out).toContain('status: expected 204, got 200');
  expect(result.out).toContain('1 case differs, 1 alike');
  expect(readFileSync(join(cwd, 'compare.html'), 'utf8')).toContain('class="failed"');
});

test('merge joins all shards, and a missing one is exit 3', async () => {
  const whole = await docproof('merge', 's1', 's2', '--report', 'whole');
  expect([whole.exit, whole.out]).toEqual([0, expect.stringContaining('conformant: 2 passed')]);
  // What CI shows at a line is found from where it runs; the report keeps what the spec says.
  mkdirSync(join(cwd, 'docs/en'), { recursive: true });
  writeFileSync(join(cwd, 'docs/en/259_Update_Box.md'), '');
  await docproof('merge', 's1', 'failing', '--report', 'placed', '--docs', './docs/');
  const placed = (name: string): string => readFileSync(join(cwd, 'placed', name), 'utf8');
  for (const name of ['junit.xml', 'ctrf.json', 'report.sarif'])
    expect(placed(name)).toContain('"docs/en/259_Update_Box.md"');
  expect(placed('report.json')).toContain('"en/259_Update_Box.md"');
  const half = await docproof('merge', 's1', '--report', 'half');
  expect([half.exit, half.err]).toEqual([3, expect.stringContaining('no shard ran 1 case, such as b')]);
  expect(JSON.parse(readFileSync(join(cwd, 'half/report.json'), 'utf8')).verdict).toBe('undetermined');
});

test('a failure of one shard is the failure of the whole, and a hole beside it changes nothing', async () => {
  const whole = await docproof('merge', 's1', 'failing', '--report', 'whole');
  expect([whole.exit, whole.out]).toEqual([1, expect.stringContaining('nonconformant: 1 passed, 1 failed')]);
  expect((await docproof('merge', 'failing', '--report', 'half')).exit).toBe(1);
  const badge = await docproof('badge', 'half');
  expect(badge.out).toContain('nonconformant');
});

test('what was seen is told even where it cannot be written', async () => {
  mkdirSync(join(cwd, 'taken', 'report.json'), { recursive: true });
  const { exit, out, err } = await docproof('merge', 's1', 's2', '--report', 'taken');
  expect(exit).toBe(2);
  expect(out).toContain('conformant: 2 passed');
  expect(out).not.toContain('report:');
  expect(err).toContain('report.json: cannot be written (EISDIR: it is a folder; name a file)');
});

test('a certificate of a merged half is not taken for one of the whole', async () => {
  await docproof('merge', 's1', '--report', 'half');
  const { exit, out } = await docproof('verify', 'half/certificate.json', '--report', 'half');
  expect([exit, out]).toEqual([1, expect.stringContaining("1 of the suite's cases are left out, such as b")]);
});

test('badge prints SVG, or writes it', async () => {
  expect((await docproof('badge', 'bad')).out).toContain('nonconformant 1/2');
  expect((await docproof('badge', 'good/report.json', '--out', 'b.svg')).exit).toBe(0);
  expect(readFileSync(join(cwd, 'b.svg'), 'utf8')).toContain('conformant 2/2');
});
