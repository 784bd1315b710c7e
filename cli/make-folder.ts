// Making a folder with those around it. Node's own way never returns where a file system refuses new names (`/proc`).
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @returns the folders that it made, the outer ones first
 * @throws the error of the file system
 */
export function makeFolder(path: string): string[] {
  if (existsSync(path)) return [];
  const around = makeFolder(dirname(path));
  try {
    mkdirSync(path);
    return [...around, path];
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(path)) throw error;
    return around;
  }
}
