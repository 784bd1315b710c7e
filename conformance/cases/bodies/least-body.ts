// A body with nothing that a request may leave out.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { formOf } from '../../../spec/fitting/form-of.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { fieldsAt } from '../../plan/fields-at.js';
import type { Operation } from '../../plan/resources.js';
import { valueAt, withValueAt } from '../../plan/value-at.js';
import type { Body } from './made-body.js';

/**
 * @param keys what the thing is called by, which it does not go without
 * @returns undefined where the body has nothing to leave out whose default the documents give
 */
export function leastBody({ api }: Operation, schema: Schema, json: Body, keys: readonly string[]): Body | undefined {
  const { path, raw } = fieldsAt(api, schema);
  const sent = valueAt(json, path);
  if (!isObject<JsonValue>(sent)) return undefined;
  const { required = [], properties = {}, ...rest } = formOf(api, raw, sent);
  const least = Object.fromEntries(
    Object.entries(sent).filter(([name]) => required.includes(name) || keys.includes(name)),
  );
  const hasDefault = Object.keys(sent).some((name) => {
    const { default: value } = mergedSchema(api, properties[name] ?? {});
    return !required.includes(name) && value !== undefined && value !== null;
  });
  if (!hasDefault || Object.keys(least).length < Number(rest['minProperties'] ?? 0)) return undefined;
  return path.length === 0 ? least : withValueAt(json, path, least);
}
