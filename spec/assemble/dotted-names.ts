// Field names that nest (`author.name`, `labels[].id`, `[].id`, `author[name]`) → nested schemas.
import type { Schema } from '../contract/api.js';
import { nothingYet } from '../nothing-yet.js';

/** An object schema with dotted names → the same facts nested. Requirement follows its field; other keywords stay on the root. */
export function nestDotted(schema: Schema, { brackets = true } = {}): Schema {
  const { properties = {}, required = [], ...rest } = schema;
  const names = Object.keys(properties);
  const paths = names.map((name) => (brackets ? dotted(name, names) : name));
  if (!paths.some(nests)) return schema;
  const moved = names.filter((_, i) => nests(paths[i] as string));
  const root: Schema = { ...rest, ...conditionsOf(rest, moved) };
  for (const [i, name] of names.entries())
    place(root, steps(paths[i] as string), properties[name] as Schema, required.includes(name));
  return root.items ? { type: 'array', items: root.items } : root;
}

function nests(name: string): boolean {
  return /[.]|\[\]/.test(name);
}

/** `author[name]` beside `author` is `author.name`, `links[][url]` beside `links` is `links[].url`; alone they are names. */
function dotted(name: string, names: string[]): string {
  const open = name.indexOf('[');
  const inside = /^(?:\[[^[\].]*\])+$/.test(name.slice(open));
  if (open < 1 || !inside || !names.includes(name.slice(0, open))) return name;
  return name.replace(/\[([^[\]]+)\]/g, '.$1');
}

/** The conditions of the root: those that name what has gone into another object state nothing there. */
function conditionsOf({ allOf, dependentRequired }: Schema, gone: string[]): Schema {
  const moved = gone.map((name) => JSON.stringify(name));
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
    // What is read of a cell may be that of other cells, too: what comes into it here stays here.
    if (properties) at.properties ??= structuredClone(properties);
    if (items) at.items ??= structuredClone(items);
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
