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

/** How deep parts of parts are looked at; a schema may be a part of itself. */
const DEEPEST = 8;

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
  const kinds = schemaKinds(schema, definitions);
  return kinds.size === 1 ? ([...kinds][0] ?? 'string') : 'string';
}

/** Every kind that a schema takes, null left aside; none where it does not say. */
export function schemaKinds(schema: JsonSchema | undefined, definitions: Definitions, depth = 0): Set<Kind> {
  const resolved = resolveSchema(schema ?? true, definitions);
  if (typeof resolved === 'boolean' || depth > DEEPEST) return new Set();
  const own = ownKinds(resolved);
  if (own.size > 0) return own;
  const kindsOf = (parts: unknown): Set<Kind>[] =>
    (Array.isArray(parts) ? (parts as JsonSchema[]) : []).map((part) => schemaKinds(part, definitions, depth + 1));
  const choices = [resolved['anyOf'], resolved['oneOf']].map(
    (choice) => new Set(kindsOf(choice).flatMap((k) => [...k])),
  );
  // Parts that only constrain (`default`, `minItems`) say nothing of the kind; the others must agree.
  const [first, ...others] = [...kindsOf(resolved['allOf']), ...choices].filter((kinds) => kinds.size > 0);
  return new Set([...(first ?? [])].filter((kind) => others.every((kinds) => kinds.has(kind))));
}

function ownKinds(schema: { readonly [keyword: string]: unknown }): Set<Kind> {
  const { type, properties, items, enum: values } = schema;
  if (type !== undefined) return kindsOfTypes([type].flat());
  if ('const' in schema) return kindsOfTypes([typeName(schema['const'])]);
  if (Array.isArray(values)) return kindsOfTypes(values.map(typeName));
  if (properties !== undefined) return new Set(['object']);
  return new Set(items === undefined ? [] : ['array']);
}

function kindsOfTypes(types: readonly unknown[]): Set<Kind> {
  return new Set(types.filter((type) => type !== 'null').map((type) => KINDS[String(type)] ?? 'string'));
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Whether a schema takes any text: one that has values, a form or a pattern of its own does not. */
export function takesAnyText(schema: JsonSchema | undefined, definitions: Definitions, depth = 0): boolean {
  const resolved = resolveSchema(schema ?? true, definitions);
  if (typeof resolved === 'boolean' || depth > DEEPEST) return resolved !== false;
  if (['enum', 'const', 'format', 'pattern'].some((keyword) => keyword in resolved)) return false;
  if (resolved['type'] !== undefined) return [resolved['type']].flat().includes('string');
  const choices = [resolved['anyOf'], resolved['oneOf']].filter(Array.isArray) as JsonSchema[][];
  return choices.every((choice) => choice.some((part) => takesAnyText(part, definitions, depth + 1)));
}

/** Properties of an object schema, those of its parts and its choices included; one that choices have each in their way is any of these. */
export function schemaProperties(schema: JsonSchema, definitions: Definitions, depth = 0): Record<string, JsonSchema> {
  const resolved = resolveSchema(schema, definitions);
  if (typeof resolved === 'boolean' || depth > DEEPEST) return {};
  const of = (keyword: string): Record<string, JsonSchema>[] =>
    (Array.isArray(resolved[keyword]) ? (resolved[keyword] as JsonSchema[]) : []).map((part) =>
      schemaProperties(part, definitions, depth + 1),
    );
  return Object.assign(
    {},
    eitherProperties([...of('anyOf'), ...of('oneOf')]),
    ...of('allOf'),
    resolved['properties'] as Record<string, JsonSchema> | undefined,
  ) as Record<string, JsonSchema>;
}

function eitherProperties(choices: readonly Record<string, JsonSchema>[]): Record<string, JsonSchema> {
  const found = new Map<string, JsonSchema[]>();
  for (const [name, schema] of choices.flatMap((choice) => Object.entries(choice)))
    found.set(name, [...(found.get(name) ?? []), schema]);
  return Object.fromEntries(
    [...found].map(([name, schemas]) => [name, schemas.length === 1 ? (schemas[0] ?? true) : { anyOf: schemas }]),
  );
}

/** Items of an array schema, which a part of it may say. */
export function schemaItems(schema: JsonSchema, definitions: Definitions, depth = 0): JsonSchema | undefined {
  const resolved = resolveSchema(schema, definitions);
  if (typeof resolved === 'boolean' || depth > DEEPEST) return undefined;
  if (resolved['items'] !== undefined) return resolved['items'] as JsonSchema;
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => resolved[keyword] ?? []) as JsonSchema[];
  for (const part of parts) {
    const items = schemaItems(part, definitions, depth + 1);
    if (items !== undefined) return items;
  }
  return undefined;
}
