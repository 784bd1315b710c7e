// Field names that nest (`author.name`, `labels[].id`, `[].id`) → nested schemas.

import type { Schema } from '../contract/api.js';
import { nothingYet } from '../nothing-yet.js';

/** An object schema with dotted names → the same facts nested. Requirement follows its field; other keywords stay on the root. */
export function nestDotted(schema: Schema): Schema {
  const { properties = {}, required = [], ...rest } = schema;
  const names = Object.keys(properties);
  if (!names.some((name) => /[.]|\[\]/.test(name))) return schema;
  const root: Schema = { ...rest, ...conditionsOf(rest, names) };
  for (const name of names) place(root, steps(name), properties[name] as Schema, required.includes(name));
  return root.items ? { type: 'array', items: root.items } : root;
}

/** The conditions of the root: those that name what has gone into another object state nothing there. */
function conditionsOf({ allOf, dependentRequired }: Schema, names: string[]): Schema {
  const moved = names.filter((name) => /[.]|\[\]/.test(name)).map((name) => JSON.stringify(name));
  const stays = (value: unknown): boolean => !moved.some((name) => JSON.stringify(value).includes(name));
  const kept = (allOf ?? []).filter(stays);
  const dependent = Object.entries((dependentRequired as Record<string, string[]> | undefined) ?? {}).filter(stays);
  return {
    ...(allOf ? { allOf: kept.length > 0 ? kept : undefined } : {}),
    ...(dependentRequired ? { dependentRequired: Object.fromEntries(dependent) } : {}),
  } as Schema;
}

/** `labels[].id` → labels, [], id. */
function steps(name: string): string[] {
  return name.replaceAll('[]', '.[].').split('.').filter(Boolean);
}

function place(at: Schema, [step, ...more]: string[], schema: Schema, required: boolean): void {
  if (step === undefined) {
    const { properties, items, ...facts } = schema;
    Object.assign(at, { ...facts, ...at, ...(at.items ? { type: 'array' } : {}) });
    if (properties) at.properties ??= properties;
    if (items) at.items ??= items;
    return;
  }
  if (step === '[]') {
    at.type = 'array';
    at.items ??= {};
    // `labels[]` of type array is the list itself, of any other type its member.
    if (more.length === 0 && schema.type === 'array') place(at, more, schema, required);
    else place(at.items, more, schema, required);
    return;
  }
  if (at.type !== 'array') at.type ??= 'object';
  if (at.type === 'array') at.items ??= { type: 'object' };
  const holder = at.type === 'array' && at.items ? at.items : at;
  holder.type ??= 'object';
  holder.properties ??= nothingYet<Schema>();
  holder.properties[step] ??= {};
  if (required && more.length === 0) holder.required = [...(holder.required ?? []), step];
  place(holder.properties[step], more, schema, required);
}
