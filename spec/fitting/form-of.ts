// Which of several forms of an object a value has: the one whose fixed member it names.
import type { Api, JsonValue, Schema } from '../contract/api.js';
import { isObject } from '../is-object.js';
import { discriminatorOf } from './fitting-value.js';
import { mergedSchema } from './merged-schema.js';

/** @returns the schema itself, merged, where it has one form only, or where the value does not tell which it has */
export function formOf(api: Api, raw: Schema, value: JsonValue | undefined): Schema {
  const schema = mergedSchema(api, raw);
  const branches = schema.oneOf ?? schema.anyOf ?? [];
  if (branches.length === 0 || !isObject<JsonValue>(value)) return schema;
  const { oneOf: _one, anyOf: _any, ...beside } = schema;
  const forms = branches.map((branch) => mergedSchema(api, { allOf: [beside, branch] }));
  const told = forms.flatMap((form, i) => {
    const tag = discriminatorOf(schema, branches[i] ?? {}) ?? fixed(api, form, value);
    return tag && value[tag.property] === tag.value ? [{ form, tag: tag.property }] : [];
  });
  const [only, more] = told;
  if (!only || more) return schema;
  // A form that can do without the member may be meant by what does not name it.
  const needed = forms.every(({ required }) => required?.includes(only.tag));
  return needed
    ? only.form
    : { ...only.form, required: (only.form.required ?? []).filter((name) => name !== only.tag) };
}

/** A member that has one value in this form, and that the value has. */
function fixed(api: Api, form: Schema, value: { [key: string]: JsonValue }): Tag | undefined {
  for (const [property, raw] of Object.entries(form.properties ?? {})) {
    const member = mergedSchema(api, raw);
    const only = member.const ?? (member.enum?.length === 1 ? member.enum[0] : undefined);
    if (only !== undefined && Object.hasOwn(value, property)) return { property, value: only };
  }
  return undefined;
}

interface Tag {
  property: string;
  value: JsonValue;
}
