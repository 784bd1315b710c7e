// The addresses that an answer gives of an entity, where its documents say that they are that ("Address of the entity"). Pure.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from '../plan/resources.js';
import type { JsonObject } from './entity-in.js';

const DEEPEST = 6;
const ADDRESS = /\b(?:address|ur[il])\s+(?:of|to)\s+the\s+(?:entity|resource)\b/i;

/** Names of the properties of an operation's successes whose description fits. */
export function describedAs({ api, op }: Operation, pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (const { status, content } of op.responses)
    if (status.startsWith('2')) for (const { schema } of content) collect(api, schema, pattern, found, 0);
  return found;
}

function collect(api: Api, raw: Schema, pattern: RegExp, found: Set<string>, depth: number): void {
  if (depth > DEEPEST) return;
  const schema = mergedSchema(api, raw);
  if (schema.items) collect(api, schema.items, pattern, found, depth + 1);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    if (pattern.test(inner.description ?? '')) found.add(name);
    collect(api, inner, pattern, found, depth + 1);
  }
}

/** Absolute addresses of an entity in its object, or in an object right inside that. */
export function addressesOf(operation: Operation, entity: JsonObject): string[] {
  const names = describedAs(operation, ADDRESS);
  if (names.size === 0) return [];
  const inside = Object.values(entity).filter(isObject);
  return [entity, ...inside].flatMap((object) =>
    [...names].flatMap((name) => {
      const value = object[name];
      return typeof value === 'string' && /^https?:\/\//i.test(value) ? [value] : [];
    }),
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
