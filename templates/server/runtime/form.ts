// Reads the fields of forms as values of their schemas' types. OpenAPI 3.2, 4.15 (Encoding Object).
import { isJson } from './media-type.js';
import type { JsonSchema } from './route.js';
import { type Definitions, schemaItems, schemaKind, schemaProperties } from './schema-kind.js';
import { fromJson, fromText } from './text-value.js';

/** What URLSearchParams and FormData have in common. */
interface Fields {
  forEach(each: (value: string | Blob, name: string) => void): void;
  getAll(name: string): readonly (string | Blob)[];
}

/** An object of a form's fields: lists where the schema says so, numbers and booleans read, objects taken as JSON. */
export async function formValue(
  fields: Fields,
  schema: JsonSchema,
  definitions: Definitions,
): Promise<Record<string, unknown>> {
  const properties = schemaProperties(schema, definitions);
  const value = Object.create(null) as Record<string, unknown>;
  const names = new Set<string>();
  fields.forEach((_, name) => {
    names.add(name);
  });
  for (const name of names) {
    const property = Object.hasOwn(properties, name) ? (properties[name] ?? true) : true;
    const isList = schemaKind(property, definitions) === 'array';
    const items = isList ? schemaItems(property, definitions) : property;
    const values = await Promise.all(fields.getAll(name).map((field) => fieldValue(field, items, definitions)));
    value[name] = isList ? values : values[0];
  }
  return value;
}

async function fieldValue(
  field: string | Blob,
  schema: JsonSchema | undefined,
  definitions: Definitions,
): Promise<unknown> {
  const kind = schemaKind(schema, definitions);
  if (typeof field === 'string') return kind === 'object' ? fromJson(field) : fromText(field, schema, definitions);
  if (kind !== 'string' && isJson(field.type)) return fromJson(await field.text());
  // A file stands for a string of its bytes: it is there, and its length can be checked.
  return ' '.repeat(field.size);
}
