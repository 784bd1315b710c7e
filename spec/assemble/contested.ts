// Where a sample contradicts its table: a pointer into the body, and what each side says. The schema follows the table.
import type { JsonValue, Schema } from '../contract/api.js';
import type { Contested } from '../contract/docproof.js';
import { pointerPart } from '../json-pointer.js';

const CODE = 'sample/sample-contradicts-table';

/** Compares the value of a sample with the schema of the table. Keys that a table does not list are no contradiction in an answer. */
export function contradictions(schema: Schema, sample: JsonValue, options: { closed: boolean }): Contested[] {
  const out: Contested[] = [];
  compare(schema, sample, '', options, out);
  return out;
}

function compare(schema: Schema, value: JsonValue, at: string, options: { closed: boolean }, out: Contested[]): void {
  const wanted = ([] as string[]).concat(schema.type ?? []);
  const given = typeName(value);
  if (value === null || wanted.length === 0) return;
  if (!wanted.includes(given) && !(given === 'integer' && wanted.includes('number'))) {
    out.push({ pointer: at, table: wanted.join(' or '), sample: given, diagnostic: CODE });
    // An object where an array of such objects is documented: go on inside.
    if (given === 'object' && schema.items) compare(schema.items, value, `${at}/0`, options, out);
    return;
  }
  if (Array.isArray(value)) {
    const [first] = value;
    if (schema.items && first !== undefined) compare(schema.items, first, `${at}/0`, options, out);
  } else if (typeof value === 'object') keys(schema, value, at, options, out);
}

function keys(
  schema: Schema,
  value: { [key: string]: JsonValue },
  at: string,
  options: { closed: boolean },
  out: Contested[],
): void {
  const properties = schema.properties ?? {};
  for (const [key, child] of Object.entries(properties)) {
    const own = ownValue(value, key);
    if (own !== undefined) compare(child, own, `${at}/${pointerPart(key)}`, options, out);
  }
  if (!options.closed) return;
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  for (const missing of schema.required ?? [])
    if (!Object.hasOwn(value, missing) && unknown.length > 0)
      out.push({
        pointer: `${at}/${pointerPart(missing)}`,
        table: missing,
        sample: unknown[0] as string,
        diagnostic: CODE,
      });
}

/** A field may be called as something that every object inherits. */
function ownValue(value: { [key: string]: JsonValue }, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function typeName(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** The schema with `null` allowed wherever the sample has it: type columns of answers do not speak of null, samples do. */
export function nullableWhereNull(schema: Schema, sample: JsonValue): Schema {
  if (sample === null) {
    const types = ([] as string[]).concat(schema.type ?? []);
    return types.length === 0 || types.includes('null') ? schema : { ...schema, type: [...types, 'null'] };
  }
  if (Array.isArray(sample)) {
    const { items } = schema;
    return items ? { ...schema, items: sample.reduce<Schema>(nullableWhereNull, items) } : schema;
  }
  if (typeof sample !== 'object') return schema;
  if (schema.items) return { ...schema, items: nullableWhereNull(schema.items, sample) };
  if (!schema.properties) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([key, child]) => {
      const own = ownValue(sample, key);
      return [key, own === undefined ? child : nullableWhereNull(child, own)];
    }),
  );
  return { ...schema, properties };
}
