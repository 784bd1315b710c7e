// Where a page contradicts itself, types accept both sides: the table's schema is widened by what the sample shows.
import type { Schema } from '../../spec/contract/api.js';
import type { Contested } from '../../spec/contract/docproof.js';
import { memberName } from '../../spec/json-pointer.js';

type Resolve = (schema: Schema) => Schema;

/** A copy of the schema that also accepts the samples' side; references are resolved along the pointers only. */
export function widen(schema: Schema, contested: readonly Contested[], resolve: Resolve): Schema {
  return contested.reduce((wider, c) => at(wider, steps(c.pointer), c, resolve), schema);
}

function steps(pointer: string): string[] {
  return pointer.split('/').slice(1).map(memberName);
}

function at(schema: Schema, path: string[], contested: Contested, resolve: Resolve): Schema {
  const [step, ...rest] = path;
  if (step === undefined) return both(schema, contested, resolve);
  const s = resolve(schema);
  const property = s.properties && Object.hasOwn(s.properties, step) ? s.properties[step] : undefined;
  if (property && rest.length === 0 && isFieldName(contested)) return renamed(s, step, contested);
  if (property) return { ...s, properties: { ...s.properties, [step]: at(property, rest, contested, resolve) } };
  if (/^(\d+|-|\*)$/.test(step) && s.items) return { ...s, items: at(s.items, rest, contested, resolve) };
  // Fields of an array's elements, where the pointer leaves out the index.
  if (s.items) return { ...s, items: at(s.items, path, contested, resolve) };
  return rest.length === 0 && isFieldName(contested) ? renamed(s, contested.table, contested) : s;
}

const KINDS = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;

function kindOf(words: string): (typeof KINDS)[number] | undefined {
  return KINDS.find((kind) => new RegExp(`(^|[^a-z])${kind}s?([^a-z]|$)`, 'i').test(words));
}

function isFieldName(contested: Contested): boolean {
  return kindOf(contested.table) === undefined && kindOf(contested.sample) === undefined;
}

/** Either the documented fields, or the same with the sample's name for one of them. */
function renamed(object: Schema, table: string, contested: Contested): Schema {
  const name = contested.sample;
  const property = object.properties?.[table];
  if (!property || !/^[\p{L}\p{N}_$@.:-]+$/u.test(name) || name === table) return object;
  const { [table]: _, ...others } = object.properties ?? {};
  const required = (object.required ?? []).map((key) => (key === table ? name : key));
  const other = { ...object, properties: { ...others, [name]: property }, ...(object.required ? { required } : {}) };
  return { anyOf: [object, other] };
}

function both(schema: Schema, contested: Contested, resolve: Resolve): Schema {
  const kind = kindOf(contested.sample);
  const s = resolve(schema);
  if (kind === 'array' && s.type !== 'array') return { anyOf: [schema, { type: 'array', items: schema }] };
  if (kind === 'object' && s.type === 'array') return { anyOf: [schema, s.items ?? { type: 'object' }] };
  return kind === undefined || kind === s.type ? schema : { anyOf: [schema, { type: kind }] };
}
