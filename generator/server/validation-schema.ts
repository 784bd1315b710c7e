// The part of a schema that validation needs, in JSON Schema 2020-12: prose is left out, OpenAPI 3.0's dialect translated.
import type { Schema } from '../../spec/contract/api.js';
import { type Choice, discriminated } from './discriminator.js';

const SCHEMA_KEYWORDS = [
  ...['items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames', 'additionalProperties'],
  ...['unevaluatedProperties', 'unevaluatedItems'],
];
const LIST_KEYWORDS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAP_KEYWORDS = ['properties', 'patternProperties', 'dependentSchemas'];
const PLAIN_KEYWORDS = [
  ...['type', 'enum', 'const', 'required', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties'],
  ...['maxProperties', 'minContains', 'maxContains', 'dependentRequired'],
];

/** Who hears of what a schema has that the server can't take as it stands. */
export interface SchemaReader {
  /** A pattern that no JavaScript engine compiles. */
  pattern(pattern: string, reason: string): void;
  /** What a schema of the contract is without its reference. */
  resolve(schema: Schema): Schema;
  /** A reference in `root`: what the server follows instead, undefined for one that leads nowhere. */
  reference(ref: string, root: unknown): string | undefined;
}

/** The validating part of a schema, itself or in `root`. What can't be used is left out and reported. */
export function validationSchema(
  schema: Schema | boolean,
  reader: SchemaReader,
  root: unknown = schema,
): Schema | boolean {
  if (typeof schema === 'boolean') return schema;
  // A schema with an identifier is a document of its own (JSON Schema, 8.2.1).
  const own = typeof schema['$id'] === 'string' ? schema : root;
  const kept: Schema = {};
  const choice = discriminated(schema, reader.resolve);
  if (choice?.discriminator) kept['discriminator'] = choice.discriminator;
  for (const [keyword, value] of Object.entries(choice ? withChoice(schema, choice) : schema)) {
    if (PLAIN_KEYWORDS.includes(keyword)) kept[keyword] = value;
    else if (keyword === '$ref') Object.assign(kept, followed(String(value), reader, own));
    else if (SCHEMA_KEYWORDS.includes(keyword)) kept[keyword] = validationSchema(value as Schema, reader, own);
    else if (LIST_KEYWORDS.includes(keyword) && Array.isArray(value))
      kept[keyword] = value.map((part: Schema) => validationSchema(part, reader, own));
    else if (MAP_KEYWORDS.includes(keyword) && typeof value === 'object' && value !== null)
      kept[keyword] = mapped(value as Record<string, Schema>, reader, own);
  }
  return plainDialect(withUsablePattern(kept, reader), schema);
}

function withChoice({ oneOf, anyOf, ...others }: Schema, choice: Choice): Schema {
  const required = choice.required && { required: [...new Set([...(others.required ?? []), ...choice.required])] };
  // A schema with both has one of them beside its discriminator.
  const beside = oneOf && anyOf ? { anyOf } : {};
  return { ...others, ...beside, ...choice, ...required };
}

function followed(ref: string, reader: SchemaReader, root: unknown): { $ref?: string } {
  const found = reader.reference(ref, root);
  return found === undefined ? {} : { $ref: found };
}

function mapped(
  schemas: Record<string, Schema>,
  reader: SchemaReader,
  root: unknown,
): Record<string, Schema | boolean> {
  const result = Object.create(null) as Record<string, Schema | boolean>;
  for (const [name, schema] of Object.entries(schemas)) result[name] = validationSchema(schema, reader, root);
  return result;
}

function withUsablePattern(schema: Schema, reader: SchemaReader): Schema {
  if (schema.pattern === undefined) return schema;
  const reason = patternFault(schema.pattern);
  if (reason === undefined) return schema;
  reader.pattern(schema.pattern, reason);
  const { pattern: _pattern, ...rest } = schema;
  return rest;
}

/** Why a pattern is no regular expression; the server takes those, too, that only work without the u flag. */
function patternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** `nullable: true` and boolean `exclusiveMinimum` of OpenAPI 3.0 as JSON Schema says them today. */
function plainDialect(kept: Schema, schema: Schema): Schema {
  const result = { ...kept };
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof result[exclusive] !== 'boolean') continue;
    const wanted = result[exclusive];
    delete result[exclusive];
    if (!wanted || result[limit] === undefined) continue;
    result[exclusive] = result[limit];
    delete result[limit];
  }
  return schema['nullable'] === true ? { anyOf: [{ type: 'null' }, result] } : result;
}
