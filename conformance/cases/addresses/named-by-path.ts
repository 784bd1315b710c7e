// Properties of a body that repeat what the path of the request says.
import type { Suite } from '../../plan/subject.js';
import { parsePath } from '../../url/key-path.js';
import type { BaseRequest } from '../base-request.js';
import { type Context, madeBy } from '../bodies/body-context.js';

/** Whether a property refers to the very entity that the path names: it cannot be another one. */
export function namesPath(suite: Suite, base: BaseRequest, property: string): boolean {
  const target = suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  const values = new Map(Object.entries(base.json ?? {}));
  return suite.locator
    .referencesIn(values, undefined, target?.parents ?? [])
    .some((r) => r.entity.id === target?.id && r.parts.has(property));
}

/** Whether a property repeats what the path of a create says already: a server may take that from the path, whatever the body has. */
export function namesOwner(context: Context, property: string): boolean {
  const { suite, base, json, operation } = context;
  const owner =
    operation.creates || madeBy(context) ? undefined : suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  if (!owner) return false;
  return owner.keys.some((key) => namesPath(suite, { ...base, json: { [property]: key, ...json } }, property));
}
