// What answers show of an entity, beside what was written.
import { type JsonObject, metadata, objectsWith, sameJson } from '../../assess/entity-in.js';
import type { Entity } from '../../plan/entities.js';
import { keyNames } from '../../plan/key-names.js';
import type { HttpAnswer } from '../../send/http.js';
import { sameText } from './address-probe.js';
import { jsonBody, type Probe } from './probe.js';

/** The object in an answer that shows an entity. */
export function entryOf(entity: Entity, { body }: Pick<HttpAnswer, 'body'>): JsonObject | undefined {
  const key = entity.resource.keys[0]?.property;
  return key === undefined ? undefined : objectsWith(jsonBody({ body }), [key])[0];
}

/** The same, also where the server gave the key; `keys` as the target knows them. */
export function thingIn(
  entity: Entity,
  { body }: Pick<HttpAnswer, 'body'>,
  keys: readonly (string | null)[],
): JsonObject | undefined {
  const [key] = entity.resource.keys;
  if (!key || key.property !== undefined) return entryOf(entity, { body });
  const value = jsonBody({ body });
  const shown = keyNames(key).flatMap((name) => objectsWith(value, [name]).filter((o) => String(o[name]) === keys[0]));
  return shown[0];
}

/**
 * Whether an object shows an entity, as far as it shows the parts of its key.
 *
 * @param property where the first key stands
 * @param keys as the target knows them
 */
export function isEntryOf(
  object: JsonObject,
  property: string,
  { resource }: Entity,
  keys: readonly (string | null)[],
): boolean {
  return (
    String(object[property]) === keys[0] &&
    resource.keys.every(({ property: part = '' }, i) => i === 0 || !(part in object) || sameText(object[part], keys[i]))
  );
}

/**
 * What a list says of an entry's version and kind is what another answer says of them.
 *
 * @param later what was told since
 */
export function sameMetadata(
  probe: Probe,
  entry: JsonObject | undefined,
  listed: JsonObject,
  where: string,
  later: { etag?: string | undefined } = {},
): void {
  for (const [name, wanted] of Object.entries({
    etag: metadata(entry, 'etag'),
    type: metadata(entry, 'type'),
    ...later,
  })) {
    const shown = metadata(listed, name);
    if (wanted !== undefined && shown !== undefined)
      probe.add(`listed-${name}`, shown === wanted, `${wanted}, its ${name} ${where}`, shown);
  }
}

/** Without a command it is not told whether an update says anything new: what is the same may keep its ETag. */
export function surelyChanged({ conversation }: Probe, entity: Entity, sent: Record<string, unknown>): boolean {
  const { world } = conversation;
  // Whether a PUT took what an earlier one had set is not told: of that nothing is sure.
  const before = world.told(entity)?.changed?.values ?? world.written(entity) ?? {};
  return Object.entries(sent).some(([name, value]) => name in before && !sameJson(before[name], value));
}
