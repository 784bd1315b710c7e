// One process for each database file: a lock file beside it holds the owner's process id.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

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
    rmSync(lock, { force: true });
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
