// The part of a schema that validation needs, in JSON Schema 2020-12: prose is left out, OpenAPI 3.0's dialect translated.
import type { Schema } from '../../spec/contract/api.js';

const SCHEMA_KEYWORDS = ['items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames', 'additionalProperties'];
const LIST_KEYWORDS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAP_KEYWORDS = ['properties', 'patternProperties', 'dependentSchemas'];
const PLAIN_KEYWORDS = [
  ...['$ref', 'type', 'enum', 'const', 'required', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties'],
  ...['maxProperties', 'minContains', 'maxContains', 'dependentRequired'],
];

/** A pattern that no JavaScript engine compiles. */
export type ReportPattern = (pattern: string, reason: string) => void;

/** The validating part of a schema. Unusable patterns are left out and reported. */
export function validationSchema(schema: Schema | boolean, report: ReportPattern): Schema | boolean {
  if (typeof schema === 'boolean') return schema;
  const kept: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (PLAIN_KEYWORDS.includes(keyword)) kept[keyword] = value;
    else if (SCHEMA_KEYWORDS.includes(keyword)) kept[keyword] = validationSchema(value as Schema, report);
    else if (LIST_KEYWORDS.includes(keyword) && Array.isArray(value))
      kept[keyword] = value.map((part: Schema) => validationSchema(part, report));
    else if (MAP_KEYWORDS.includes(keyword) && typeof value === 'object' && value !== null)
      kept[keyword] = mapped(value as Record<string, Schema>, report);
  }
  return plainDialect(withUsablePattern(kept, report), schema);
}

function mapped(schemas: Record<string, Schema>, report: ReportPattern): Record<string, Schema | boolean> {
  const result = Object.create(null) as Record<string, Schema | boolean>;
  for (const [name, schema] of Object.entries(schemas)) result[name] = validationSchema(schema, report);
  return result;
}

function withUsablePattern(schema: Schema, report: ReportPattern): Schema {
  if (schema.pattern === undefined) return schema;
  const reason = patternFault(schema.pattern);
  if (reason === undefined) return schema;
  report(schema.pattern, reason);
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
