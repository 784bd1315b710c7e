// `watch` beside a watcher that misses what happens, as one does on a busy machine.
import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { packageRoot } from '../spec/package-root.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

vi.mock('chokidar', () => ({
  watch: () => {
    const watcher = Object.assign(new EventEmitter(), { close: async () => undefined });
    setImmediate(() => watcher.emit('ready'));
    return watcher;
  },
}));

const cwd = mkdtempSync(join(tmpdir(), 'docproof-missed-'));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test('a page that is removed unseen is gone from the spec a moment later', async () => {
  for (const page of ['100_Create_Cell.md', '101_List_Cell.md'])
    cpSync(join(packageRoot(), 'spec/docs/en', page), join(cwd, 'docs', page));
  const stop = new AbortController();
  const io = fakeIo({ cwd, signal: stop.signal });
  const done = run(['watch', 'docs', '--spec', 'openapi.yaml', '--target', 'server'], io);
  const shows = (text: string): Promise<void> =>
    vi.waitFor(() => expect(io.stdout + io.stderr).toContain(text), { timeout: 20_000, interval: 50 });
  await shows('watching docs');
  rmSync(join(cwd, 'docs/101_List_Cell.md'));
  await shows('-listCell');
  stop.abort();
  expect(await done).toBe(0);
}, 45_000);
