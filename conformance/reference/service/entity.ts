// An entity as it comes from the database, and how it is found.
import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from '../model/entity-types.js';
import type { Value } from '../model/values.js';
import { isPostgres } from '../storage/flavour.js';
import type { Db } from '../storage/store.js';

export interface Entity {
  id: number;
  version: number;
  /** Milliseconds since 1970. */
  published: number;
  updated: number;
  /** By property name. */
  values: Record<string, Value>;
}

/** Key values by property name; every key of the type is there. */
export type Key = Record<string, string | null>;

/** Rows of a query that selects `selection(type)`. */
export type Row = Record<string, string | number | null>;

/** `select … from …` of a type; columns are named by position, since property names are no identifiers. */
export function selection(type: EntityType): RawBuilder<Row> {
  return sql.raw(`select ${columns(type)} from ${type.from}`);
}

export function columns(type: EntityType): string {
  const properties = type.properties.map((property, index) => `${property.sql} as p${index}`);
  return ['t.id', 't.version', 't.published', 't.updated', ...properties].join(', ');
}

export function toEntity(type: EntityType, row: Row): Entity {
  const values: Record<string, Value> = {};
  for (const [index, property] of type.properties.entries()) {
    const value = row[`p${index}`] ?? null;
    values[property.name] = property.boolean ? Boolean(value) : value;
  }
  return {
    id: Number(row['id']),
    version: Number(row['version']),
    published: Number(row['published']),
    updated: Number(row['updated']),
    values,
  };
}

/** `t` belongs to the cell; cells belong to the unit. */
export function inCell(type: EntityType, cellId: number): RawBuilder<boolean> {
  return type.name === 'Cell' ? sql`1 = 1` : sql`t.cell_id = ${cellId}`;
}

/**
 * @param lock holds the row until the transaction ends, so that nobody changes what was read (PostgreSQL; the embedded
 *   database has one writer at a time)
 */
export async function findEntity(
  db: Db,
  type: EntityType,
  cellId: number,
  key: Key,
  lock = false,
): Promise<Entity | undefined> {
  // A URL may name more than the key (`Box(Name='box1',Schema='…')`): it must be right, too.
  const more = Object.keys(key).filter((name) => key[name] !== null && !type.keys.includes(name));
  const conditions = [...type.keys, ...more].map((name) => {
    const column = sql.raw(type.properties.find((property) => property.name === name)?.sql ?? '');
    const value = key[name] ?? null;
    return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
  });
  const where = sql.join([inCell(type, cellId), ...conditions], sql` and `);
  const locking = lock && isPostgres(db) ? sql` for update of t` : sql``;
  const { rows } = await sql<Row>`${selection(type)} where ${where} limit 1${locking}`.execute(db);
  return rows[0] && toEntity(type, rows[0]);
}

/** Weak, since two spellings of the same JSON are the same entity (RFC 9110, 8.8.1). */
export function etagOf(entity: Pick<Entity, 'version' | 'updated'>): string {
  return `W/"${entity.version}-${entity.updated}"`;
}

/** `Role(Name='role1',_Box.Name=null)`, `Box('box1')`, as it stands in a URL. */
export function keySegment(type: EntityType, { values }: Entity): string {
  const [only = '', ...more] = type.keys;
  if (more.length === 0) return `${type.name}(${keyText(values[only])})`;
  return `${type.name}(${type.keys.map((name) => `${name}=${keyText(values[name])}`).join(',')})`;
}

/** Most keys are names that stand in a URL as they are. */
function keyText(value: Value | undefined): string {
  if (value === null || value === undefined) return 'null';
  const text = String(value);
  return /^[\w.-]*$/.test(text) ? `'${text}'` : `'${encodeURIComponent(text).replaceAll("'", "''")}'`;
}
