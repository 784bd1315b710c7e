// The journal of a run: what it is about to create or to change and what it created, so that everything can be removed or
// put back even after `kill -9`. Mode 0600, no secrets, bound to the origin of the target. One JSON object per line.
import { closeSync, lstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isObject } from '../../spec/is-object.js';
import type { Carrier } from '../plan/resources.js';

export const JOURNAL_FORMAT = 'docproof/journal/1';

/** A journal that cannot be written, or that is not to be believed; the message is for people. */
export class JournalError extends Error {}

interface Undoing {
  url: string;
  headers: Record<string, string>;
  /** What the token goes into; the token itself is never written. */
  credential: Carrier;
}

export interface Removal extends Undoing {
  method: 'DELETE';
}

/** Puts back what there is one of. */
export interface Restoration extends Undoing {
  method: 'PUT' | 'PATCH' | 'POST';
  /** As it was before the run changed it. */
  body: string;
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
 * it is gone. `removal` is known before the create only where the name is the run's own. `kept` before something is
 * changed that the run did not make; `restored` when it is as it was.
 */
export type JournalEntry =
  | { entry: 'intent'; n: number; what: string; removal?: Removal }
  | { entry: 'made'; n: number; removal?: Removal }
  | { entry: 'refused'; n: number }
  | { entry: 'removed'; n: number }
  | { entry: 'kept'; n: number; what: string; restoration: Restoration }
  | { entry: 'restored'; n: number };

/** Where the later entries cannot be written, the run knows by itself, and `clean` asks for what is gone already. */
export interface Journal {
  /**
   * Returns the number by which the later entries speak of it.
   *
   * @throws JournalError where it cannot be noted: then nothing must be created
   */
  intent(what: string, removal: Removal | undefined): number;
  /** @param removal where it is another than the intent's */
  made(n: number, removal: Removal | undefined): void;
  refused(n: number): void;
  /** What went with one request, in one write. */
  removed(...ns: number[]): void;
  /**
   * Returns the number by which `restored` speaks of it.
   *
   * @throws JournalError where it cannot be noted: then nothing must be changed
   */
  kept(what: string, restoration: Restoration): number;
  restored(n: number): void;
  close(): void;
}

/**
 * Opens a new journal; fails when one is there already.
 *
 * @throws JournalError
 */
export function openJournal(file: string, head: JournalHead): Journal {
  const sure = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new JournalError(`${file}: the journal cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
  };
  const descriptor = sure(() => {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'wx', 0o600);
  });
  const write = (line: JournalHead | JournalEntry): void => sure(() => void writeSync(descriptor, lineOf(line)));
  let count = 0;
  write(head);
  return {
    intent(what, removal) {
      count++;
      write({ entry: 'intent', n: count, what, ...(removal ? { removal } : {}) });
      return count;
    },
    made: (n, removal) => unsure(() => write({ entry: 'made', n, ...(removal ? { removal } : {}) })),
    refused: (n) => unsure(() => write({ entry: 'refused', n })),
    removed: (...ns) => unsure(() => writeRemoved(descriptor, ns)),
    kept(what, restoration) {
      count++;
      write({ entry: 'kept', n: count, what, restoration });
      return count;
    },
    restored: (n) => unsure(() => write({ entry: 'restored', n })),
    close: () => closeSync(descriptor),
  };
}

/** A disk that is full must not keep the run from removing what it made. */
function unsure(write: () => unknown): void {
  try {
    write();
  } catch {
    // Told by the next intent.
  }
}

function lineOf(line: JournalHead | JournalEntry): string {
  return `${JSON.stringify(line)}\n`;
}

function writeRemoved(descriptor: number, ns: number[]): void {
  if (ns.length > 0) writeSync(descriptor, ns.map((n) => lineOf({ entry: 'removed', n })).join(''));
}

/** Opens the journal of an earlier run, to note what is removed or put back now. */
export function reopenJournal(file: string): Pick<Journal, 'removed' | 'restored' | 'close'> {
  const descriptor = openSync(file, 'a');
  // Its last line may have no end.
  unsure(() => writeSync(descriptor, '\n'));
  return {
    removed: (...ns) => unsure(() => writeRemoved(descriptor, ns)),
    restored: (n) => unsure(() => writeSync(descriptor, lineOf({ entry: 'restored', n }))),
    close: () => closeSync(descriptor),
  };
}

/** Something that a journal says may still be there, or may not be as it was. */
export interface Remains {
  n: number;
  what: string;
  /** The server confirmed that it created it; what was kept was there. */
  confirmed: boolean;
  undo?: Removal | Restoration;
}

/**
 * Reads a journal; a line that was cut by a crash is left out. Newest first, the order in which to remove.
 *
 * @throws JournalError where others can have written it, or where it is none
 */
export function readJournal(file: string): { head: JournalHead; remains: Remains[] } {
  refuseForeign(file);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const entries: unknown[] = [];
  for (const line of lines) {
    try {
      entries.push(JSON.parse(line));
    } catch {
      // Cut by a crash; what an earlier `clean` noted may follow.
    }
  }
  const odd = entries.findIndex((entry, i) => !(i === 0 ? isHead(entry) : isEntry(entry)));
  if (odd === 0 || entries.length === 0) throw new JournalError('this is not a journal of docproof');
  if (odd > 0) throw new JournalError(`line ${odd + 1} is not what docproof writes into a journal`);
  const [head, ...rest] = entries as [JournalHead, ...JournalEntry[]];
  const open = new Map<number, Remains>();
  for (const entry of rest) {
    const { n } = entry;
    const known = open.get(n);
    if (entry.entry === 'intent') open.set(n, remainsOf(n, entry.what, false, entry.removal));
    else if (entry.entry === 'kept') open.set(n, remainsOf(n, entry.what, true, entry.restoration));
    else if (entry.entry !== 'made') open.delete(n);
    else if (known) open.set(n, remainsOf(n, known.what, true, entry.removal ?? known.undo));
  }
  return { head, remains: [...open.values()].reverse() };
}

function remainsOf(n: number, what: string, confirmed: boolean, undo: Remains['undo']): Remains {
  return { n, what, confirmed, ...(undo ? { undo } : {}) };
}

/** With the token of whoever cleans, it is removed what a journal names: nobody else may have had a hand in it. */
function refuseForeign(file: string): void {
  const about = lstatSync(file);
  const { uid, mode } = about;
  if (!about.isFile()) throw new JournalError('the journal is a link or no file at all');
  if (process.getuid === undefined) return;
  if (uid !== process.getuid()) throw new JournalError('the journal belongs to another user, who can have changed it');
  if ((mode & 0o022) !== 0)
    throw new JournalError('the journal can be written by other users, who can have changed it');
}

function isHead(value: unknown): boolean {
  if (!isObject(value) || value['format'] !== JOURNAL_FORMAT || typeof value['run'] !== 'string') return false;
  return typeof value['origin'] === 'string' && URL.canParse(value['origin']);
}

function isEntry(value: unknown): boolean {
  if (!isObject(value) || typeof value['n'] !== 'number') return false;
  const { entry, what, removal, restoration } = value;
  if (removal !== undefined && !(isUndoing(removal) && removal['method'] === 'DELETE')) return false;
  if (entry === 'kept') return typeof what === 'string' && isRestoration(restoration);
  return entry === 'intent' ? typeof what === 'string' : LATER.has(entry);
}

const LATER = new Set<unknown>(['made', 'refused', 'removed', 'restored'] satisfies JournalEntry['entry'][]);

function isRestoration(value: unknown): boolean {
  if (!isUndoing(value) || typeof value['body'] !== 'string') return false;
  return value['method'] === 'PUT' || value['method'] === 'PATCH' || value['method'] === 'POST';
}

function isUndoing(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || typeof value['url'] !== 'string') return false;
  const { headers, credential } = value;
  if (!isObject(headers) || !Object.values(headers).every((v) => typeof v === 'string')) return false;
  return isObject(credential) && typeof credential['name'] === 'string' && typeof credential['scheme'] === 'string';
}
