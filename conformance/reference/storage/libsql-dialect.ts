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
type Values = readonly unknown[];

/** A statement ready to run, with what would take time to ask of it again. */
interface Prepared {
  statement: Statement;
  /** Names of the columns; undefined where it gives no rows. */
  columns?: string[];
  /** It gives one row at most: fetching it alone takes half the time of a list. */
  single: boolean;
}

/** More than the server has; lists in conditions make some of any length. */
const KEPT_STATEMENTS = 500;
/** Of queries alone: after an `insert` that failed, libSQL's `get` fails for ever. */
const GIVES_ONE_ROW = /^\s*select\b.*\blimit 1\s*$/is;

class LibsqlConnection implements DatabaseConnection {
  private readonly statements = new Map<string, Prepared>();

  constructor(private readonly database: Database.Database) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, columns, single } = this.prepared(sql);
    if (!columns) return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
    if (!single) return { rows: (statement.all(parameters) as Values[]).map((row) => toObject<R>(columns, row)) };
    const row = statement.get(parameters) as Values | undefined;
    return { rows: row ? [toObject<R>(columns, row)] : [] };
  }

  // biome-ignore lint/correctness/useYield: Kysely's interface wants a generator; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded database does not stream');
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private prepared(sql: string): Prepared {
    const known = this.statements.get(sql);
    if (known) return known;
    const prepared = prepare(this.database, sql);
    if (this.statements.size >= KEPT_STATEMENTS) this.statements.delete(this.statements.keys().next().value ?? '');
    this.statements.set(sql, prepared);
    return prepared;
  }
}

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  if (!statement.reader) return { statement, single: false };
  const columns = statement.columns().map((column) => column.name);
  // Rows come as lists: libSQL takes longer to make objects than `toObject` does.
  return { statement: statement.raw(), columns, single: GIVES_ONE_ROW.test(sql) };
}

function toObject<R>(columns: readonly string[], row: Values): R {
  const object: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++) object[columns[index] as string] = row[index];
  return object as R;
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
