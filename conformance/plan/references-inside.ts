// References deeper in a body: `lines[].productId`, `tagIds[]`, `tags[]` ("ids of the tags"),
// `{"type":"products","id":"1"}` (JSON:API, section 7.3). Those of its own members are the locator's.
import { type Entity, type Locator, type Reference, withOthers } from './entities.js';

/** Lists of keys: `tagIds`, `product_ids`. */
const MANY = /^(.+?)_?ids$/i;

/**
 * A copy of a value with other keys in the places that refer to something. Members of the value itself stay, unless
 * they are lists.
 *
 * @param key the key that an entity has, for the one that is written
 */
export function withReferences(
  locator: Locator,
  value: unknown,
  parents: Entity[],
  key: (entity: Entity, index: number) => string | null,
  top = true,
): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(locator, one, parents, key, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const found = new Map<string, unknown>();
  if (!top)
    for (const { entity, parts } of locator.referencesIn(new Map(entries), undefined, parents))
      for (const [name, index] of parts) found.set(name, inPlaceOf((value as never)[name], key(entity, index)));
  const identified = identifiedBy(locator, new Map(entries), parents);
  if (identified) found.set('id', sameKind(key(identified, 0), (value as never)['id']));
  return Object.fromEntries(
    entries.map(([name, one]) => {
      if (found.has(name)) return [name, found.get(name)];
      if (!Array.isArray(one) || !one.every(isKey)) return [name, withReferences(locator, one, parents, key, false)];
      const head = MANY.exec(name)?.[1];
      return [name, each(head === undefined ? name : `${head}Id`, one)];
    }),
  );

  function each(called: string, list: unknown[]): unknown[] {
    return list.map((one) => {
      const [reference] = locator.referencesIn(new Map([[called, one]]), undefined, parents);
      return reference ? inPlaceOf(one, key(reference.entity, 0)) : one;
    });
  }
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** What an object of a type and an id alone stands for. */
function identifiedBy(locator: Locator, members: ReadonlyMap<string, unknown>, parents: Entity[]): Entity | undefined {
  const type = members.get('type');
  const alone = [...members.keys()].every((name) => ['type', 'id', 'meta'].includes(name));
  if (typeof type !== 'string' || !alone) return undefined;
  return locator.referencesIn(new Map([[`${type}Id`, members.get('id')]]), undefined, parents)[0]?.entity;
}

/** What things inside a body may stand in: what the path names, and what the body itself does. */
export function aroundInside(parents: Entity[], references: readonly Reference[]): Entity[] {
  return withOthers(
    parents,
    references.map(({ entity }) => entity),
  );
}

/** What is referred to inside the members of a body. */
export function referencesInside(locator: Locator, members: Iterable<[string, unknown]>, parents: Entity[]): Entity[] {
  const found = new Map<string, Entity>();
  const deep = [...members].filter(([, one]) => typeof one === 'object' && one !== null);
  withReferences(locator, Object.fromEntries(deep), parents, (entity, index) => {
    found.set(entity.id, entity);
    return entity.keys[index] ?? null;
  });
  return [...found.values()];
}

/** A key in the place of a value; a number that is the key of nothing is there to be refused. */
function inPlaceOf(written: unknown, key: string | null): unknown {
  const isNone = typeof written === 'number' && (!Number.isInteger(written) || written < 1 || !/^\d+$/.test(key ?? ''));
  return isNone ? written : sameKind(key, written);
}

/** Keys are texts here; a body may write them as numbers. */
export function sameKind(key: string | null, written: unknown): string | number | null {
  return typeof written === 'number' && key !== null && Number.isFinite(Number(key)) ? Number(key) : key;
}
