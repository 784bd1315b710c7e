// What a thing is made in, where neither its address nor anything around it says which: the restaurant of a dish that a body names alone.
import type { Entity } from './entities.js';
import type { Operation, Resource } from './resources.js';
import type { Suite } from './subject.js';

/** The resource whose key a create has in its path and nothing gives; its owner must be there, even where the entity's own path leaves it out. */
export function untoldOwner(suite: Suite, entity: Entity, create: Operation): Resource | undefined {
  const around = [...entity.parents, ...suite.locator.references(entity).map((reference) => reference.entity)];
  for (const { variable } of create.segments) {
    if (variable === undefined) continue;
    const owner = suite.model.owner(variable);
    const within = around.some(
      ({ resource }) => resource === owner || resource.keys.some((key) => key.variable === variable),
    );
    if (owner && owner !== entity.resource && !within) return owner;
  }
  return undefined;
}
