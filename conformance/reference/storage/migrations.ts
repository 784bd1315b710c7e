// The database schema, as steps that are never edited once released: a change is a new step at the end.
import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';

export type Flavour = 'embedded' | 'postgres';

type Db = Kysely<unknown>;

/** Steps by name, for Kysely's migrator. */
export function migrations(flavour: Flavour): Record<string, Migration> {
  return {
    '001_entities': { up: (db: Db) => createEntities(db, flavour) },
    '002_order_by_time': { up: indexTimes },
  };
}

/** Newest first is what people ask for; without these a list of 25 sorts all that the cell has. */
async function indexTimes(db: Db): Promise<void> {
  for (const table of ['box', 'role', 'relation', 'rule', 'account', 'ext_cell', 'ext_role'])
    for (const time of ['published', 'updated'])
      await db.schema.createIndex(`${table}_${time}`).on(table).columns(['cell_id', time, 'id']).execute();
}

async function createEntities(db: Db, flavour: Flavour): Promise<void> {
  const text = sql.raw(flavour === 'postgres' ? 'text collate "C"' : 'text');
  const entity = (name: string): CreateTableBuilder<string, string> => {
    const table = db.schema.createTable(name).addColumn('version', 'integer', (c) => c.notNull());
    const stamped = table
      .addColumn('published', 'bigint', (c) => c.notNull())
      .addColumn('updated', 'bigint', (c) => c.notNull())
      // Lower-case words of the entity's own values between single spaces, for full-text search.
      .addColumn('words', text, (c) => c.notNull());
    return flavour === 'postgres'
      ? stamped.addColumn('id', 'bigserial', (c) => c.primaryKey())
      : stamped.addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement());
  };
  const inCell = (name: string) =>
    entity(name).addColumn('cell_id', 'bigint', (c) => c.notNull().references('cell.id'));

  await entity('cell')
    .addColumn('name', text, (c) => c.notNull().unique())
    .execute();
  await inCell('box')
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('schema_url', text)
    .addUniqueConstraint('box_key', ['cell_id', 'name'])
    .addUniqueConstraint('box_schema', ['cell_id', 'schema_url'])
    .execute();
  for (const name of ['role', 'relation'])
    await inCell(name)
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('box_id', 'bigint', (c) => c.references('box.id'))
      .execute();
  await inCell('rule')
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('box_id', 'bigint', (c) => c.references('box.id'))
    .addColumn('event_external', 'integer', (c) => c.notNull())
    .addColumn('event_subject', text)
    .addColumn('event_type', text)
    .addColumn('event_object', text)
    .addColumn('event_info', text)
    .addColumn('action', text)
    .addColumn('target_url', text)
    .execute();
  await inCell('account')
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('ip_address_range', text)
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('cell', text)
    .addColumn('password', text)
    // When the password was set, in milliseconds: tokens issued by an earlier one are worthless.
    .addColumn('epoch', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('last_authenticated', 'bigint')
    .addColumn('failed_count', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('failed_at', 'bigint')
    .addUniqueConstraint('account_key', ['cell_id', 'name'])
    .execute();
  await inCell('ext_cell')
    .addColumn('url', text, (c) => c.notNull())
    .addUniqueConstraint('ext_cell_key', ['cell_id', 'url'])
    .execute();
  await inCell('ext_role')
    .addColumn('ext_role', text, (c) => c.notNull())
    .addColumn('relation_id', 'bigint', (c) => c.notNull().references('relation.id'))
    .addUniqueConstraint('ext_role_key', ['cell_id', 'ext_role', 'relation_id'])
    .execute();
  // A key with a null box is a key too: uniqueness is over coalesce, since nulls never equal.
  for (const name of ['role', 'relation', 'rule'])
    await sql`create unique index ${sql.ref(`${name}_key`)} on ${sql.table(name)} (cell_id, name, coalesce(box_id, 0))`.execute(
      db,
    );
  for (const name of ['box', 'role', 'relation', 'rule', 'account', 'ext_cell', 'ext_role'])
    await db.schema.createIndex(`${name}_order`).on(name).columns(['cell_id', 'id']).execute();
  for (const name of ['role', 'relation', 'rule'])
    await db.schema.createIndex(`${name}_box`).on(name).column('box_id').execute();
  await db.schema.createIndex('ext_role_relation').on('ext_role').column('relation_id').execute();
  await createLinks(db);
  await createAccess(db, text);
}

async function createLinks(db: Db): Promise<void> {
  const links: [string, string, string][] = [
    ['account_role', 'account', 'role'],
    ['ext_cell_role', 'ext_cell', 'role'],
    ['ext_cell_relation', 'ext_cell', 'relation'],
    ['ext_role_role', 'ext_role', 'role'],
    ['relation_role', 'relation', 'role'],
  ];
  for (const [table, left, right] of links) {
    await db.schema
      .createTable(table)
      .addColumn(`${left}_id`, 'bigint', (c) => c.notNull().references(`${left}.id`).onDelete('cascade'))
      .addColumn(`${right}_id`, 'bigint', (c) => c.notNull().references(`${right}.id`).onDelete('cascade'))
      .addColumn('linked', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, [`${left}_id`, `${right}_id`])
      .execute();
    await db.schema.createIndex(`${table}_back`).on(table).column(`${right}_id`).execute();
  }
}

async function createAccess(db: Db, text: ReturnType<typeof sql.raw>): Promise<void> {
  await db.schema
    .createTable('grants')
    .addColumn('cell_id', 'bigint', (c) => c.notNull().references('cell.id').onDelete('cascade'))
    // Null: everybody, with or without a token.
    .addColumn('role_id', 'bigint', (c) => c.references('role.id').onDelete('cascade'))
    .addColumn('privilege', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('grants_cell').on('grants').column('cell_id').execute();
  await db.schema
    .createTable('secret')
    .addColumn('name', text, (c) => c.primaryKey())
    .addColumn('value', text, (c) => c.notNull())
    .execute();
}
