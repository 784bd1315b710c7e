// A schema without indirection: references followed, `allOf` merged, so that rules see keywords only.
import type { Schema } from '../contract/api.js';

/** Members of `allOf` are merged in order, later keywords win; properties and required lists add up. */
export function flatSchema(schema: Schema, resolve: (s: Schema) => Schema, depth = 0): Schema {
  const own = resolve(schema);
  if (!own.allOf || depth > 8) return own;
  const { allOf, ...rest } = own;
  return [...allOf.map((part) => flatSchema(part, resolve, depth + 1)), rest].reduce<Schema>(
    (merged, part) => ({
      ...merged,
      ...part,
      ...(merged.properties || part.properties ? { properties: { ...merged.properties, ...part.properties } } : {}),
      ...(merged.required || part.required
        ? { required: [...new Set([...(merged.required ?? []), ...(part.required ?? [])])] }
        : {}),
    }),
    {},
  );
}

/** Types as a set, `null` apart; `nullable: true` of OpenAPI 3.0 counts. Undefined where every type is allowed. */
export function typesOf(schema: Schema): { types: Set<string> | undefined; isNullable: boolean } {
  const listed = schema.type === undefined ? undefined : [schema.type].flat();
  const viaBranch = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((b) => b.type === 'null');
  const isNullable = listed?.includes('null') === true || schema['nullable'] === true || viaBranch;
  return { types: listed && new Set(listed.filter((t) => t !== 'null')), isNullable };
}
