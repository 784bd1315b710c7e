// `$links`: the association between two entities, made, read, exchanged and removed.
import { sql } from 'kysely';
import { DomainError } from '../model/catalogue.js';
import { ENTITY_TYPES, type EntityType, type Navigation } from '../model/entity-types.js';
import type { Db } from '../storage/store.js';
import {
  changing,
  checkMatch,
  type ExtraColumns,
  getEntity,
  insertEntity,
  type Scope,
  setColumns,
} from './entities.js';
import { type Entity, findEntity, type Key } from './entity.js';

/** One end: an entity, and the navigation property that leads to the other. */
export interface End {
  type: EntityType;
  key: Key;
  navigation: Navigation;
}

/** An entity named by a `uri` in a body. */
export interface EntityRef {
  type: EntityType;
  key: Key;
}

type Stamp = Pick<Entity, 'version' | 'updated'>;

/** POST: a new link. */
export async function addLink(scope: Scope, end: End, wanted: EntityRef): Promise<void> {
  refuseFixed(end.navigation);
  await changing(
    scope.store,
    async (tx) => {
      const source = await getEntity(tx, scope, end.type, end.key, true);
      if (wanted.type.name !== end.navigation.target) throw new DomainError('PR400-OD-0006', 'uri');
      const target = await findEntity(tx, wanted.type, scope.cellId, wanted.key, true);
      if (!target) throw new DomainError('PR400-OD-0006', 'uri');
      await link(tx, scope, end, source, target, 'only if free');
    },
    'PR404-OD-0002',
    end.navigation.kind === 'table' ? 'PR409-OD-0002' : 'PR409-OD-0003',
  );
}

/**
 * PUT: `wanted` in place of `named`, the entity in the URL, which need not be linked.
 *
 * @returns what the ETag of the entity whose link it is is made of, for the answer
 */
export async function exchangeLink(
  scope: Scope,
  end: End,
  named: Key,
  wanted: EntityRef,
  ifMatch: string | null,
): Promise<Stamp> {
  refuseFixed(end.navigation);
  const targetType = ENTITY_TYPES[end.navigation.target];
  return changing(
    scope.store,
    async (tx) => {
      const source = await getEntity(tx, scope, end.type, end.key, true);
      checkMatch(source, ifMatch);
      const old = await getEntity(tx, scope, targetType, named, true);
      if (wanted.type.name !== end.navigation.target) throw new DomainError('PR400-OD-0006', 'uri');
      const target = await getEntity(tx, scope, targetType, wanted.key, true);
      if (target.id === old.id && (await isLinked(tx, end, source, target))) return source;
      if (end.navigation.kind !== 'own') await unlink(tx, scope, end, source, old);
      return link(tx, scope, end, source, target, 'in place');
    },
    'PR404-OD-0002',
    end.navigation.kind === 'table' ? 'PR409-OD-0002' : 'PR409-OD-0003',
  );
}

/**
 * DELETE. @throws DomainError 404 where two ends of a many-to-many association are not linked.
 *
 * Where an entity has 0..1 box the documented command takes `role1` of `box2` off `box1`: both are there, nothing links
 * them, and the answer is 204.
 */
export async function removeLink(scope: Scope, end: End, named: Key): Promise<void> {
  refuseFixed(end.navigation);
  await changing(
    scope.store,
    async (tx) => {
      const source = await getEntity(tx, scope, end.type, end.key, true);
      const target = await getEntity(tx, scope, ENTITY_TYPES[end.navigation.target], named, true);
      const wasLinked = await unlink(tx, scope, end, source, target);
      if (!wasLinked && end.navigation.kind === 'table') throw new DomainError('PR404-OD-0002');
    },
    'PR404-OD-0002',
    'PR409-OD-0004',
  );
}

/** POST to a navigation property: a new entity, linked. One that occupies the end of 0..1 gives way. */
export async function createLinked(scope: Scope, end: End, body: unknown, extra: ExtraColumns = {}): Promise<Entity> {
  const targetType = ENTITY_TYPES[end.navigation.target];
  return changing(scope.store, async (tx) => {
    const source = await getEntity(tx, scope, end.type, end.key, true);
    const given =
      end.navigation.kind === 'theirs'
        ? Object.fromEntries(
            Object.entries(targetType.reference?.properties ?? {}).map(([theirs, ours]) => [
              ours,
              source.values[theirs] ?? null,
            ]),
          )
        : {};
    if (end.navigation.kind === 'own' && end.navigation.fixed) throw new DomainError('PR400-OD-0008');
    const target = await insertEntity(tx, scope, targetType, body, given, extra);
    if (end.navigation.kind !== 'theirs') await link(tx, scope, end, source, target, 'in place');
    return target;
  });
}

function refuseFixed(navigation: Navigation): void {
  if (navigation.fixed) throw new DomainError('PR400-OD-0008');
}

/** @returns version and time of the source afterwards */
async function link(
  tx: Db,
  scope: Scope,
  { type, navigation }: End,
  source: Entity,
  target: Entity,
  how: 'only if free' | 'in place',
): Promise<Stamp> {
  if (navigation.kind === 'table') {
    const { here, there } = linkColumns(type, navigation);
    await sql`insert into ${sql.table(navigation.by)} (${sql.ref(here)}, ${sql.ref(there)}, linked)
      values (${source.id}, ${target.id}, ${scope.now})`.execute(tx);
    return source;
  }
  const own = navigation.kind === 'own';
  const holderType = own ? type : ENTITY_TYPES[navigation.target];
  const [holder, held] = own ? [source, target] : [target, source];
  const current = await pointerOf(tx, holderType, navigation.by, holder);
  if (current !== null && (how === 'only if free' || !own)) throw new DomainError('PR409-OD-0002');
  if (current === held.id) return source;
  const stamp = await setColumns(tx, scope, holderType, holder, { [navigation.by]: held.id });
  return own ? stamp : source;
}

/** @returns whether there was a link */
async function unlink(
  tx: Db,
  scope: Scope,
  { type, navigation }: End,
  source: Entity,
  target: Entity,
): Promise<boolean> {
  if (navigation.kind === 'table') {
    const { here, there } = linkColumns(type, navigation);
    const { numAffectedRows } = await sql`delete from ${sql.table(navigation.by)}
      where ${sql.ref(here)} = ${source.id} and ${sql.ref(there)} = ${target.id}`.execute(tx);
    return (numAffectedRows ?? 0n) > 0n;
  }
  const own = navigation.kind === 'own';
  const holderType = own ? type : ENTITY_TYPES[navigation.target];
  const [holder, held] = own ? [source, target] : [target, source];
  if ((await pointerOf(tx, holderType, navigation.by, holder)) !== held.id) return false;
  await setColumns(tx, scope, holderType, holder, { [navigation.by]: null });
  return true;
}

async function isLinked(tx: Db, { type, navigation }: End, source: Entity, target: Entity): Promise<boolean> {
  if (navigation.kind === 'own') return (await pointerOf(tx, type, navigation.by, source)) === target.id;
  if (navigation.kind === 'theirs')
    return (await pointerOf(tx, ENTITY_TYPES[navigation.target], navigation.by, target)) === source.id;
  const { here, there } = linkColumns(type, navigation);
  const { rows } = await sql`select 1 from ${sql.table(navigation.by)}
    where ${sql.ref(here)} = ${source.id} and ${sql.ref(there)} = ${target.id}`.execute(tx);
  return rows.length > 0;
}

async function pointerOf(tx: Db, type: EntityType, column: string, entity: Entity): Promise<number | null> {
  const { rows } = await sql<{ pointer: number | null }>`select ${sql.ref(column)} as pointer
    from ${sql.table(type.table)} where id = ${entity.id}`.execute(tx);
  const pointer = rows[0]?.pointer ?? null;
  return pointer === null ? null : Number(pointer);
}

/** Columns of a table of links, seen from one end. */
export function linkColumns(type: EntityType, navigation: Navigation): { here: string; there: string } {
  return { here: `${type.table}_id`, there: `${ENTITY_TYPES[navigation.target].table}_id` };
}
