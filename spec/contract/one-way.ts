// Schemas as they are in requests, or in responses: what only the other way has is not required (JSON Schema Validation, 9.4).
import type { Api, Schema } from './api.js';

type Json = Record<string, unknown>;
type Resolve = Api['resolve'];

export type Mark = 'readOnly' | 'writeOnly';

/** Keywords about the same value; a part of `oneOf` that demands less might fit beside the one that is meant. */
const SAME_VALUE = new Set(['allOf', 'anyOf', 'then', 'else', 'dependentSchemas']);
const ONE = new Set(['then', 'else', 'items', 'contains', 'additionalProperties']);
const SEVERAL = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** The schema without demands for what its way does not have. References stay; what they lead to is looked at. */
export function oneWay<S extends Schema | boolean>(schema: S, absent: Mark, resolve: Resolve): S {
  return relaxed(schema, absent, resolve, new Set()) as S;
}

function relaxed(schema: unknown, absent: Mark, resolve: Resolve, outer: ReadonlySet<string>): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const given = schema as Schema;
  const names = new Set([...outer, ...absentNames(given, absent, resolve)]);
  const result: Schema = {};
  for (const [keyword, value] of Object.entries(given)) {
    const within = (inner: unknown): unknown =>
      relaxed(inner, absent, resolve, SAME_VALUE.has(keyword) ? names : new Set());
    if (keyword === 'required' && Array.isArray(value)) {
      const left = value.filter((name: string) => !names.has(name));
      if (left.length > 0) result.required = left;
    } else if (SEVERAL.has(keyword) && Array.isArray(value)) result[keyword] = value.map(within);
    else if (NAMED.has(keyword)) result[keyword] = mapped(value, within);
    else result[keyword] = ONE.has(keyword) ? within(value) : value;
  }
  return result;
}

function mapped(schemas: unknown, change: (schema: unknown) => unknown): unknown {
  if (typeof schemas !== 'object' || schemas === null) return schemas;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}

/** Names of properties that the way does not have, those of `allOf` parts included. */
function absentNames(schema: Schema, absent: Mark, resolve: Resolve): string[] {
  return partsOf(schema, resolve).flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([name, property]) => (isMarked(property, absent, resolve) ? [name] : [])),
  );
}

/**
 * Whether a property has a mark: itself, what it refers to, or a part of its `allOf`.
 *
 * @param resolve what a schema is without its reference
 */
export function isMarked(property: unknown, mark: Mark, resolve: (schema: Json) => Json): boolean {
  return partsOf(property, resolve as Resolve).some((part) => part[mark] === true);
}

/** A schema as it is written and as what it refers to, then those of its `allOf`, each once however often it is named. */
function partsOf(schema: unknown, resolve: Resolve): Schema[] {
  const found: Schema[] = [];
  const seen = new Set<unknown>();
  const look = (raw: unknown): void => {
    if (typeof raw !== 'object' || raw === null || seen.has(raw)) return;
    seen.add(raw);
    const resolved = resolve(raw as Schema);
    found.push(raw as Schema, ...(resolved === raw ? [] : [resolved]));
    if (Array.isArray(resolved.allOf)) resolved.allOf.forEach(look);
  };
  look(schema);
  return found;
}
