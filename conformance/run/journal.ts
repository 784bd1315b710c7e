// The journal of a run: what it is about to create and what it created, so that everything can be removed even after
// `kill -9`. Mode 0600, no secrets, bound to the origin of the target. One JSON object per line.
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export const JOURNAL_FORMAT = 'docproof/journal/1';

export interface Removal {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Header that the token goes into, and what stands before it; the token itself is never written. */
  credential: { name: string; scheme: string };
}

export interface JournalHead {
  format: typeof JOURNAL_FORMAT;
  run: string;
  /** Requests of `clean` go there and nowhere else. */
  origin: string;
  startedAt: string;
}

/**
 * `intent` before a create is sent; then `made`, or `refused` where the server said it did not create; `removed` when
 * it is gone. `removal` is known before the create only where the name is the run's own.
 */
export type JournalEntry =
  | { entry: 'intent'; n: number; what: string; removal?: Removal }
  | { entry: 'made'; n: number; removal?: Removal }
  | { entry: 'refused'; n: number }
  | { entry: 'removed'; n: number };

export interface Journal {
  /** Returns the number by which the later entries speak of it. */
  intent(what: string, removal: Removal | undefined): number;
  /** @param removal where it is another than the intent's */
  made(n: number, removal: Removal | undefined): void;
  refused(n: number): void;
  /** What went with one request, in one write. */
  removed(...ns: number[]): void;
  close(): void;
}

/** Opens a new journal; fails when one is there already. */
export function openJournal(file: string, head: JournalHead): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'wx', 0o600);
  const write = (line: JournalHead | JournalEntry): void => void writeSync(descriptor, lineOf(line));
  let count = 0;
  write(head);
  return {
    intent(what, removal) {
      count++;
      write({ entry: 'intent', n: count, what, ...(removal ? { removal } : {}) });
      return count;
    },
    made: (n, removal) => write({ entry: 'made', n, ...(removal ? { removal } : {}) }),
    refused: (n) => write({ entry: 'refused', n }),
    removed: (...ns) => writeRemoved(descriptor, ns),
    close: () => closeSync(descriptor),
  };
}

function lineOf(line: JournalHead | JournalEntry): string {
  return `${JSON.stringify(line)}\n`;
}

function writeRemoved(descriptor: number, ns: number[]): void {
  if (ns.length > 0) writeSync(descriptor, ns.map((n) => lineOf({ entry: 'removed', n })).join(''));
}

/** Opens the journal of an earlier run, to note what is removed now. */
export function reopenJournal(file: string): Pick<Journal, 'removed' | 'close'> {
  const descriptor = openSync(file, 'a');
  return {
    removed: (...ns) => writeRemoved(descriptor, ns),
    close: () => closeSync(descriptor),
  };
}

/** Something that a journal says may still be there. */
export interface Remains {
  n: number;
  what: string;
  /** The server confirmed that it created it. */
  confirmed: boolean;
  removal?: Removal;
}

/** Reads a journal; a last line that was cut by a crash is left out. Newest first, the order in which to remove. */
export function readJournal(file: string): { head: JournalHead; remains: Remains[] } {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const entries: unknown[] = [];
  for (const line of lines) {
    try {
      entries.push(JSON.parse(line));
    } catch {
      break;
    }
  }
  const [head, ...rest] = entries as [JournalHead | undefined, ...JournalEntry[]];
  if (head?.format !== JOURNAL_FORMAT) throw new Error('this is not a journal of docproof');
  const open = new Map<number, Remains>();
  for (const entry of rest) {
    if (entry.entry === 'intent')
      open.set(entry.n, {
        n: entry.n,
        what: entry.what,
        confirmed: false,
        ...(entry.removal ? { removal: entry.removal } : {}),
      });
    else if (entry.entry === 'made') {
      const known = open.get(entry.n);
      if (known) open.set(entry.n, { ...known, confirmed: true, ...(entry.removal ? { removal: entry.removal } : {}) });
    } else open.delete(entry.n);
  }
  return { head, remains: [...open.values()].reverse() };
}
