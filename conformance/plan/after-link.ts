// What the ends of a link are called once it is there, or gone.
import { type Entity, entityOf } from './entities.js';
import type { Model } from './resources.js';

/**
 * What both ends of a link are called once it is there (or gone): a link to what a key refers to changes that key, as
 * the tag linked to a folder is from then on `Tag(Name='t',_Folder.Name='f')`.
 */
export function afterLink(model: Model, from: Entity, to: Entity, linked: boolean): { from: Entity; to: Entity } {
  return { from: rekeyed(model, from, to, linked), to: rekeyed(model, to, from, linked) };
}

function rekeyed(model: Model, entity: Entity, other: Entity, linked: boolean): Entity {
  let changed = false;
  const keys = entity.resource.keys.map((key, i) => {
    const dot = key.name?.indexOf('.') ?? -1;
    const refers = dot > 0 ? model.named(key.name?.slice(0, dot) ?? '', entity.resource.scope) : undefined;
    if (refers !== other.resource) return entity.keys[i] ?? null;
    changed = true;
    const index = other.resource.keys.findIndex((k) => (k.name ?? k.property) === key.name?.slice(dot + 1));
    return linked ? (other.keys[Math.max(0, index)] ?? null) : null;
  });
  return changed ? entityOf(entity.resource, keys, entity.parents) : entity;
}
