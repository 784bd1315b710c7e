// References that no type can be made of: those into other files, and those into the middle of something.
import { pointer } from '../../spec/contract/pointer.js';
import { isObject } from '../../spec/is-object.js';
import { mapValues } from './schema-walk.js';

type Json = Record<string, unknown>;

/** A whole component has a type of its own; of its parts, as of all else in a document, TypeScript may not find one. */
const NEAR = /^#\/components\/(?:schemas|parameters|responses|requestBodies|headers)\/[^/]+$/;

/** Values that what a reference leads to may have, and all of them together: references to references can double each time. */
const MOST = 10_000;
const MOST_TOGETHER = 1_000_000;

/**
 * The document, where references to anything but whole components are replaced by what they lead to. Those to other files or
 * hosts are never followed: they say nothing, as do those that lead to themselves, and those to more than can be written out.
 */
export function withoutFarReferences(root: Json): Json {
  const found = new Map<string, { value: unknown; size: number }>();
  let size = 0;
  const near = (value: unknown): unknown => {
    size++;
    if (Array.isArray(value)) return value.map(near);
    if (!isObject(value)) return value;
    const reference = value['$ref'];
    if (typeof reference !== 'string' || isNear(root, reference)) return mapValues(value, near);
    const target = found.get(reference) ?? follow(reference);
    size += target.size;
    return size > MOST_TOGETHER ? {} : target.value;
  };
  const follow = (reference: string): { value: unknown; size: number } => {
    found.set(reference, { value: {}, size: 0 });
    const before = size;
    const value = reference.startsWith('#/') ? near(pointer(root, reference.slice(1)) ?? {}) : {};
    const own = size - before;
    size = before;
    const target = own > MOST ? { value: {}, size: 0 } : { value, size: own };
    found.set(reference, target);
    return target;
  };
  return near(root) as Json;
}

function isNear(root: Json, reference: string): boolean {
  return NEAR.test(reference) && pointer(root, reference.slice(1)) !== undefined;
}
