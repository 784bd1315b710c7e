// A schema without indirection: references followed, `allOf` merged, null beside one other choice among its types, so that its
// keywords can be read off.
import type { Api, Schema } from '../contract/api.js';
import { rememberedFor } from '../remember.js';

/**
 * Parts that say something of one property are kept both; of other keywords the later part's, but the narrower limit. Worked
 * out once for each schema, however often others name it; what is a part of itself says nothing more by that.
 */
export function mergedSchema(api: Api, schema: Schema): Schema {
  // `true` and `false` are schemas of OpenAPI 3.1, too.
  if (typeof schema !== 'object') return schema;
  const known = mergedOf(api);
  const before = known.get(schema);
  if (before) return before;
  known.set(schema, {});
  const merged = orNull(api, allOfIt(api, schema));
  known.set(schema, merged);
  return merged;
}

const mergedOf = rememberedFor((_: Api) => new WeakMap<Schema, Schema>());

function allOfIt(api: Api, schema: Schema): Schema {
  if (schema.$ref === undefined && !schema.allOf) return schema;
  const { $ref: _ref, ...own } =
    schema.$ref === undefined ? schema : { ...api.resolve(schema), ...besideReference(schema) };
  if (!own.allOf) return own;
  const { allOf, ...rest } = own;
  const merged: Schema = {};
  for (const part of [...allOf.map((one) => mergedSchema(api, one)), rest]) {
    const properties = bothProperties(merged.properties, part.properties);
    const required = [...new Set([...(merged.required ?? []), ...(part.required ?? [])])];
    const minimum = extreme(Math.max, merged.minimum, part.minimum);
    const maximum = extreme(Math.min, merged.maximum, part.maximum);
    const minLength = extreme(Math.max, merged.minLength, part.minLength);
    const maxLength = extreme(Math.min, merged.maxLength, part.maxLength);
    Object.assign(merged, part, definedOf({ properties, minimum, maximum, minLength, maxLength }));
    if (required.length > 0) merged.required = required;
  }
  return merged;
}

/** `anyOf: [{ type: string, maxLength: 5 }, { type: 'null' }]` is `{ type: [string, 'null'], maxLength: 5 }`. */
function orNull(api: Api, schema: Schema): Schema {
  const { anyOf, oneOf, ...own } = schema;
  const choices = anyOf ?? oneOf;
  if (choices?.length !== 2 || (anyOf && oneOf) || own.type !== undefined) return schema;
  const [one, other] = choices.filter((choice) => choice.type !== 'null');
  if (!one || other) return schema;
  const { type, ...side } = mergedSchema(api, one);
  if (type === undefined || side.anyOf || side.oneOf || side.const !== undefined) return schema;
  const values = side.enum && !side.enum.includes(null) ? { enum: [...side.enum, null] } : {};
  return { ...side, ...own, ...values, type: [...new Set([type, 'null'].flat())] };
}

/** Keywords beside a reference count, from OpenAPI 3.1 on; its words for people do not change what it refers to. */
function besideReference(schema: Schema): Schema {
  const { $ref: _ref, description: _description, summary: _summary, ...rest } = schema;
  return rest;
}

function bothProperties(
  one: Record<string, Schema> | undefined,
  other: Record<string, Schema> | undefined,
): Record<string, Schema> | undefined {
  if (!one || !other) return one ?? other;
  const found = { ...one };
  for (const [name, schema] of Object.entries(other)) {
    const known = found[name];
    const value =
      known !== schema && Object.hasOwn(found, name) && known && Object.keys(known).length > 0
        ? { allOf: [known, schema] }
        : schema;
    Object.defineProperty(found, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return found;
}

function extreme(choose: (...of: number[]) => number, one?: number, other?: number): number | undefined {
  return one === undefined ? other : other === undefined ? one : choose(one, other);
}

function definedOf(values: Record<string, unknown>): Schema {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
