// What kind of value a schema describes, as far as text from a URL or a form has to know.
import type { JsonSchema } from './route.js';

export type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** Component schemas by name, to follow `$ref`s. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

const KINDS: Record<string, Kind> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
};

/** Follows `#/components/schemas/…`; a reference that leads nowhere gives `true`, which takes anything. */
export function resolveSchema(schema: unknown, definitions: Definitions): JsonSchema {
  let current = schema;
  for (let hops = 0; hops < 32; hops++) {
    if (typeof current !== 'object' || current === null) return current !== false;
    const ref = (current as { $ref?: unknown }).$ref;
    if (typeof ref !== 'string') return current as JsonSchema;
    const name = decodeURIComponent(ref.replace('#/components/schemas/', ''))
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
    current = Object.hasOwn(definitions, name) ? definitions[name] : true;
  }
  return true;
}

/** The kind of a schema; 'string' where it does not say, or says several. */
export function schemaKind(schema: JsonSchema | undefined, definitions: Definitions): Kind {
  const resolved = resolveSchema(schema ?? true, definitions);
  if (typeof resolved === 'boolean') return 'string';
  const types = [resolved['type']].flat().filter((type) => type !== 'null' && type !== undefined);
  if (types.length === 1) return KINDS[String(types[0])] ?? 'string';
  if (types.length > 1) return 'string';
  if (resolved['properties']) return 'object';
  const parts = [resolved['allOf'], resolved['anyOf'], resolved['oneOf']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  const kinds = new Set(parts.map((part) => schemaKind(part as JsonSchema, definitions)));
  return kinds.size === 1 ? ([...kinds][0] ?? 'string') : 'string';
}

/** Properties of an object schema, those of its `allOf` parts included. */
export function schemaProperties(schema: JsonSchema, definitions: Definitions, depth = 0): Record<string, JsonSchema> {
  const resolved = resolveSchema(schema, definitions);
  if (typeof resolved === 'boolean' || depth > 8) return {};
  const parts = Array.isArray(resolved['allOf']) ? (resolved['allOf'] as JsonSchema[]) : [];
  return Object.assign(
    {},
    ...parts.map((part) => schemaProperties(part, definitions, depth + 1)),
    resolved['properties'] as Record<string, JsonSchema> | undefined,
  ) as Record<string, JsonSchema>;
}

/** Items of an array schema. */
export function schemaItems(schema: JsonSchema, definitions: Definitions): JsonSchema | undefined {
  const resolved = resolveSchema(schema, definitions);
  return typeof resolved === 'boolean' ? undefined : (resolved['items'] as JsonSchema | undefined);
}
