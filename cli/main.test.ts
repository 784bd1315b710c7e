// The program as a process: what a signal does to a command that has nothing to clean up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../spec/package-root.js';

it('a signal ends a command at once, with nothing written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docproof-signal-'));
  const out = join(folder, 'generated');
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/bin/docproof.js'), 'generate', '--out', out], {
    cwd: packageRoot(),
    stdio: 'ignore',
  });
  setTimeout(() => child.kill('SIGTERM'), 500);
  const [code, signal] = await once(child, 'exit');
  expect([code, signal, existsSync(out)]).toEqual([null, 'SIGTERM', false]);
  rmSync(folder, { recursive: true });
});

it('what cleans up does so when its terminal is closed, too', async () => {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/bin/docproof.js'), 'mock', '--port', '0'], {
    cwd: packageRoot(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGHUP');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it.skipIf(process.platform === 'win32')('a folder that is gone is told, and is no finding', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docproof-gone-'));
  const command = 'rmdir "$PWD" && exec "$0" "$1" lint --rules';
  const child = spawn('sh', ['-c', command, process.execPath, join(packageRoot(), 'dist/bin/docproof.js')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const told = child.stderr?.toArray();
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(Buffer.concat((await told) ?? []).toString()).toMatch(/^docproof: the folder in which it is run is not there/);
});

it('findings are told by the exit code where nobody reads them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docproof-pipe-'));
  writeFileSync(join(folder, 'spec.yaml'), "openapi: 3.1.0\ninfo: { title: Cats, version: '1' }\npaths: {}\n");
  const child = spawn(
    process.execPath,
    [join(packageRoot(), 'dist/bin/docproof.js'), 'generate', '--spec', 'spec.yaml', '--target', 'server', '--check'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await once(child, 'exit')).toEqual([1, null]);
  rmSync(folder, { recursive: true });
});

it.skipIf(!existsSync('/dev/full'))('output that finds no space is told, and is no finding', async () => {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/bin/docproof.js'), 'lint', '--rules'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  const told = child.stderr?.toArray();
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(Buffer.concat((await told) ?? []).toString()).toBe('docproof: standard output cannot be written (ENOSPC)\n');
});
