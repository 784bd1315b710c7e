// Reads the fields of forms as values of their schemas' types. OpenAPI 3.2, 4.15 (Encoding Object).
import { isJson } from './media-type.js';
import { queryReader } from './query-parameter.js';
import type { FieldStyle, JsonSchema, RouteMedia } from './route.js';
import { type Definitions, schemaItems, schemaKind, schemaProperties } from './schema-kind.js';
import { emptyValue, fromJson, fromText } from './text-value.js';

/** What URLSearchParams and FormData have in common. */
interface Fields {
  forEach(each: (value: string | Blob, name: string) => void): void;
}

/** An object of a form's fields: lists where the schema says so, numbers and booleans read, objects taken as JSON. */
export async function formValue(
  fields: Fields,
  schema: JsonSchema,
  definitions: Definitions,
): Promise<Record<string, unknown>> {
  const properties = schemaProperties(schema, definitions);
  const given = new Map<string, (string | Blob)[]>();
  fields.forEach((field, name) => {
    const known = given.get(name);
    if (known) known.push(field);
    else given.set(name, [field]);
  });
  const value = emptyValue();
  for (const [name, all] of given) {
    const property = Object.hasOwn(properties, name) ? (properties[name] ?? true) : true;
    const isList = schemaKind(property, definitions) === 'array';
    const items = isList ? schemaItems(property, definitions) : property;
    const values = await Promise.all(all.map((field) => fieldValue(field, items, definitions)));
    value[name] = isList ? values : values[0];
  }
  return value;
}

/** The same of a form in a text, whose fields may be written in styles as those of a query are. */
export async function urlencodedValue(
  text: string,
  { schema, encoding = {} }: RouteMedia,
  definitions: Definitions,
): Promise<Record<string, unknown>> {
  const values = new URLSearchParams(text);
  const properties = schemaProperties(schema, definitions);
  const styled = Object.entries(encoding).flatMap(([name, how]) =>
    Object.hasOwn(properties, name) ? [{ name, how, property: properties[name] ?? true }] : [],
  );
  const deep = new Set(styled.filter(({ how }) => how.style === 'deepObject').map(({ name }) => name));
  const taken = new Set(styled.flatMap((field) => [field.name, ...membersOf(field.property, field.how, definitions)]));
  const isStyled = (name: string): boolean => taken.has(name) || deep.has(name.split('[', 1)[0] ?? '');
  const plain: Fields = {
    forEach: (each) => values.forEach((field, name) => void (isStyled(name) || each(field, name))),
  };
  const value = await formValue(plain, schema, definitions);
  for (const { name, how, property } of styled) {
    const { read } = queryReader({ name, in: 'query', required: false, schema: property, ...how }, definitions);
    const field = read({ values, text });
    if (field !== undefined) value[name] = field;
  }
  return value;
}

/** Names of an object's members, where they are fields of their own. */
function membersOf(
  schema: JsonSchema,
  { style = 'form', explode = true, json }: FieldStyle,
  definitions: Definitions,
): string[] {
  const isSpread = style === 'form' && explode && !json && schemaKind(schema, definitions) === 'object';
  return isSpread ? Object.keys(schemaProperties(schema, definitions)) : [];
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
