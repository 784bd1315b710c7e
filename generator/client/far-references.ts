// References that no type can be made of: those into other files, and those into the middle of something.
import { pointer } from '../../spec/contract/pointer.js';
import { isObject, mapValues } from './schema-walk.js';

type Json = Record<string, unknown>;

/** A whole component has a type of its own; of its parts, as of all else in a document, TypeScript may not find one. */
const NEAR = /^#\/components\/(?:schemas|parameters|responses|requestBodies|headers)\/[^/]+$/;

/**
 * The document, where references to anything but whole components are replaced by what they lead to. Those to other files or
 * hosts are never followed: they say nothing, as do those that lead to themselves.
 */
export function withoutFarReferences(root: Json): Json {
  const found = new Map<string, unknown>();
  const near = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(near);
    if (!isObject(value)) return value;
    const reference = value['$ref'];
    if (typeof reference !== 'string' || isNear(root, reference)) return mapValues(value, near);
    if (!found.has(reference)) {
      found.set(reference, {});
      found.set(reference, reference.startsWith('#/') ? near(pointer(root, reference.slice(1)) ?? {}) : {});
    }
    return found.get(reference);
  };
  return near(root) as Json;
}

function isNear(root: Json, reference: string): boolean {
  return NEAR.test(reference) && pointer(root, reference.slice(1)) !== undefined;
}
