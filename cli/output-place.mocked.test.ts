// Places that this user may not read or write. The tests may run as root, who may everything: the system's answers are made up.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fixtureText } from '../conformance/testing/certify-fake.js';
import { examplePages } from '../spec/lint/example.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const guarded =
    <A extends unknown[], R>(call: (...args: A) => R, what: string) =>
    (...args: A): R => {
      if (String(args[0]).includes(what)) throw Object.assign(new Error('locked'), { code: 'EACCES' });
      return call(...args);
    };
  return { ...fs, accessSync: guarded(fs.accessSync, 'locked'), readFileSync: guarded(fs.readFileSync, 'locked.md') };
});

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-place-'));
  mkdirSync(join(cwd, 'locked'));
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(join(cwd, 'spec.yaml'), fixtureText('shelves'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function docproof(...args: string[]): Promise<{ code: number; err: string }> {
  const io = fakeIo({ cwd });
  const code = await run(args, io);
  return { code, err: io.stderr };
}

it('a report where nothing can be written is told before anything is sent', async () => {
  const { code, err } = await docproof(
    'certify',
    '--spec',
    'spec.yaml',
    '--target',
    'http://127.0.0.1:9/',
    '--report',
    'locked/r',
  );
  expect(err).toContain('--report locked/r: this user may not write to locked\n  give a place');
  expect(code).toBe(2);
});

it.each([
  ['--handlers', 'locked/h'],
  ['--code-samples', 'locked/c.yaml'],
  ['--code-samples', 'docs'],
  ['--out', 'locked/g'],
])('%s %s is told before anything is generated', async (flag, place) => {
  const before = readdirSync(cwd);
  const { code, err } = await docproof(
    'generate',
    '--spec',
    'spec.yaml',
    '--target',
    'server',
    '--out',
    'g',
    flag,
    place,
  );
  expect(err).toMatch(/^docproof: --[a-z-]+ \S+: (this user may not write to locked|it is a folder, not a file)$/m);
  expect([code, readdirSync(cwd)]).toEqual([2, before]);
});

it('a page that cannot be read ends `lint`, as it ends `build`', async () => {
  for (const [name, text] of Object.entries(examplePages({}))) writeFileSync(join(cwd, 'docs', name), text);
  writeFileSync(join(cwd, 'docs/locked.md'), '# A');
  for (const command of ['lint', 'build'])
    expect(await docproof(command, 'docs')).toEqual({
      code: 2,
      err: 'docproof: docs/locked.md: this user may not read it\n',
    });
});

it.each([
  ['build', 'docs', '--out', 'spec.yaml/x'],
  ['generate', '--spec', 'spec.yaml', '--code-samples', 'spec.yaml/x'],
  ['generate', '--spec', 'spec.yaml', '--templates', 'spec.yaml/x'],
  ['compare', 'spec.yaml/x', 'spec.yaml/x'],
])('%s does not take a file for a folder', async (...args) => {
  writeFileSync(join(cwd, 'docs', 'p.md'), '# P\n\n`GET /p`\n');
  const { code, err } = await docproof(...args);
  expect(err).toMatch(/^docproof: .*spec\.yaml/);
  expect(code).toBe(2);
});
