// Updates whose body carries the key that their path has: both name the same thing, unless documents show a rename.
import type { JsonValue } from '../../../spec/contract/api.js';
import { sameJson } from '../../assess/entity-in.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { sampleBody } from '../../plan/prerequisite.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { valueAt, withValueAt } from '../../plan/value-at.js';
import { matchTemplate, parsePath } from '../../url/key-path.js';

type Body = { [key: string]: JsonValue };

/** Properties of an update's body that carry the key of what it changes, with the variables of the path for them. */
export function keysInBody({ model }: Suite, operation: Operation): Map<string, string> {
  const resource = model.resources.find((r) => r.updates.includes(operation));
  return new Map(
    (resource?.keys ?? []).flatMap(({ property, repeated, variable }) => {
      const name = resource?.create === operation ? repeated : (property ?? repeated);
      return name === undefined ? [] : [[name, variable]];
    }),
  );
}

/** A body whose keys, where it has them, are those of the path. */
export function keyedAsPath(suite: Suite, operation: Operation, path: string, body: Body): Body {
  const found = matchTemplate(operation.segments, parsePath(path));
  if (!found) return body;
  // A form of the address may be an example of one thing, with no variable for its key.
  const keys = [...keysInBody(suite, operation)].filter(
    ([property, at]) => Object.hasOwn(body, property) && found.bindings.has(at),
  );
  const keyed = { ...body, ...Object.fromEntries(keys.map(([name, at]) => [name, found.bindings.get(at) ?? null])) };
  const variable = operation.segments.at(-1)?.variable;
  const { key } = fieldsAt(operation.api, bodySchema(operation) ?? {});
  if (!key || variable === undefined || valueAt(keyed, key) === undefined) return keyed;
  return withValueAt(keyed, key, found.bindings.get(variable) ?? null);
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

/** A body beside whose fields a key stands names what the path names. */
export function withKeyOf(suite: Suite, update: Operation, path: string, json: Body): { json: Body; body?: string } {
  const keyed = keyedAsPath(suite, update, path, json);
  return sameJson(keyed, json) ? { json } : { json: keyed, body: JSON.stringify(keyed) };
}
