// Entities as the API shows them: OData 2.0 JSON, verbose.
import { ENTITY_TYPES, type EntityType } from '../model/entity-types.js';
import type { Shape } from '../odata/query-options.js';
import { type Entity, etagOf, keySegment } from '../service/entity.js';
import { expandAll } from '../service/lists.js';
import type { Db } from '../storage/store.js';

type Json = Record<string, unknown>;

/** Address of an entity; `base` is the URL of its cell, or of the unit for cells. */
export function uriOf(base: string, type: EntityType, entity: Entity): string {
  return `${base}__ctl/${keySegment(type, entity)}`;
}

/** An entity without its navigation properties, as the answer to its creation shows it. */
export function showEntity(base: string, type: EntityType, entity: Entity): Json {
  return shownAt(uriOf(base, type, entity), type, entity);
}

function shownAt(uri: string, type: EntityType, entity: Entity, select?: ReadonlySet<string>): Json {
  const shown: Json = { __metadata: { uri, etag: etagOf(entity), type: `${type.namespace}.${type.name}` } };
  for (const { name } of type.properties) if (!select || select.has(name)) shown[name] = entity.values[name] ?? null;
  shown['__published'] = `/Date(${entity.published})/`;
  shown['__updated'] = `/Date(${entity.updated})/`;
  return shown;
}

const EXPAND_LIMIT = { list: 100, entity: 10_000 };

/** Entities with their navigation properties, deferred or expanded. */
export async function showEntities(
  db: Db,
  base: string,
  type: EntityType,
  entities: readonly Entity[],
  shape: Shape,
  what: 'list' | 'entity',
): Promise<Json[]> {
  const deferred = deferredNames(type, shape);
  const shown = entities.map((entity) => {
    const uri = uriOf(base, type, entity);
    const one = shownAt(uri, type, entity, shape.select);
    for (const name of deferred) one[name] = { __deferred: { uri: `${uri}/${name}` } };
    return one;
  });
  const ids = entities.map((entity) => entity.id);
  for (const navigation of shape.expand) {
    const target = ENTITY_TYPES[navigation.target];
    const expanded = await expandAll(db, type, navigation, ids, EXPAND_LIMIT[what]);
    for (const [index, entity] of entities.entries()) {
      const found = (expanded.get(entity.id) ?? []).map((one) => showEntity(base, target, one));
      (shown[index] as Json)[navigation.name] = navigation.kind === 'own' ? (found[0] ?? null) : found;
    }
  }
  return shown;
}

function deferredNames(type: EntityType, { select, expand }: Shape): string[] {
  const names = [...type.navigation.map((navigation) => navigation.name), ...(type.deferredOnly ?? [])];
  return names.filter((name) => (!select || select.has(name)) && !expand.some((n) => n.name === name));
}
