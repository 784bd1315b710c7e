// What can be taken away again: a run makes other things only where it is told to leave them.
import type { Entity } from './entities.js';

/** Whether what is made can be taken away again: by itself or with what it stands in. */
export function removable(entity: Entity): boolean {
  const { create, remove, removeAll } = entity.resource;
  return Boolean(remove ?? removeAll ?? create?.enrols) || entity.parents.some(removable);
}
