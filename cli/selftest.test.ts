import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAULTS } from '../conformance/selftest/faults/index.js';
import type { SelfTest } from '../conformance/selftest/selftest.js';
import { certify, certifyBench } from './testing/certify-bench.js';

const { here, start, docproof } = certifyBench('selftest');

it('prints a line per fault, and leaves the whole matrix in the report folder and nothing else', async () => {
  const { url } = await start();
  const { code, io } = await docproof(certify(url, '--selftest', '--only', 'derived/createFolder'));
  const lines = io.stdout.split('\n');
  expect(lines.slice(0, FAULTS.length).map((line) => line.split(/ +/)[1])).toEqual(FAULTS.map((f) => f.id));
  expect(io.stdout).toContain('matrix: out/selftest.json\n');
  const matrix = JSON.parse(readFileSync(here('out', 'selftest.json'), 'utf8')) as SelfTest & { format: string };
  expect(matrix.format).toBe('docproof/selftest/1');
  const state = (id: string): string | undefined => matrix.faults.find((f) => f.fault.id === id)?.state;
  expect(state('empty-accepted')).toBe('caught');
  // Nothing of what was selected reads a list.
  expect([state('list-empty'), code]).toEqual(['unexercised', 1]);
  expect(io.stdout).toContain(` of ${FAULTS.length} faults caught (`);
  expect(readdirSync(here('.docproof', 'runs')).length).toBe(1);
}, 60_000);

it('does not begin where the target is wrong without any fault', async () => {
  const { url } = await start({
    after: (request, answer) => (request.method === 'POST' ? { ...answer, status: 299 } : answer),
  });
  const { code, io } = await docproof(certify(url, '--selftest', '--only', 'derived/createFolder'));
  expect([code, io.stdout]).toEqual([3, '']);
  expect(io.stderr).toContain('without any fault the target is nonconformant already');
  expect(existsSync(here('out', 'selftest.json'))).toBe(false);
});

it('does not blame a target for being stopped', async () => {
  const { url } = await start();
  const { code, io } = await docproof(certify(url, '--selftest', '--only', 'derived/createFolder'), {
    signal: AbortSignal.abort('SIGINT'),
  });
  expect([code, io.stderr]).toEqual([3, expect.stringContaining('stopped before the first fault')]);
});
