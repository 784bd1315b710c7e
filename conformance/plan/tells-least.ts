// Whether documents say what a body can do without.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from './resources.js';

/** They call fields required, or say what those have that are left out. A sample alone says neither. */
export function tellsLeast(operation: Operation): boolean {
  const { required = [], properties = {} } = mergedSchema(operation.api, bodySchema(operation) ?? {});
  const given = Object.values(properties).some((raw) => mergedSchema(operation.api, raw).default !== undefined);
  return required.length > 0 || given;
}
