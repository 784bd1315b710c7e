// A body's schema that accepts both sides where its page contradicts itself: what the table says, and what the sample shows.
// Types and checks are made of the same one.
import type { Schema } from '../spec/contract/api.js';
import type { Contested } from '../spec/contract/docproof.js';
import { memberName } from '../spec/json-pointer.js';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/** Of an element of a list. */
const INDEX = /^(?:\d+|-|\*)$/;

type Resolve = (schema: Schema) => Schema;

/** The schema with every contested place widened; the schema itself where nothing is contested. */
export function contestedSchema(schema: Schema, contested: readonly Contested[], resolve: Resolve): Schema {
  return contested.reduce((wide, one) => widen(wide, segments(one.pointer), one, resolve, 0), schema);
}

function segments(pointer: string): string[] {
  return pointer.split('/').slice(1).map(memberName);
}

function widen(given: Schema, path: readonly string[], contested: Contested, resolve: Resolve, depth: number): Schema {
  const schema = resolve(given);
  const [head, ...rest] = path;
  if (depth > 16) return given;
  if (head === undefined) return withType(given, schema, contested);
  if (rest.length === 0 && head === contested.table && !TYPES.includes(contested.sample))
    return withName(schema, contested.table, contested.sample);
  const choice = ['oneOf', 'anyOf', 'allOf'].find((keyword) => Array.isArray(schema[keyword]));
  if (choice !== undefined && schema.properties?.[head] === undefined) {
    const parts = schema[choice] as Schema[];
    return { ...schema, [choice]: parts.map((part) => widen(part, path, contested, resolve, depth + 1)) };
  }
  const inner = schema.properties?.[head];
  if (inner !== undefined && Object.hasOwn(schema.properties ?? {}, head)) {
    const wide = widen(inner, rest, contested, resolve, depth + 1);
    return { ...schema, properties: { ...schema.properties, [head]: wide } };
  }
  // Where a pointer leaves out the index, it is about the elements all the same.
  if (schema.items) {
    const inside = INDEX.test(head) ? rest : path;
    return { ...schema, items: widen(schema.items, inside, contested, resolve, depth + 1) };
  }
  if (INDEX.test(head)) {
    // The sample's one object, where the table wants a list of them: already widened to both.
    const both = schema.anyOf?.map((part) =>
      resolve(part).items ? widen(part, path, contested, resolve, depth + 1) : part,
    );
    if (both) return { ...schema, anyOf: both };
  }
  return given;
}

/** The table's type, or the one of the sample: one item where a list is documented, a list of what is documented as one object. */
function withType(given: Schema, schema: Schema, { sample }: Contested): Schema {
  if (!TYPES.includes(sample)) return { anyOf: [given, {}] };
  if (sample !== 'array') return { anyOf: [given, schema.items ?? { type: sample }] };
  return { anyOf: [given, schema.properties ? { type: 'array', items: given } : { type: 'array' }] };
}

/** The table's property under the name that the sample gives it, too: neither is required. */
function withName(schema: Schema, table: string, sample: string): Schema {
  const property = schema.properties?.[table];
  if (property === undefined) return schema;
  return {
    ...schema,
    properties: { ...schema.properties, [sample]: schema.properties?.[sample] ?? property },
    required: (schema.required ?? []).filter((name) => name !== table),
  };
}
