// A schema without indirection: references followed, `allOf` merged, so that rules see keywords only.
import type { Schema } from '../contract/api.js';

/** Members of `allOf` are merged in order, later keywords win; properties and required lists add up. */
export function flatSchema(schema: Schema, resolve: (s: Schema) => Schema, depth = 0): Schema {
  const own = resolve(schema);
  if (!own.allOf || depth > 8) return own;
  const { allOf, ...rest } = own;
  const merged: Schema = {};
  for (const part of [...allOf.map((member) => flatSchema(member, resolve, depth + 1)), rest]) {
    const properties = { ...merged.properties, ...part.properties };
    const required = [...new Set([...(merged.required ?? []), ...(part.required ?? [])])];
    Object.assign(merged, part);
    if (Object.keys(properties).length > 0) merged.properties = properties;
    if (required.length > 0) merged.required = required;
  }
  return merged;
}

/** Types as a set, `null` apart; `nullable: true` of OpenAPI 3.0 counts. Undefined where every type is allowed. */
export function typesOf(schema: Schema): { types: Set<string> | undefined; isNullable: boolean } {
  const listed = schema.type === undefined ? undefined : [schema.type].flat();
  const viaBranch = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((b) => b.type === 'null');
  const isNullable = listed?.includes('null') === true || schema['nullable'] === true || viaBranch;
  return { types: listed && new Set(listed.filter((t) => t !== 'null')), isNullable };
}
