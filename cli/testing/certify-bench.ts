// A folder and a misbehaving server of its own for each test of `certify`, both gone behind it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import {
  archiveHandler,
  type FakeServer,
  type Misbehaviour,
  startFake,
  TOKEN,
} from '../../conformance/testing/fake-server.js';
import { run } from '../run.js';
import { type FakeIo, fakeIo } from './fake-io.js';

export const SPEC = fileURLToPath(new URL('../../conformance/fixtures/archive.yaml', import.meta.url));

/** Arguments of a `certify` of the archive's spec, with its report in `out`. */
export const certify = (url: string, ...args: string[]): string[] => [
  'certify',
  '--spec',
  SPEC,
  '--target',
  url,
  '--report',
  'out',
  ...args,
];

export interface CertifyBench {
  /** A path in the folder of the test; the folder itself without parts. */
  here(...parts: string[]): string;
  /** @param known archives that are there before anything is sent */
  start(misbehave?: Misbehaviour, known?: string[]): Promise<FakeServer>;
  /** Runs the tool in the folder, with the server's token in its environment. */
  docproof(args: string[], changes?: Parameters<typeof fakeIo>[0]): Promise<{ code: number; io: FakeIo }>;
  /** The CLI as a process of its own: vitest's loader is not there, so it is the built one. */
  startCli(args: string[]): ChildProcess;
  /** Id of the test's only run. */
  runId(): string;
}

/** To be called once, at the top of a test file. */
export function certifyBench(name: string): CertifyBench {
  let cwd = '';
  let server: FakeServer | undefined;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), `docproof-${name}-`));
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    rmSync(cwd, { recursive: true, force: true });
  });
  return {
    here: (...parts) => join(cwd, ...parts),
    async start(misbehave = {}, known = []) {
      server = await startFake(archiveHandler(known), misbehave);
      return server;
    },
    async docproof(args, changes = {}) {
      const io = fakeIo({ cwd, env: { DOCPROOF_TOKEN: TOKEN }, ...changes });
      return { code: await run(args, io), io };
    },
    startCli: (args) =>
      spawn(process.execPath, [fileURLToPath(new URL('../../dist/bin/docproof.js', import.meta.url)), ...args], {
        cwd,
        env: { ...process.env, DOCPROOF_TOKEN: TOKEN },
        stdio: 'ignore',
      }),
    runId: () => readdirSync(join(cwd, '.docproof', 'runs'))[0] ?? 'none',
  };
}
