// The store of one unit: opens the database, brings its schema up to date, runs changes in transactions.
import { resolve } from 'node:path';
import { type Dialect, Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import { FileInUse, lockFile } from './file-lock.js';
import { libsqlDialect } from './libsql-dialect.js';
import { type Flavour, migrations } from './migrations.js';

/** Tables are addressed by the entity model, so statements are written with Kysely's `sql` and not typed by table. */
export type Db = Kysely<Record<string, never>>;

export interface Store {
  db: Db;
  flavour: Flavour;
  /** What is in it outlives the process. */
  kept: boolean;
  /** Counts the changes; undefined where other processes change the database, too. */
  version(): number | undefined;
  /** Runs `work` in one transaction: all of it happens or nothing. */
  change<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Database file; in memory when absent. */
  data?: string | undefined;
  /** PostgreSQL; wins over `data`. */
  databaseUrl?: string | undefined;
}

type Kind = Pick<Store, 'flavour' | 'kept'>;

/** @throws FileInUse when another process has the file, and an Error that names the file when it can't be used */
export async function openStore({ data, databaseUrl }: StoreOptions): Promise<Store> {
  const kind: Kind = { flavour: databaseUrl ? 'postgres' : 'embedded', kept: Boolean(databaseUrl || data) };
  const file = !databaseUrl && data ? resolve(data) : undefined;
  try {
    const unlock = file ? lockFile(file) : undefined;
    return await open(databaseUrl ? await postgres(databaseUrl) : libsqlDialect(file ?? ':memory:'), kind, unlock);
  } catch (error) {
    if (!file || error instanceof FileInUse) throw error;
    throw new Error(`the data file ${file} can't be used: ${(error as Error).message}`, { cause: error });
  }
}

async function open(dialect: Dialect, { flavour, kept }: Kind, unlock?: () => void): Promise<Store> {
  const db: Db = new Kysely({ dialect });
  try {
    await migrate(db, flavour);
  } catch (error) {
    await db.destroy().catch(() => undefined);
    unlock?.();
    throw error;
  }
  let version = 0;
  return {
    db,
    flavour,
    kept,
    version: () => (flavour === 'embedded' ? version : undefined),
    change: async (work) => {
      try {
        return await retried(() => db.transaction().execute(work));
      } finally {
        version++;
      }
    },
    close: async () => {
      await db.destroy();
      unlock?.();
    },
  };
}

async function postgres(url: string): Promise<PostgresDialect> {
  const pg = (await import('pg')).default;
  const int8 = 20;
  const getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text');
  const pool = new pg.Pool({ connectionString: url, max: 10, types: { getTypeParser: getTypeParser as never } });
  // An idle connection that the database closes is replaced by the pool; without a listener node would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

async function migrate(db: Db, flavour: Flavour): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(flavour) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
}

const RETRIES = 5;

/** PostgreSQL ends one of two transactions that wait for each other; the loser is run again. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (attempt >= RETRIES || (code !== '40P01' && code !== '40001')) throw error;
    }
}

/** Which constraint a statement ran into, if that is why it failed. */
export function brokenConstraint(error: unknown): 'unique' | 'foreignKey' | undefined {
  const { code, extendedCode, message } = error as { code?: string; extendedCode?: string; message?: string };
  if (code === '23505') return 'unique';
  if (code === '23503') return 'foreignKey';
  const text = `${code ?? ''} ${extendedCode ?? ''} ${message ?? ''}`;
  if (/SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|UNIQUE constraint failed/.test(text)) return 'unique';
  return /SQLITE_CONSTRAINT_FOREIGNKEY|FOREIGN KEY constraint failed/.test(text) ? 'foreignKey' : undefined;
}

/** The value of a secret of this store, made by the first process that needs it. */
export async function storeSecret(store: Store, name: string, make: () => string): Promise<string> {
  const read = async (): Promise<string | undefined> => {
    const found = await sql<{ value: string }>`select value from secret where name = ${name}`.execute(store.db);
    return found.rows[0]?.value;
  };
  const known = await read();
  if (known !== undefined) return known;
  await sql`insert into secret (name, value) values (${name}, ${make()}) on conflict do nothing`.execute(store.db);
  return (await read()) ?? '';
}
