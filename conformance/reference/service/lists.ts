// Lists and expansions: one statement each, everything pushed down into SQL.
import { type RawBuilder, sql } from 'kysely';
import { ENTITY_TYPES, type EntityType, type Navigation } from '../model/entity-types.js';
import type { ListOptions } from '../odata/query-options.js';
import type { Db } from '../storage/store.js';
import { getEntity, type Scope } from './entities.js';
import { columns, type Entity, inCell, type Row, selection, toEntity } from './entity.js';
import { type End, linkColumns } from './links.js';

export interface EntityList {
  entities: Entity[];
  /** Of all that match, where asked for. */
  count?: number;
}

/** What a list is of, beside its type: what the navigation property of an entity leads to, or everything in the cell. */
export interface Linked {
  end: End;
  source: Entity;
}

export async function listEntities(
  scope: Scope,
  type: EntityType,
  options: ListOptions,
  of?: Linked,
): Promise<EntityList> {
  const db = scope.store.db;
  const { list, count } = listStatements(scope.cellId, type, options, of);
  const { rows } = await list.execute(db);
  const entities = rows.map((row) => toEntity(type, row));
  if (!options.count) return { entities };
  const counted = await count.execute(db);
  return { entities, count: Number(counted.rows[0]?.n ?? 0) };
}

/** The page of a list, and how many there are of all. */
export function listStatements(
  cellId: number,
  type: EntityType,
  options: ListOptions,
  of?: Linked,
): { list: RawBuilder<Row>; count: RawBuilder<{ n: number }> } {
  const conditions = [inCell(type, cellId), ...options.conditions];
  if (of) conditions.push(related(of.end.type, of.end.navigation, of.source.id));
  const where = sql.join(conditions, sql` and `);
  // `+` keeps the embedded database from walking all of a cell in order when the key's index leads to the few at once.
  const id = sql.raw(`${options.narrow ? '+t.id' : 't.id'} ${options.ties}`);
  const order = sql.join([...options.order, id], sql`, `);
  // Every entity has one row, joined or not, and an index alone can be counted.
  const counted = sql.raw(options.own ? `${type.table} t` : type.from);
  return {
    list: sql`${selection(type)} where ${where} order by ${order} limit ${options.top} offset ${options.skip}`,
    count: sql`select count(*) as n from ${counted} where ${where}`,
  };
}

/** Lists through a navigation property. @throws DomainError 404 where the entity is not there */
export async function listLinked(scope: Scope, end: End, options: ListOptions): Promise<EntityList> {
  const source = await getEntity(scope.store.db, scope, end.type, end.key);
  return listEntities(scope, ENTITY_TYPES[end.navigation.target], options, { end, source });
}

/** What a navigation property of the entity `id` leads to. */
function related(type: EntityType, navigation: Navigation, id: number): RawBuilder<unknown> {
  if (navigation.kind === 'theirs') return sql`${sql.ref(`t.${navigation.by}`)} = ${id}`;
  if (navigation.kind === 'own')
    return sql`t.id = (select ${sql.ref(navigation.by)} from ${sql.table(type.table)} where id = ${id})`;
  const { here, there } = linkColumns(type, navigation);
  return sql`t.id in (select ${sql.ref(there)} from ${sql.table(navigation.by)} where ${sql.ref(here)} = ${id})`;
}

/** Entities at the other end by the id of this end, newest first, at most `limit` for each. */
export async function expandAll(
  db: Db,
  type: EntityType,
  navigation: Navigation,
  ids: readonly number[],
  limit: number,
): Promise<Map<number, Entity[]>> {
  const expanded = new Map<number, Entity[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return expanded;
  const target = ENTITY_TYPES[navigation.target];
  const { join, source, newest } = expansion(type, navigation);
  const { rows } = await sql<Row>`select * from (
      select ${sql.raw(columns(target))}, ${source} as source_id,
        row_number() over (partition by ${source} order by ${newest} desc, t.id desc) as place
      from ${sql.raw(target.from)} ${join} where ${source} in (${sql.join(ids)})
    ) ranked where place <= ${limit} order by source_id, place`.execute(db);
  for (const row of rows) expanded.get(Number(row['source_id']))?.push(toEntity(target, row));
  return expanded;
}

function expansion(
  type: EntityType,
  navigation: Navigation,
): { join: RawBuilder<unknown>; source: RawBuilder<unknown>; newest: RawBuilder<unknown> } {
  const newest = sql.raw('t.published');
  if (navigation.kind === 'theirs') return { join: sql``, source: sql.ref(`t.${navigation.by}`), newest };
  if (navigation.kind === 'own') {
    const join = sql`join ${sql.table(type.table)} s on s.${sql.ref(navigation.by)} = t.id`;
    return { join, source: sql.raw('s.id'), newest };
  }
  const { here, there } = linkColumns(type, navigation);
  const join = sql`join ${sql.table(navigation.by)} l on ${sql.ref(`l.${there}`)} = t.id`;
  return { join, source: sql.ref(`l.${here}`), newest: sql.raw('l.linked') };
}
