// What lies at a path, if anything.
import { existsSync, type Stats, statSync } from 'node:fs';

/** Undefined where nothing is there, or where a part of the path is a file: `statSync` throws for the latter. */
export function statsOf(path: string): Stats | undefined {
  return existsSync(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
}
