// Updates whose body carries the key that their path has: both name the same thing, unless documents show a rename.
import type { JsonValue } from '../../spec/contract/api.js';
import { sampleBody } from '../plan/prerequisite.js';
import type { Operation } from '../plan/resources.js';
import type { Suite } from '../plan/subject.js';
import { matchTemplate, parsePath } from '../url/key-path.js';

type Body = { [key: string]: JsonValue };

/** Properties of an update's body that carry the key of what it changes, with the variables of the path for them. */
export function keysInBody({ model }: Suite, operation: Operation): Map<string, string> {
  const resource = model.resources.find((r) => r.updates.includes(operation) && r.create !== operation);
  return new Map(
    (resource?.keys ?? []).flatMap(({ property, variable }) => (property === undefined ? [] : [[property, variable]])),
  );
}

/** A body whose keys, where it has them, are those of the path. */
export function keyedAsPath(suite: Suite, operation: Operation, path: string, body: Body): Body {
  const found = matchTemplate(operation.segments, parsePath(path));
  const keys = [...keysInBody(suite, operation)].filter(([property]) => Object.hasOwn(body, property));
  if (!found || keys.length === 0) return body;
  return {
    ...body,
    ...Object.fromEntries(keys.map(([name, variable]) => [name, found.bindings.get(variable) ?? null])),
  };
}

/**
 * The body of the documents that has another key than their URL: what is changed is called by it from then on. Without
 * one, to refuse another key is right, and so is to take no notice of it.
 */
export function renamingBody(suite: Suite, operation: Operation): Body | undefined {
  const shown = sampleBody(operation);
  const other = [...keysInBody(suite, operation)].some(([property, variable]) => {
    const example = operation.op.parameters.find((p) => p.in === 'path' && p.name === variable)?.example;
    const key = shown?.[property];
    return isKey(example) && isKey(key) && String(example) !== String(key);
  });
  return other ? shown : undefined;
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
