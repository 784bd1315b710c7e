// Which languages' own parsers are on the machine, and how to ask them.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Whether a program is on PATH. */
export function has(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Standard output; rejects with the program's own words. */
export async function output(
  program: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { stdout } = await execute(program, args, { maxBuffer: 64 * 1024 * 1024, ...options });
  return stdout;
}

/** Standard output in bytes, for programs that print any byte. */
export function bytes(program: string, args: string[], cwd: string): Buffer {
  return execFileSync(program, args, { cwd, maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });
}
