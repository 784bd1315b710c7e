// The journal: what it says is left after any end of a run, kept as lines that a crash can cut.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOURNAL_FORMAT, type JournalHead, openJournal, type Removal, readJournal, reopenJournal } from './journal.js';

const HEAD: JournalHead = {
  format: JOURNAL_FORMAT,
  run: 'r1',
  origin: 'http://127.0.0.1:1',
  startedAt: '2020-01-01T00:00:00Z',
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docproof-journal-'));
  file = join(folder, 'run', 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

function removal(name: string): Removal {
  const credential = { name: 'Authorization', scheme: 'Bearer ' };
  return { method: 'DELETE', url: `${HEAD.origin}/${name}`, headers: {}, credential };
}

describe('the journal of a run', () => {
  it('is readable by its owner alone', () => {
    openJournal(file, HEAD).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has what was meant to be made until it is refused or removed, newest first', () => {
    const journal = openJournal(file, HEAD);
    const [kept, refused, removed, unnamed] = ['kept', 'refused', 'removed', 'unnamed'].map((what) =>
      journal.intent(what, what === 'unnamed' ? undefined : removal(what)),
    ) as [number, number, number, number];
    journal.made(kept, undefined);
    journal.refused(refused);
    journal.made(removed, undefined);
    journal.removed(removed);
    journal.made(unnamed, removal('named-by-the-server'));
    journal.close();
    expect(readJournal(file).remains).toEqual([
      { n: unnamed, what: 'unnamed', confirmed: true, removal: removal('named-by-the-server') },
      { n: kept, what: 'kept', confirmed: true, removal: removal('kept') },
    ]);
  });

  it('notes all that went with one request, now and after it was opened again', () => {
    const journal = openJournal(file, HEAD);
    const made = ['a', 'b', 'c', 'd'].map((what) => journal.intent(what, removal(what)));
    journal.removed(...made.slice(0, 2));
    journal.removed();
    journal.close();
    expect(readJournal(file).remains.map((one) => one.what)).toEqual(['d', 'c']);
    const again = reopenJournal(file);
    again.removed(...made.slice(2));
    again.close();
    expect(readJournal(file).remains).toEqual([]);
  });

  it('is read as far as a crash let it be written', () => {
    const journal = openJournal(file, HEAD);
    journal.intent('whole', removal('whole'));
    journal.close();
    appendFileSync(file, '{"entry":"intent","n":2,"wh');
    expect(readJournal(file).remains.map((one) => one.what)).toEqual(['whole']);
  });

  it('is on the disk before a create is sent', () => {
    const journal = openJournal(file, HEAD);
    journal.intent('first', removal('first'));
    expect(readFileSync(file, 'utf8')).toContain('"what":"first"');
    journal.close();
  });

  it('never goes on in the journal of another run', () => {
    openJournal(file, HEAD).close();
    expect(() => openJournal(file, HEAD)).toThrow('EEXIST');
  });
});
