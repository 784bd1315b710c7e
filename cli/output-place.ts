// Where output is to go: what cannot be written there is told before anything is sent or written.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Failure } from './failure.js';
import { statsOf } from './stats-of.js';

/**
 * @param flag with the dashes, for the message
 * @throws Failure (exit 2) where a folder cannot be, because a file has its place or that of a folder around it
 */
export function refuseFile(flag: string, given: string, cwd: string): void {
  const there = nearest(resolve(cwd, given));
  if (!statSync(there).isDirectory())
    throw new Failure(
      `${flag} ${given}: ${relative(cwd, there)} is a file, not a folder`,
      'give a folder; one that is not there yet is made',
    );
}

/**
 * @param given a file or a folder; the nearest folder that is there must let this user write
 * @throws Failure (exit 2)
 */
export function refuseUnwritable(flag: string, given: string, cwd: string): void {
  const there = nearest(resolve(cwd, given));
  try {
    accessSync(there, constants.W_OK);
  } catch (error) {
    throw new Failure(
      `${flag} ${given}: ${whyUnwritable(error)} ${relative(cwd, there) || there}`,
      'give a place that this user may write to',
    );
  }
}

/**
 * The same for one file. What is there and is no file (`/dev/stdout`, a pipe) is written to as it is.
 *
 * @throws Failure (exit 2)
 */
export function refuseUnwritableFile(flag: string, given: string, cwd: string): void {
  const there = statsOf(resolve(cwd, given));
  if (there?.isDirectory()) throw new Failure(`${flag} ${given}: it is a folder, not a file`, 'name the file to write');
  if (there === undefined || there.isFile()) refuseUnwritable(flag, dirname(given), cwd);
}

/** As it goes on with a place. */
function whyUnwritable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not write to';
  return code === 'EROFS' ? 'nobody can write to' : `cannot write (${code}) to`;
}

/** The path itself, else the nearest folder around it that is there. */
function nearest(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
