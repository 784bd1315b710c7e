// `watch` and `mock` as a user runs them, in process, until the signal.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packageRoot } from '../spec/package-root.js';
import { run } from './run.js';
import { type FakeIo, fakeIo } from './testing/fake-io.js';

const PAGES = ['100_Create_Cell.md', '101_List_Cell.md'];

let cwd = '';
let stop: AbortController;
let io: FakeIo;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-watch-'));
  for (const page of PAGES) cpSync(join(packageRoot(), 'spec/docs/en', page), join(cwd, 'docs', page));
  stop = new AbortController();
  io = fakeIo({ cwd, signal: stop.signal });
});
afterEach(() => {
  stop.abort();
  rmSync(cwd, { recursive: true, force: true });
});

async function until(check: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(check()).toBe(true), { timeout: 20_000, interval: 50 });
}

test('a saved page is in the spec and in the code at once, a broken one changes nothing', async () => {
  const done = run(['watch', 'docs', '--spec', 'openapi.yaml', '--target', 'server'], io);
  await until(() => io.stderr.includes('watching docs'));
  expect(io.stdout).toMatch(/^2 operations: \d+ files written in \d+ ms\n$/);
  rmSync(join(cwd, 'docs/101_List_Cell.md'));
  await until(() => io.stdout.includes('-listCell'));
  expect(existsSync(join(cwd, 'generated/server/operations/list-cell.ts'))).toBe(false);
  const spec = readFileSync(join(cwd, 'openapi.yaml'), 'utf8');
  writeFileSync(join(cwd, 'docs/broken.md'), new Uint8Array([0xff, 0xfe, 0x41]));
  await until(() => io.stderr.includes('not UTF-8'));
  expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toBe(spec);
  rmSync(join(cwd, 'docs'), { recursive: true });
  await until(() => io.stderr.includes('docs: no such file or folder'));
  for (const page of PAGES) cpSync(join(packageRoot(), 'spec/docs/en', page), join(cwd, 'docs', page));
  await until(() => io.stdout.includes('+listCell'));
  rmSync(join(cwd, 'docs/100_Create_Cell.md'));
  await until(() => io.stdout.includes('-createCell'));
  // A checkout makes a folder anew in no time.
  renameSync(join(cwd, 'docs'), join(cwd, 'before'));
  cpSync(join(cwd, 'before'), join(cwd, 'docs'), { recursive: true });
  cpSync(join(packageRoot(), 'spec/docs/en/100_Create_Cell.md'), join(cwd, 'docs/100_Create_Cell.md'));
  await until(() => io.stdout.includes('+createCell'));
  stop.abort();
  expect(await done).toBe(0);
});

test('a page that is saved while the first pass is at work is not forgotten', async () => {
  const out = io.out;
  io.out = (text) => {
    if (io.stdout === '') rmSync(join(cwd, 'docs/101_List_Cell.md'));
    out.call(io, text);
  };
  const done = run(['watch', 'docs', '--spec', 'openapi.yaml', '--target', 'server'], io);
  await until(() => io.stdout.includes('-listCell'));
  stop.abort();
  expect(await done).toBe(0);
});

test('a folder in the place of the spec is named', async () => {
  mkdirSync(join(cwd, 'folder'));
  expect(await run(['watch', 'docs', '--spec', 'folder'], io)).toBe(2);
  expect(io.stderr).toBe(
    'docproof: --spec folder: it is a folder, not a file\n  name the file of the spec: --spec folder/openapi.yaml\n',
  );
});

test('the mock says where it listens, answers, and ends with the signal', async () => {
  writeFileSync(
    join(cwd, 's.json'),
    '{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"description":"Yes","content":{"text/plain":{"example":"hello"}}}}}}}}',
  );
  const done = run(['mock', '--spec', 's.json', '--port', '0'], io);
  await until(() => io.stdout.endsWith('\n'));
  const { url } = JSON.parse(io.stdout) as { url: string };
  expect(await (await fetch(`${url}a`)).text()).toBe('hello');
  expect(await run(['mock', '--spec', 's.json', '--port', new URL(url).port], fakeIo({ cwd }))).toBe(2);
  stop.abort();
  expect(await done).toBe(0);
  await expect(fetch(`${url}a`)).rejects.toThrow();
});
