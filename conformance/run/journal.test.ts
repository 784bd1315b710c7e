// The journal: what it says is left after any end of a run, kept as lines that a crash can cut.
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  JOURNAL_FORMAT,
  JournalError,
  type JournalHead,
  openJournal,
  type Removal,
  readJournal,
  reopenJournal,
} from './journal.js';

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
      { n: unnamed, what: 'unnamed', confirmed: true, undo: removal('named-by-the-server') },
      { n: kept, what: 'kept', confirmed: true, undo: removal('kept') },
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
    const again = reopenJournal(file);
    again.removed(1);
    again.close();
    expect(readJournal(file).remains).toEqual([]);
  });

  it('has what was changed until it is as it was, and how it is put back', () => {
    const journal = openJournal(file, HEAD);
    const restoration = { ...removal('settings'), method: 'PUT' as const, body: '{"opens":7}' };
    const [hours, colours] = ['hours', 'colours'].map((what) => journal.kept(what, restoration)) as [number, number];
    journal.restored(colours);
    journal.close();
    expect(readJournal(file).remains).toEqual([{ n: hours, what: 'hours', confirmed: true, undo: restoration }]);
    const again = reopenJournal(file);
    again.restored(hours);
    again.close();
    expect(readJournal(file).remains).toEqual([]);
  });

  it('is on the disk before a create is sent', () => {
    const journal = openJournal(file, HEAD);
    journal.intent('first', removal('first'));
    expect(readFileSync(file, 'utf8')).toContain('"what":"first"');
    journal.close();
  });

  it('is not believed where others can have written it, or where it says what no run does', () => {
    const journal = openJournal(file, HEAD);
    journal.made(journal.intent('own', undefined), removal('own'));
    journal.close();
    chmodSync(file, 0o620);
    expect(() => readJournal(file)).toThrow('can be written by other users');
    chmodSync(file, 0o600);
    symlinkSync(file, join(folder, 'link'));
    expect(() => readJournal(join(folder, 'link'))).toThrow('is a link');
    appendFileSync(file, `{"entry":"made","n":1,"removal":${JSON.stringify({ ...removal('x'), method: 'POST' })}}\n`);
    expect(() => readJournal(file)).toThrow('line 4 is not what docproof writes');
  });

  it.each(['DELETE', 'GET'])('is not believed where it would put something back by %s', (method) => {
    openJournal(file, HEAD).close();
    const restoration = { ...removal('x'), method, body: '{}' };
    appendFileSync(file, `${JSON.stringify({ entry: 'kept', n: 1, what: 'x', restoration })}\n`);
    expect(() => readJournal(file)).toThrow('line 2 is not what docproof writes');
  });

  it('that cannot be written keeps the run from creating, not from removing', () => {
    expect(() => openJournal(join(folder, '\0', 'journal.jsonl'), HEAD)).toThrow(JournalError);
    const journal = openJournal(file, HEAD);
    const n = journal.intent('own', removal('own'));
    journal.close();
    expect(() => journal.intent('next', undefined)).toThrow('the journal cannot be written (EBADF)');
    expect(() => journal.removed(n)).not.toThrow();
  });

  it('never goes on in the journal of another run', () => {
    openJournal(file, HEAD).close();
    expect(() => openJournal(file, HEAD)).toThrow('EEXIST');
  });
});
