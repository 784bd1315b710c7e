// Objects with named properties and others: TypeScript wants every property to fit the type of the others.
import type { Schema } from '../../spec/contract/api.js';
import { isObject } from './schema-walk.js';

/** The schema, whose further properties may also be what the named ones are. */
export function withWideIndex(schema: Schema): Schema {
  const { properties, additionalProperties: others, patternProperties } = schema;
  const named = Object.values(isObject(properties) ? properties : {});
  if (named.length === 0) return schema;
  // Beside patterns there may be any number of types: what doesn't match them, TypeScript can't tell apart.
  if (isObject(patternProperties)) return { ...schema, patternProperties: {}, additionalProperties: true };
  if (!isObject(others) || Object.keys(others).length === 0) return schema;
  // What a named property says in words is said there.
  const types = [others, ...named].map(({ description: _, default: __, example: ___, ...type }: Schema) => type);
  const different = new Map(types.map((type) => [JSON.stringify(type), type]));
  return { ...schema, additionalProperties: { anyOf: [...different.values()] } };
}
