// Reads and changes an output folder: nothing outside the folder, empty folders taken away.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isPlainPath } from '../generator/generate.js';
import { Failure } from './failure.js';

/** Text of a file below a folder; undefined where there is none. */
export function readFileBelow(folder: string, path: string): string | undefined {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'EISDIR')
      throw new Failure(`${join(folder, path)} is a folder`, 'a file is to be written there: move it');
    throw new Failure(`cannot read ${join(folder, path)}: ${(error as Error).message}`);
  }
}

/**
 * Removes a file below a folder, and the folders that this empties.
 *
 * @param file of `safePath`
 */
export function removeFileBelow(folder: string, file: string): void {
  rmSync(file, { force: true });
  for (let parent = dirname(file); parent !== folder && parent.startsWith(folder); parent = dirname(parent)) {
    if (readdirSync(parent).length > 0) return;
    rmdirSync(parent);
  }
}

/** The file's absolute path; refuses a path that leaves the folder, by name or through a link. */
export function safePath(folder: string, path: string): string {
  if (!isPlainPath(path)) throw new Failure(`refusing to write ${path}: it is no plain path inside ${folder}`);
  const file = join(folder, path);
  for (let parent = dirname(file); parent.length >= folder.length; parent = dirname(parent)) {
    if (!existsSync(parent)) continue;
    const inside = relative(realpathSync.native(folder), realpathSync.native(parent));
    if (inside === '..' || inside.startsWith(`..${sep}`))
      throw new Failure(`refusing to write ${file}: ${parent} leads out of ${folder}`);
    break;
  }
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Failure(`refusing to write ${file}: it is a link`, 'remove it, then run the command again');
  return file;
}
