// Create, retrieve, replace, merge and delete: each change in one transaction.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isObject } from '../../../spec/is-object.js';
import { DomainError } from '../model/catalogue.js';
import { ENTITY_TYPES, type EntityType, type TypeName } from '../model/entity-types.js';
import type { Value } from '../model/values.js';
import { brokenConstraint, type Db, type Store } from '../storage/store.js';
import { readEntityBody, type Values, wordsOf } from './body.js';
import { type Entity, etagOf, findEntity, type Key } from './entity.js';

/** Where a request acts: the cell (0 at unit level), the store and the time. */
export interface Scope {
  store: Store;
  cellId: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** Columns beside the properties: an account's password. */
export type ExtraColumns = Record<string, Value>;

/** @throws DomainError 404 */
export async function getEntity(db: Db, scope: Scope, type: EntityType, key: Key, lock = false): Promise<Entity> {
  const entity = await findEntity(db, type, scope.cellId, key, lock);
  if (!entity) throw new DomainError('PR404-OD-0002');
  return entity;
}

export async function createEntity(
  scope: Scope,
  type: EntityType,
  body: unknown,
  extra: ExtraColumns = {},
): Promise<Entity> {
  return changing(scope.store, (tx) => insertEntity(tx, scope, type, body, {}, extra));
}

/** Inserts within a transaction; `given` are properties that the URL gives. */
export async function insertEntity(
  tx: Db,
  scope: Scope,
  type: EntityType,
  body: unknown,
  given: Values,
  extra: ExtraColumns = {},
): Promise<Entity> {
  const named = type.generated && isObject(body) && !('Name' in body) ? { ...body, Name: randomUUID() } : body;
  const values = readEntityBody(type, named, true, given);
  const columns: Record<string, Value> = {
    ...ownColumns(type, values),
    ...(await referenceColumn(tx, scope, type, values)),
    ...extra,
    version: 1,
    published: scope.now,
    updated: scope.now,
    words: wordsOf(ownValues(type, values)),
    ...(type.name === 'Cell' ? {} : { cell_id: scope.cellId }),
  };
  const names = Object.keys(columns);
  const { rows } = await sql<{ id: number }>`insert into ${sql.table(type.table)}
    (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(columns).map(storable))}) returning id`.execute(tx);
  return { id: Number(rows[0]?.id), version: 1, published: scope.now, updated: scope.now, values };
}

/** PUT: what the body leaves out gets its default. MERGE: it stays. Keys may change by either. */
export async function updateEntity(
  scope: Scope,
  type: EntityType,
  key: Key,
  body: unknown,
  how: 'replace' | 'merge',
  ifMatch: string | null,
  extra: ExtraColumns = {},
): Promise<Entity> {
  return changing(scope.store, async (tx) => {
    const before = await getEntity(tx, scope, type, key, true);
    checkMatch(before, ifMatch);
    const given = readEntityBody(type, body, how === 'replace');
    const values = { ...before.values, ...given };
    const columns = {
      ...ownColumns(type, values),
      ...(await referenceColumn(tx, scope, type, values, before)),
      ...extra,
      words: wordsOf(ownValues(type, values)),
    };
    const stamp = await setColumns(tx, scope, type, before, columns);
    return { ...before, ...stamp, values };
  });
}

/** Changes columns and counts the version up. */
export async function setColumns(
  tx: Db,
  scope: Scope,
  type: EntityType,
  entity: Entity,
  columns: Record<string, Value>,
): Promise<{ version: number; updated: number }> {
  const stamp = { version: entity.version + 1, updated: Math.max(scope.now, entity.updated) };
  const assignments = Object.entries({ ...columns, ...stamp }).map(
    ([name, value]) => sql`${sql.ref(name)} = ${storable(value)}`,
  );
  await sql`update ${sql.table(type.table)} set ${sql.join(assignments)} where id = ${entity.id}`.execute(tx);
  return stamp;
}

/** Links of many-to-many associations go with the entity; what belongs to it keeps it from being deleted. */
export async function deleteEntity(scope: Scope, type: EntityType, key: Key, ifMatch: string | null): Promise<void> {
  await changing(
    scope.store,
    async (tx) => {
      const entity = await getEntity(tx, scope, type, key, true);
      checkMatch(entity, ifMatch);
      for (const navigation of type.navigation)
        if (navigation.kind === 'theirs' && (await hasRow(tx, navigation.target, navigation.by, entity.id)))
          throw new DomainError('PR409-OD-0001');
      await sql`delete from ${sql.table(type.table)} where id = ${entity.id}`.execute(tx);
    },
    'PR409-OD-0001',
  );
}

const IN_A_CELL: TypeName[] = ['ExtRole', 'Rule', 'Account', 'ExtCell', 'Role', 'Relation', 'Box'];

/** @param recursive with everything in it; otherwise a cell that holds anything stays */
export async function deleteCell(scope: Scope, key: Key, ifMatch: string | null, recursive: boolean): Promise<void> {
  await changing(
    scope.store,
    async (tx) => {
      const cell = await getEntity(tx, scope, ENTITY_TYPES.Cell, key, true);
      checkMatch(cell, ifMatch);
      for (const name of IN_A_CELL) {
        if (recursive)
          await sql`delete from ${sql.table(ENTITY_TYPES[name].table)} where cell_id = ${cell.id}`.execute(tx);
        else if (await hasRow(tx, name, 'cell_id', cell.id)) throw new DomainError('PR409-OD-0001');
      }
      await sql`delete from cell where id = ${cell.id}`.execute(tx);
    },
    'PR409-OD-0001',
  );
}

async function hasRow(tx: Db, type: TypeName, column: string, id: number): Promise<boolean> {
  const table = sql.table(ENTITY_TYPES[type].table);
  const { rows } = await sql`select 1 from ${table} where ${sql.ref(column)} = ${id} limit 1`.execute(tx);
  return rows.length > 0;
}

/** `If-Match` absent or `*` checks nothing; several ETags match by any of them (RFC 9110, 13.1.1). */
export function checkMatch(entity: Entity, ifMatch: string | null): void {
  if (ifMatch === null || ifMatch.trim() === '*' || ifMatch.trim() === '') return;
  const given = ifMatch.split(',').map((tag) => tag.trim());
  if (!given.includes(etagOf(entity))) throw new DomainError('PR412-OD-0002');
}

/** Runs a change; a key that somebody has is a conflict, a reference that is gone meanwhile another. */
export async function changing<T>(
  store: Store,
  work: (tx: Db) => Promise<T>,
  onMissing: 'PR404-OD-0002' | 'PR409-OD-0001' = 'PR404-OD-0002',
  onTaken: 'PR409-OD-0002' | 'PR409-OD-0003' | 'PR409-OD-0004' = 'PR409-OD-0003',
): Promise<T> {
  try {
    return await store.change(work);
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === 'unique') throw new DomainError(onTaken, 'Name');
    if (broken === 'foreignKey') throw new DomainError(onMissing);
    throw error;
  }
}

function ownColumns(type: EntityType, values: Values): Record<string, Value> {
  return Object.fromEntries(
    type.properties.flatMap(({ name, column }) => (column ? [[column, values[name] ?? null]] : [])),
  );
}

function ownValues(type: EntityType, values: Values): Value[] {
  return type.properties.filter((property) => property.column).map((property) => values[property.name] ?? null);
}

/** The column that points to the box or relation that the values name. */
async function referenceColumn(
  tx: Db,
  scope: Scope,
  type: EntityType,
  values: Values,
  before?: Entity,
): Promise<Record<string, Value>> {
  const reference = type.reference;
  if (!reference) return {};
  const names = Object.entries(reference.properties);
  if (before && names.every(([, name]) => before.values[name] === values[name])) return {};
  const key = Object.fromEntries(names.map(([target, name]) => [target, (values[name] ?? null) as string | null]));
  const [first = ''] = Object.values(reference.properties);
  if (!reference.required && (values[first] ?? null) === null) return { [reference.column]: null };
  const target = await findEntity(tx, ENTITY_TYPES[reference.target], scope.cellId, key);
  if (!target) throw new DomainError('PR400-OD-0024', first);
  return { [reference.column]: target.id };
}

function storable(value: Value): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}
