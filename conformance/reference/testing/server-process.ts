// The built server as a process of its own, for tests that kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Target } from './behaviour-run.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = `${root}dist/bin/docproof.js`;

export interface ServerProcess extends Target {
  child: ChildProcess;
  /** Code and signal of its end. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** @param command what runs `docproof`; the built bin where absent */
export function spawnServer(args: string[], env: Record<string, string> = {}, command?: string[]): ChildProcess {
  if (!existsSync(main)) throw new Error('dist/bin/docproof.js is missing: run `npm run build` first');
  const [program = '', ...before] = command ?? [process.execPath, main];
  const all = [...before, 'serve', '--port', '0', ...args];
  const { DATABASE_URL: _, ...inherited } = process.env;
  return spawn(program, all, { cwd: root, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for the line of JSON. @throws Error with what it wrote, when it ends before */
export async function startServer(
  args: string[],
  env: Record<string, string> = {},
  command?: string[],
): Promise<ServerProcess> {
  const child = spawnServer(args, env, command);
  const ended = endOf(child);
  let out = '';
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out);
    });
    void ended.then(({ code, stderr }) => reject(new Error(`the server ended with ${code}: ${stderr}`)));
  });
  return { ...(JSON.parse(line) as Target), child, ended };
}

export function endOf(child: ChildProcess): ServerProcess['ended'] {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stderr })));
}

export async function stopServer(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  server.child.kill(signal);
  await server.ended;
}
