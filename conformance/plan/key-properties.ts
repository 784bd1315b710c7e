// Which property of a body carries each key of a resource.
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation, type Resource } from './resources.js';
import { handedOut } from './servers-own.js';
import { shownKey } from './shown-keys.js';
import { stem } from './stem.js';

/** Finds it: of the same name, of the variable's name or its end, or the only required one. */
export function nameProperties(resource: Resource): void {
  const schema = resource.create ? bodySchema(resource.create) : undefined;
  const properties = Object.keys(schema?.properties ?? {});
  const same = (a: string, b: string): boolean => stem(a) === stem(b);
  for (const key of resource.keys) {
    const property =
      properties.find((p) => p === key.name) ??
      properties.find((p) => same(p, key.variable) || same(resource.name + p, key.variable)) ??
      schema?.required?.find((p) => isText(resource, schema.properties?.[p]) && endsWith(resource, key.variable, p)) ??
      (resource.item.at(-1)?.keys ? undefined : shownKey(resource, key.variable)) ??
      (resource.item.at(-1)?.keys && resource.keys.length === 1 && schema?.required?.length === 1
        ? schema.required[0]
        : undefined);
    const written = property === undefined ? undefined : schema?.properties?.[property];
    if (property === undefined || (resource.create && written && !canNameOne(resource.create, written))) continue;
    if (resource.keys.length === 1 && handedOut(resource, property)) key.given = property;
    else if (!resource.create || !written || canBeKey(resource.create, written)) key.property = property;
  }
}

/** `ShelfName` is the `Name` of `shelves`: what stands before it is the word for one, whatever its plural is like. */
function endsWith({ name }: Resource, variable: string, property: string): boolean {
  const [whole, end, many] = [variable, property, name].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (!whole || !end || !many || !whole.endsWith(end)) return false;
  const one = whole.slice(0, -end.length);
  // The last letter may be another: `shelf`, `shelves`.
  return one.length > 2 && many.startsWith(one.slice(0, -1)) && many.length <= one.length + 3;
}

function isText({ create }: Resource, raw: Schema | undefined): boolean {
  return create !== undefined && raw !== undefined && [mergedSchema(create.api, raw).type].flat().includes('string');
}

/** A key is a text or a number that a request may say: no file, no list, nothing that the server alone writes. */
export function canBeKey(operation: Operation, raw: Schema): boolean {
  return mergedSchema(operation.api, raw)['readOnly'] !== true && canNameOne(operation, raw);
}

/** Whether a property has values by which one thing is told from another. */
export function canNameOne({ api }: Operation, raw: Schema): boolean {
  const schema = mergedSchema(api, raw);
  if (schema.format === 'binary' || schema['contentMediaType'] !== undefined) return false;
  const types = [schema.type].flat();
  return !types.includes('array') && !types.includes('object') && !types.includes('boolean');
}
