// One process for each database file: a lock file beside it holds the owner's process id.
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Somebody else has the file, and a second process would corrupt what the first believes. */
export class FileInUse extends Error {
  constructor(file: string, owner: number) {
    super(
      `${file} is in use by process ${owner}: an embedded database serves one process. ` +
        'For several processes on one unit, set DATABASE_URL to a PostgreSQL database.',
    );
    this.name = 'FileInUse';
  }
}

/**
 * Takes the lock of a database file. The lock of a process that has ended (`kill -9`) is taken over.
 *
 * @returns gives the lock back
 * @throws FileInUse
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`;
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = openSync(lock, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = readOwner(lock);
    if (attempt > 2 || (owner !== undefined && isAlive(owner))) throw new FileInUse(file, owner ?? 0);
    takeAway(lock, owner);
  }
}

/** Removes the lock of a process that has ended, but not one that another process has put there meanwhile. */
function takeAway(lock: string, owner: number | undefined): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readOwner(aside) !== owner) linkSync(aside, lock);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Somebody else took it away first, or has the next one.
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readOwner(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
