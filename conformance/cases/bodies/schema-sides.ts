// The sides of a property's schema: null, one plain value, or one of several objects.

import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { shownSchemas } from '../../assess/shown-properties.js';
import type { Operation } from '../../plan/resources.js';

/** Whether null is among the values that a schema names. */
export function nullable({ api }: Operation, raw: Schema): boolean {
  const schema = mergedSchema(api, raw);
  return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((side) =>
    [mergedSchema(api, side).type].flat().includes('null'),
  );
}

/** Whether null fits a schema: one that names no type takes anything. */
export function allowsNull(operation: Operation, raw: Schema | undefined): boolean {
  const schema = mergedSchema(operation.api, raw ?? {});
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return (
    [schema.type].flat().includes('null') ||
    schema['nullable'] === true ||
    (schema.type === undefined && branches.length === 0) ||
    branches.some((b) => allowsNull(operation, b))
  );
}

/**
 * Whether a property may be set to null: null is among the values that its schema names, and what shows the thing then,
 * the answer or what is read at the address, may show it. A change that takes null for "leave it" is written so, too.
 */
export function mayBecomeNull(operation: Operation, name: string, raw: Schema): boolean {
  if (!nullable(operation, raw)) return false;
  return shownSchemas(operation, name).every((schema) => allowsNull(operation, schema));
}

/** A property of several forms, each with fields of its own. */
export function formsSide(operation: Operation, raw: Schema): Schema | undefined {
  const schema = mergedSchema(operation.api, raw);
  const all = schema.oneOf?.every((branch) => mergedSchema(operation.api, branch).properties !== undefined);
  return all ? schema : undefined;
}

/** The side of a property that is no null: of `type: [string, null]`, or the one branch of a choice. */
export function plainSide(operation: Operation, raw: Schema): Schema | undefined {
  const schema = mergedSchema(operation.api, raw);
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((b) => mergedSchema(operation.api, b));
  if (branches.length === 0) return schema;
  const texts = branches.filter((b) => [b.type].flat().includes('string'));
  const plain = branches.filter((b) => b.type !== 'null');
  return texts.length === 1 ? texts[0] : plain.length === 1 ? plain[0] : undefined;
}

/** Whether a property that may be a text may as well be a value of this type: a decimal, or the text of one. */
export function isOtherSide({ api }: Operation, raw: Schema, value: JsonValue): boolean {
  const { type, anyOf = [], oneOf = [] } = mergedSchema(api, raw);
  const types = [type, ...[...anyOf, ...oneOf].map((side) => mergedSchema(api, side).type)].flat();
  const own = Array.isArray(value) ? 'array' : typeof value;
  const named = types.filter((one) => one !== undefined && one !== 'null');
  return (
    new Set(named).size > 1 &&
    own !== 'string' &&
    named.some((one) => one === own || (one === 'integer' && own === 'number'))
  );
}

/** Whether a text is what its table says: some samples are not. */
export function fitsText(
  { pattern, maxLength = Number.POSITIVE_INFINITY }: Schema,
  value: JsonValue | undefined,
): boolean {
  if (typeof value !== 'string' || value.length > maxLength) return false;
  return typeof pattern !== 'string' || patternTest(pattern)?.(value) === true;
}
