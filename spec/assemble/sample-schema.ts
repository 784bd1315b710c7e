// The schema that samples show where no table describes a body: types only, nothing required, nothing forbidden.
import type { JsonValue, Schema } from '../contract/api.js';

/** One schema for all samples of a body. */
export function sampleSchema(samples: readonly JsonValue[]): Schema | undefined {
  if (samples.length === 0) return undefined;
  return open(samples.map((sample) => shown(sample, 0)).reduce(merge));
}

/** What is null in every sample may be anything: it is not there yet. */
function open(schema: Schema): Schema {
  if (schema.type === 'null') return {};
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, open(one)])) }
      : {}),
    ...(items ? { items: open(items) } : {}),
  };
}

function shown(value: JsonValue, depth: number): Schema {
  if (value === null || depth > 30) return value === null ? { type: 'null' } : {};
  if (Array.isArray(value)) {
    const items = value.map((one) => shown(one, depth + 1));
    return { type: 'array', items: items.length > 0 ? items.reduce(merge) : {} };
  }
  if (typeof value === 'object')
    return {
      type: 'object',
      properties: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one, depth + 1)])),
    };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value === 'boolean' ? 'boolean' : 'string' };
}

/** What both allow: types side by side, properties of both. */
function merge(a: Schema, b: Schema): Schema {
  if (Object.keys(a).length === 0) return b;
  if (Object.keys(b).length === 0) return a;
  const types = [...new Set([a.type ?? [], b.type ?? []].flat())];
  const plain = types.includes('number') ? types.filter((t) => t !== 'integer') : types;
  const items = a.items && b.items ? merge(a.items, b.items) : (a.items ?? b.items);
  const names = [...new Set([...Object.keys(a.properties ?? {}), ...Object.keys(b.properties ?? {})])];
  const properties = Object.fromEntries(
    names.map((name) => [name, mergeOf(a.properties?.[name], b.properties?.[name])]),
  );
  return {
    type: plain.length === 1 ? (plain[0] as string) : plain,
    ...(names.length > 0 || a.properties || b.properties ? { properties } : {}),
    ...(items ? { items } : {}),
  };
}

function mergeOf(a: Schema | undefined, b: Schema | undefined): Schema {
  return a && b ? merge(a, b) : (a ?? b ?? {});
}
