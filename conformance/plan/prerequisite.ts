// Requests that prepare and clean: built from the documented sample and the schema of the create, link or delete operation.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { parseBody } from './body.js';
import type { Entity, Reference } from './entities.js';
import { bodySchema, flatten, type Operation } from './resources.js';
import type { Suite } from './subject.js';

/** Headers that a documented command of the operation sends, without those the runner fills in itself. */
export function sampleHeaders(operation: Operation): Record<string, string> {
  operation.sampleHeaders ??= findSampleHeaders(operation);
  return { ...operation.sampleHeaders };
}

function findSampleHeaders(operation: Operation): Record<string, string> {
  const sample = operation.op.docs.cases?.[0]?.request.headers ?? {};
  const headers = Object.fromEntries(
    Object.entries(sample).filter(([name]) => !/^(?:if-match|if-none-match)$/i.test(name)),
  );
  for (const parameter of operation.op.parameters) {
    const given = Object.keys(headers).some((name) => name.toLowerCase() === parameter.name.toLowerCase());
    if (parameter.in === 'header' && parameter.required && !given && !/^if-/i.test(parameter.name))
      headers[parameter.name] = String(parameter.example ?? exampleOf(operation.api, parameter.schema));
  }
  const media = operation.op.body?.content[0]?.type;
  if (media && !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type'))
    headers['Content-Type'] = media;
  return headers;
}

/**
 * Body that creates an entity with its documented keys: the required properties and the keys, nothing else.
 * Values come from the documented command, then the schema's example, default, enum, and limits.
 */
function createBody(operation: Operation, entity: Entity): { [key: string]: JsonValue } {
  const schema = bodySchema(operation);
  const sample = sampleBody(operation);
  const body: { [key: string]: JsonValue } = {};
  for (const property of schema?.required ?? []) {
    const value = sample?.[property] ?? exampleOf(operation.api, schema?.properties?.[property] ?? {});
    if (value !== undefined) body[property] = value;
  }
  for (const [i, key] of entity.resource.keys.entries()) {
    const value = entity.keys[i] ?? null;
    if (key.property !== undefined && (value !== null || key.property in body)) body[key.property] = value;
  }
  return body;
}

/** What creates an entity of the documents; many stories want the same. */
export interface Creation {
  values: ReadonlyMap<string, JsonValue>;
  /** Entities that the values refer to. */
  references: Reference[];
}

export function creationOf(suite: Suite, operation: Operation, entity: Entity): Creation {
  const known = suite.creations.get(entity.id);
  if (known) return known;
  const values = new Map(Object.entries(createBody(operation, entity)));
  const creation = { values, references: suite.locator.referencesIn(values, entity.resource, entity.parents) };
  suite.creations.set(entity.id, creation);
  return creation;
}

/** The JSON body of the first documented command, or of the first example in the spec. */
export function sampleBody(operation: Operation): Readonly<{ [key: string]: JsonValue }> | undefined {
  if (operation.sampleBody === undefined) operation.sampleBody = findSampleBody(operation) ?? null;
  return operation.sampleBody ?? undefined;
}

function findSampleBody(operation: Operation): { [key: string]: JsonValue } | undefined {
  const command = parseBody(operation.op.docs.cases?.find((c) => c.request.body !== undefined)?.request.body);
  if (command.kind === 'json' && isObject(command.value)) return command.value;
  const examples = operation.op.body?.content.flatMap((m) => m.examples.map((e) => e.value)) ?? [];
  return examples.find(isObject);
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that satisfies a schema, as far as simple keywords say it. */
export function exampleOf(api: Api, raw: Schema, depth = 0): JsonValue {
  const schema = flatten(api, raw);
  const examples = schema['examples'];
  const given = schema['example'] ?? (Array.isArray(examples) ? examples[0] : undefined);
  if (given !== undefined) return given as JsonValue;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined && schema.default !== null) return schema.default;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  const variant = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (variant && depth < 6) return exampleOf(api, variant, depth + 1);
  const type = [schema.type].flat().find((t) => t !== 'null');
  if (type === 'integer' || type === 'number') return schema.minimum ?? Math.min(1, schema.maximum ?? 1);
  if (type === 'boolean') return true;
  if (type === 'array')
    return depth < 6 && schema.items && schema['minItems'] ? [exampleOf(api, schema.items, depth + 1)] : [];
  if (type === 'object' && depth < 6)
    return Object.fromEntries(
      (schema.required ?? []).map((p) => [p, exampleOf(api, schema.properties?.[p] ?? {}, depth + 1)]),
    );
  return exampleText(schema);
}

function exampleText(schema: Schema): string {
  const format = schema.format;
  if (format === 'uri' || format === 'url') return 'https://example.com/';
  if (format === 'email') return 'someone@example.com';
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (format === 'date') return '2020-01-01';
  if (format === 'date-time') return '2020-01-01T00:00:00Z';
  const length = Math.max(schema.minLength ?? 1, Math.min(6, schema.maxLength ?? 6));
  return 'sample'.padEnd(length, 'e').slice(0, length);
}
