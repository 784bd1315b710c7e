// Making a folder with those around it. Node's own way never returns where a file system refuses new names (`/proc`).
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** @throws the error of the file system */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(path)) throw error;
  }
}
