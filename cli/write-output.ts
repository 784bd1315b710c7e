// Writing results: to temporary files beside their places, then renamed, so that nothing half-written is ever seen. Of
// several the first is put in place when all of them lie ready: a full disk leaves everything as it was. What is no file
// (`/dev/null`, a pipe) is written to as it is: a rename would put a file in its place.
import { chmodSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.js';
import { makeFolder } from './make-folder.js';
import { statsOf } from './stats-of.js';

export interface Output {
  /** Absolute. */
  path: string;
  text: string;
  /** Permissions of the file; those of a new file where absent. */
  mode?: number;
}

/** @throws Failure (exit 2) where the place cannot be written; everything is as it was then */
export function writeOutput(path: string, text: string, mode?: number): void {
  stageOutputs([mode === undefined ? { path, text } : { path, text, mode }])();
}

/**
 * Writes all of them to where they can be put in place by a rename.
 *
 * @returns puts them in place, in the order given; must be called, and at once
 * @throws Failure (exit 2) where one cannot be written; everything is as it was then, the folders, too
 */
export function stageOutputs(outputs: readonly Output[]): () => void {
  const folders: string[] = [];
  const files: string[] = [];
  const discard = (): void => {
    for (const file of files) discardFile(file);
    for (const folder of folders.reverse()) discardFolder(folder);
  };
  for (const { path, text, mode } of outputs)
    orDiscard(path, discard, () => {
      if (isNoFile(path)) return;
      const temporary = temporaryOf(path);
      folders.push(...makeFolder(dirname(path)));
      files.push(temporary);
      writeNew(temporary, text);
      if (mode !== undefined) chmodSync(temporary, mode);
    });
  return () => {
    for (const { path, text } of outputs)
      orDiscard(path, discard, () => {
        if (isNoFile(path)) writeFileSync(path, text);
        else renameSync(temporaryOf(path), path);
      });
  };
}

const temporaryOf = (path: string): string => `${path}.${process.pid}.tmp`;

function orDiscard(path: string, discard: () => void, step: () => void): void {
  try {
    step();
  } catch (error) {
    discard();
    throw new Failure(`${path}: cannot be written (${whyUnwritten(error)})`);
  }
}

function whyUnwritten(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const why = WHY[code];
  return why ? `${code}: ${why}` : code;
}

const WHY: Record<string, string> = {
  ENOSPC: 'no space is left; free some, or name another place',
  EACCES: 'this user may not write there; name another place, or change its permissions',
  EPERM: 'this user may not write there; name another place, or change its permissions',
  EROFS: 'the file system is read-only; name another place',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'a part of the path is a file; name another place',
};

/** A device or a pipe; `/dev/stdout` leads to whatever that is. */
function isNoFile(path: string): boolean {
  const there = statsOf(path);
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

function discardFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder it would lie in is none: there is nothing to take away.
  }
}

function discardFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}
