// What the keys of a resource must fit.
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { shownSchemas } from '../assess/shown-properties.js';
import { bodySchema, type Resource, type ResourceKey } from './resources.js';

/** Schema of a key: of the body property that carries it, else of the path variable. */
export function keySchema(resource: Resource, key: ResourceKey): Schema | undefined {
  if (key.schema === undefined) {
    const { create } = resource;
    const property = create && key.property !== undefined ? bodySchema(create)?.properties?.[key.property] : undefined;
    const found =
      create && property
        ? mergedSchema(create.api, property)
        : (shownForm(resource, key) ?? variableSchema(resource, key.variable));
    key.schema = found ?? null;
  }
  return key.schema ?? undefined;
}

/** The form of a key that the server gives, where addresses name none and answers do: `format: uuid` of the `id` that is shown. */
function shownForm(resource: Resource, { variable, property }: ResourceKey): Schema | undefined {
  const source = resource.create ?? resource.retrieve;
  const { type, format, pattern, enum: listed, minLength, maxLength } = variableSchema(resource, variable) ?? {};
  const plain = type === 'string' && (format ?? pattern ?? listed ?? minLength ?? maxLength) === undefined;
  if (!source || property !== undefined || !plain) return undefined;
  const shown = [variable, 'id'].flatMap((name) => shownSchemas(source, name));
  const forms = shown.map((raw) => mergedSchema(source.api, raw));
  return forms.find((one) => one.type === 'string' && (one.format === 'uuid' || typeof one.pattern === 'string'));
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
