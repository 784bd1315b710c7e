// Bodies that name what their path names, beside the fields that they wrap: `data.id`.
import type { JsonValue } from '../../../spec/contract/api.js';
import type { Entity } from '../../plan/entities.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { valueAt, withValueAt } from '../../plan/value-at.js';

/** @param keys those that an entity has on the server */
export function namingTarget(
  operation: Operation,
  target: Entity | undefined,
  keys: (target: Entity) => (string | null)[],
  body: Record<string, unknown>,
): Record<string, unknown> {
  const { key } = fieldsAt(operation.api, bodySchema(operation) ?? {});
  const json = body as { [key: string]: JsonValue };
  if (!key || !target || valueAt(json, key) !== target.keys[0]) return body;
  return withValueAt(json, key, keys(target)[0] ?? null);
}
