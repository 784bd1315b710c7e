// The work of `docproof clean`: finds the journal, opens the line, says what was removed and what was not.
import { resolve } from 'node:path';
import { cleanRemains } from '../conformance/run/cleaner.js';
import { JournalError, readJournal, reopenJournal } from '../conformance/run/journal.js';
import { isLoopback } from '../conformance/send/loopback.js';
import { openLine, readToken } from './certify-line.js';
import { journalFile } from './certify-run.js';
import type { CleanFlags } from './commands/clean.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';

const REMEDY =
  'nothing was removed: your token would remove whatever it names. Where you know that it is right, make it yours and writable by you alone';

/** @returns 0 when nothing is left, 3 when something is */
export async function runClean(flags: CleanFlags, io: Io): Promise<number> {
  if (!/^[\w-]+$/.test(flags.run)) throw new Failure(`--run ${flags.run} is not the id of a run`);
  const file = resolve(io.cwd, journalFile(io, flags.run));
  const { head, remains } = read(file, flags.run);
  if (remains.length === 0) {
    io.out(`nothing is left of run ${head.run}\n`);
    return EXIT.ok;
  }
  if (!isLoopback(new URL(head.origin).hostname) && !flags.allowWrites)
    throw new Failure(`${head.origin} is not on this machine`, 'allow removing there with --allow-writes');
  const line = openLine(head.origin, { connections: 1, timeout: 30, rate: 0, ...flags }, io);
  const journal = reopenJournal(file);
  try {
    const { removed, gone, restored, left } = await cleanRemains(
      head,
      remains,
      line.courier,
      readToken(flags, io),
      journal,
    );
    for (const what of removed) io.out(`removed ${what}\n`);
    for (const what of restored) io.out(`put back ${what}\n`);
    for (const what of gone) io.out(`not there: ${what}\n`);
    for (const { what, reason } of left) io.out(`left ${what}: ${reason}\n`);
    const absent = gone.length > 0 ? `${gone.length} not there, ` : '';
    const back = restored.length > 0 ? `${restored.length} put back, ` : '';
    io.out(`${removed.length} removed, ${back}${absent}${left.length} left\n`);
    return left.length === 0 ? EXIT.ok : EXIT.unclear;
  } finally {
    journal.close();
    line.close();
  }
}

function read(file: string, run: string): ReturnType<typeof readJournal> {
  try {
    const journal = readJournal(file);
    if (journal.head.run === run) return journal;
    throw new JournalError(`this is the journal of run ${journal.head.run}, not of ${run}`);
  } catch (error) {
    if (error instanceof JournalError) throw new Failure(`${file}: ${error.message}`, REMEDY);
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? `there is no journal of run ${run}` : (error as Error).message;
    throw new Failure(why, `looked at ${file}; run it in the folder in which the run was started`);
  }
}
