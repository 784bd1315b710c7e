// Kysely over an embedded libSQL database: one connection, and a queue in front of it.
//
// Write transactions of one process on one file must not meet (SQLITE_BUSY), and an in-memory database lives on one
// connection only, so every statement and every transaction waits for its turn. Statements are kept prepared: preparing
// one takes longer than running it.
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Database from 'libsql';

/** @param file path, or `:memory:` */
export function libsqlDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class LibsqlDriver implements Driver {
  private connection: LibsqlConnection | undefined;
  private readonly turns = new Turns();

  constructor(private readonly file: string) {}

  async init(): Promise<void> {
    const database = new Database(this.file);
    for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'cache_size = -32768'])
      database.exec(`PRAGMA ${pragma}`);
    this.connection = new LibsqlConnection(database);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.turns.take();
    if (this.connection) return this.connection;
    this.turns.give();
    throw new Error('the database is closed');
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.turns.give();
  }

  /** After the last statement in turn. */
  async destroy(): Promise<void> {
    await this.turns.take();
    this.connection?.close();
    this.connection = undefined;
    this.turns.give();
  }
}

type Statement = ReturnType<Database.Database['prepare']>;

/** More than the server has; lists in conditions make some of any length. */
const KEPT_STATEMENTS = 500;

class LibsqlConnection implements DatabaseConnection {
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly database: Database.Database) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.prepared(sql);
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
  }

  // biome-ignore lint/correctness/useYield: Kysely's interface wants a generator; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded database does not stream');
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    if (this.statements.size >= KEPT_STATEMENTS) this.statements.delete(this.statements.keys().next().value ?? '');
    this.statements.set(sql, statement);
    return statement;
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
