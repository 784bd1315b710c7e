// Schemas that are defined by themselves: TypeScript can't compile a type that is looked up while it is being made.
import { memberName } from '../../spec/json-pointer.js';

type Json = Record<string, unknown>;

const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/**
 * The schemas, where each reference that closes such a cycle says nothing instead. A member of an object is looked up
 * later and may refer to anything; what a choice, an intersection or an array refers to may not be around it.
 */
export function withoutEagerCycles(schemas: Json): Json {
  const edges = new Map(Object.entries(schemas).map(([name, schema]) => [name, eagerNames(schema)]));
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const around = new Set([...(edges.get(name) ?? [])].filter((next) => reaches(next, name, edges)));
      return [name, around.size === 0 ? schema : without(schema, around)];
    }),
  );
}

/** Names of the components that a schema refers to outside of members. */
function eagerNames(schema: unknown, into = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return into;
  const name = referred(schema as Json);
  if (name !== undefined) into.add(name);
  for (const part of parts(schema as Json)) eagerNames(part, into);
  return into;
}

function parts(schema: Json): unknown[] {
  return [...LISTS.flatMap((keyword) => (Array.isArray(schema[keyword]) ? schema[keyword] : [])), schema['items']];
}

function referred(schema: Json): string | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(String(schema['$ref']))?.[1];
  return name === undefined ? undefined : memberName(name);
}

function reaches(from: string, to: string, edges: ReadonlyMap<string, Set<string>>): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    if (name === to) return true;
    for (const next of edges.get(name) ?? []) seen.add(next);
  }
  return false;
}

/** The schema without its eager references to `names`. */
function without(schema: unknown, names: ReadonlySet<string>): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const given = schema as Json;
  if (names.has(referred(given) ?? '')) return {};
  const copy = { ...given };
  for (const keyword of LISTS)
    if (Array.isArray(given[keyword])) copy[keyword] = given[keyword].map((part) => without(part, names));
  if (given['items'] !== undefined) copy['items'] = without(given['items'], names);
  return copy;
}
