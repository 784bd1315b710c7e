import { expect, test } from 'vitest';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

test('--help names the exit codes and ends with 0', async () => {
  const io = fakeIo();
  expect(await run(['--help'], io)).toBe(0);
  expect(io.stdout).toContain('Exit codes, every command:');
  expect(io.stderr).toBe('');
});

test('--version prints the version of package.json', async () => {
  const io = fakeIo();
  expect(await run(['--version'], io)).toBe(0);
  expect(io.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['nothing', [], 'Usage: docproof'],
  ['an unknown command', ['bild'], "unknown command 'bild'"],
  ['an unknown flag', ['--colour'], "unknown option '--colour'"],
])('%s is wrong usage: exit 2, said on standard error', async (_what, args, message) => {
  const io = fakeIo();
  expect(await run(args, io)).toBe(2);
  expect(io.stderr).toContain(message);
  expect(io.stdout).toBe('');
});

test('a fault of the tool itself is called that, with its place, and is no finding: exit 3', async () => {
  const io = fakeIo();
  Object.defineProperty(io, 'cwd', {
    get: () => {
      throw new Error('odd');
    },
  });
  expect(await run(['lint', 'pages'], io)).toBe(3);
  expect(io.stderr).toMatch(/a fault of docproof itself.*\nError: odd\n\s+at /);
});
