// Where output is to go: what cannot be written there is told before anything is sent or written.
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Failure } from './failure.js';

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

/** The path itself, else the nearest folder around it that is there. */
export function nearest(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
