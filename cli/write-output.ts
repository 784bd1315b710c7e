// Writing a result: to a temporary file beside it, then renamed, so that nothing half-written is ever seen. What is no
// file (`/dev/null`, a pipe) is written to as it is: a rename would put a file in its place.
import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.js';
import { makeFolder } from './make-folder.js';

/**
 * @param mode permissions of the file; those of a new file where absent
 * @throws Failure (exit 2) where the place cannot be written
 */
export function writeOutput(path: string, text: string, mode?: number): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    if (isNoFile(path)) {
      writeFileSync(path, text);
      return;
    }
    makeFolder(dirname(path));
    writeNew(temporary, text);
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw new Failure(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

/** A device or a pipe; `/dev/stdout` leads to whatever that is. */
function isNoFile(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there !== undefined && (path.startsWith('/dev/') || there.isCharacterDevice() || there.isFIFO());
}

/** Never through what lies there already: it could be a link to another place. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(file, { force: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder it would lie in is none: there is nothing to take away.
  }
}
