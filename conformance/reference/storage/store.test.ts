// Files of earlier versions, and files that can't be used.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { libsqlDialect } from './libsql-dialect.js';
import { migrations } from './migrations.js';
import { openStore } from './store.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docproof-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('brings a file of the first version up to date, with what is in it', async () => {
  const data = join(folder, 'unit.db');
  const old = new Kysely<unknown>({ dialect: libsqlDialect(data) });
  const [first] = Object.entries(migrations('embedded'));
  const provider = { getMigrations: async () => Object.fromEntries(first ? [first] : []) };
  expect((await new Migrator({ db: old, provider }).migrateToLatest()).error).toBeUndefined();
  await sql`insert into cell (name, version, published, updated, words) values ('old', 1, 1, 1, '')`.execute(old);
  await old.destroy();

  const store = await openStore({ data });
  const cells = await sql<{ name: string }>`select name from cell`.execute(store.db);
  const indexes = await sql<{ name: string }>`select name from sqlite_master where type = 'index'`.execute(store.db);
  await store.close();
  expect(cells.rows).toEqual([{ name: 'old' }]);
  expect(indexes.rows.map((row) => row.name)).toContain('role_updated');
});

it.each([
  ['a file outlives the process', () => ({ data: join(folder, 'unit.db') }), true],
  ['memory does not', () => ({}), false],
])('says whether what is in it is kept: %s', async (_, options, kept) => {
  const store = await openStore(options());
  await store.close();
  expect(store.kept).toBe(kept);
});

it.each([
  ['a folder', 'folder', (path: string) => mkdirSync(path)],
  ['no database', 'notes.txt', (path: string) => writeFileSync(path, 'not a database, '.repeat(99))],
  ['in a folder that is not there', 'missing/unit.db', () => undefined],
])('says which file is %s', async (_, name, make) => {
  const data = join(folder, name);
  make(data);
  await expect(openStore({ data })).rejects.toThrow(data);
  await expect(openStore({ data })).rejects.not.toThrow('in use');
});
