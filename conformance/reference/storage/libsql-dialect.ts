// Kysely over an embedded libSQL database: one connection, and a queue in front of it.
//
// Write transactions of one process on one file must not meet (SQLITE_BUSY), and an in-memory database lives on one
// connection only, so every statement and every transaction waits for its turn.
import { type Client, createClient, type InValue, type ResultSet } from '@libsql/client';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

interface Executes {
  execute(statement: { sql: string; args: InValue[] }): Promise<ResultSet>;
}

/** @param url `file:/path/to/file` or `:memory:` */
export function libsqlDialect(url: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(url),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class LibsqlDriver implements Driver {
  private connection: LibsqlConnection | undefined;
  private readonly turns = new Turns();

  constructor(private readonly url: string) {}

  async init(): Promise<void> {
    const client = createClient({ url: this.url });
    for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'cache_size = -32768'])
      await client.execute(`PRAGMA ${pragma}`);
    this.connection = new LibsqlConnection(client);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.turns.take();
    if (!this.connection) throw new Error('the database is closed');
    return this.connection;
  }

  async beginTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.end('commit');
  }

  async rollbackTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.end('rollback');
  }

  async releaseConnection(): Promise<void> {
    this.turns.give();
  }

  async destroy(): Promise<void> {
    this.connection?.close();
    this.connection = undefined;
  }
}

class LibsqlConnection implements DatabaseConnection {
  private transaction: Awaited<ReturnType<Client['transaction']>> | undefined;

  constructor(private readonly client: Client) {}

  async begin(): Promise<void> {
    this.transaction = await this.client.transaction('write');
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const transaction = this.transaction;
    this.transaction = undefined;
    await transaction?.[how]();
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const target: Executes = this.transaction ?? this.client;
    const { rows, rowsAffected } = await target.execute({ sql: query.sql, args: query.parameters as InValue[] });
    return { rows: rows as unknown as R[], numAffectedRows: BigInt(rowsAffected) };
  }

  // biome-ignore lint/correctness/useYield: Kysely's interface wants a generator; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded database does not stream');
  }

  close(): void {
    this.client.close();
  }
}

/** First come, first served. */
class Turns {
  private busy = false;
  private readonly waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy = true;
  }

  give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.busy = false;
  }
}
