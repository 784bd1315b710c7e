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

/** @param of lists what the navigation property of an entity leads to; everything in the cell otherwise */
export async function listEntities(
  scope: Scope,
  type: EntityType,
  options: ListOptions,
  of?: { end: End; source: Entity },
): Promise<EntityList> {
  const db = scope.store.db;
  const conditions = [inCell(type, scope.cellId), ...options.conditions];
  if (of) conditions.push(related(of.end.type, of.end.navigation, of.source.id));
  const where = sql.join(conditions, sql` and `);
  // `+` keeps the embedded database from walking all of a cell in order when the key's index leads to the few at once.
  const order = sql.join([...options.order, options.narrow ? sql`+t.id` : sql`t.id`], sql`, `);
  const { rows } = await sql<Row>`${selection(type)} where ${where}
    order by ${order} limit ${options.top} offset ${options.skip}`.execute(db);
  const entities = rows.map((row) => toEntity(type, row));
  if (!options.count) return { entities };
  const counted = await sql<{ n: number }>`select count(*) as n from ${sql.raw(type.from)} where ${where}`.execute(db);
  return { entities, count: Number(counted.rows[0]?.n ?? 0) };
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
