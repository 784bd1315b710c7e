// Bodies that wrap the fields of a thing: `data.attributes`, `user`.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';

const DEEPEST = 4;

export interface Fields {
  /** Names of what they stand inside of; none where they stand at the top. */
  path: readonly string[];
  /** Of the object that has them; of several forms of it, with the properties of all. */
  schema: Schema;
  /** The same as it is written. */
  raw: Schema;
  /** Where the key of the thing stands beside them: `data.id`. */
  key?: readonly string[];
}

/** Where the fields of the thing itself stand. */
export function fieldsAt(api: Api, schema: Schema, path: readonly string[] = []): Fields {
  const properties = Object.entries(schema.properties ?? {}).map(([name, raw]) => ({
    name,
    field: mergedSchema(api, raw),
  }));
  // A tag that says of which kind the thing is says nothing of it, and beside one neither does its key (JSON:API, 7).
  const tagged = path.length > 0 && properties.some(({ field }) => isTag(field));
  const key = tagged ? properties.find(({ name, field }) => name === 'id' && field['readOnly'] !== true) : undefined;
  const own = properties.filter((one) => one.field['readOnly'] !== true && !isTag(one.field) && one !== key);
  const [only, more] = own;
  const wraps =
    only && !more && schema.required?.includes(only.name) && allForms(api, only.field).properties !== undefined;
  if (!wraps || path.length >= DEEPEST) return { path, schema: allForms(api, schema), raw: schema };
  const found = fieldsAt(api, only.field, [...path, only.name]);
  return key && !found.key ? { ...found, key: [...path, key.name] } : found;
}

function isTag(field: Schema): boolean {
  return field.const !== undefined || field.enum?.length === 1;
}

/** An object with the properties of all its forms; one form's of those that several have. */
function allForms(api: Api, schema: Schema): Schema {
  const forms = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((branch) => mergedSchema(api, branch));
  if (!forms.some(({ properties }) => properties)) return schema;
  const properties = Object.assign(
    {},
    ...forms.map((form) => form.properties).reverse(),
    schema.properties,
  ) as Schema['properties'];
  return { ...schema, ...(properties ? { properties } : {}) };
}
