// What the keys of a resource must fit.
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Resource, type ResourceKey } from './resources.js';

/** Schema of a key: of the body property that carries it, else of the path variable. */
export function keySchema(resource: Resource, key: ResourceKey): Schema | undefined {
  if (key.schema === undefined) {
    const { create } = resource;
    const property = create && key.property !== undefined ? bodySchema(create)?.properties?.[key.property] : undefined;
    const found = create && property ? mergedSchema(create.api, property) : variableSchema(resource, key.variable);
    key.schema = found ?? null;
  }
  return key.schema ?? undefined;
}

/** Schema of a path variable of a resource's item, where its operations give one. */
export function variableSchema(resource: Resource, variable: string | undefined): Schema | undefined {
  const { retrieve, remove, updates, within } = resource;
  for (const operation of [retrieve, remove, ...updates, within]) {
    const found = operation?.op.parameters.find((p) => p.in === 'path' && p.name === variable);
    if (operation && found) return mergedSchema(operation.api, found.schema);
  }
  return undefined;
}
