// Objects with named properties and others: TypeScript wants every property to fit the type of the others.
import { isObject } from '../../spec/is-object.js';

type Json = Record<string, unknown>;

/** The schema, whose further properties may also be what the named ones are; anything where that can't be said in a few words. */
export function withWideIndex(schema: Json): Json {
  const { properties, additionalProperties: others, patternProperties } = schema;
  const named = Object.values(isObject(properties) ? properties : {});
  if (named.length === 0) return schema;
  if (isObject(patternProperties)) return { ...schema, patternProperties: {}, additionalProperties: true };
  if (!isObject(others) || Object.keys(others).length === 0) return schema;
  const types = [others, ...named].map(plainType);
  if (types.includes(undefined)) return { ...schema, additionalProperties: true };
  const different = new Map(types.map((type) => [JSON.stringify(type), type]));
  return { ...schema, additionalProperties: { anyOf: [...different.values()] } };
}

/** A reference or a type of one word; undefined where it takes more. */
function plainType(schema: unknown): Json | undefined {
  if (!isObject(schema)) return undefined;
  const { $ref, type, enum: values, nullable } = schema;
  if ($ref !== undefined) return { $ref };
  if (typeof type !== 'string' || ['object', 'array'].includes(type)) return undefined;
  return { type, ...(values === undefined ? {} : { enum: values }), ...(nullable === true ? { nullable } : {}) };
}
