// A choice by discriminator (OpenAPI 3.2, 4.25) in JSON Schema's words: each choice has the values that stand for it.
import type { Schema } from '../../spec/contract/api.js';
import { memberName } from '../../spec/json-pointer.js';

type Resolve = (schema: Schema) => Schema;

/** Choices inside of choices, and parts of parts, that are looked into. */
const DEEPEST = 8;

const COMPONENT = '#/components/schemas/';

/** What takes the place of `oneOf` or `anyOf` in a schema that is checked. */
export interface Choice {
  oneOf?: Schema[];
  anyOf?: Schema[];
  discriminator?: { propertyName: string };
  type?: 'object';
  required?: string[];
}

/**
 * The choices of a schema with a discriminator, each bound to its values of the property. The checker goes straight to the
 * one that a value names where this is without doubt; a schema whose choices can't be told apart is left as it is.
 *
 * @returns undefined where there is nothing to change
 */
export function discriminated(schema: Schema, resolve: Resolve): Choice | undefined {
  const name = propertyName(schema);
  const keyword = Array.isArray(schema.oneOf) ? 'oneOf' : 'anyOf';
  const choices = schema[keyword];
  if (name === undefined || !Array.isArray(choices)) return undefined;
  const isNull = (choice: Schema): boolean => resolve(choice).type === 'null';
  const objects = choices.filter((choice) => !isNull(choice));
  const mapping = mappingOf(schema, objects);
  // What leads elsewhere may be meant by anything.
  if (objects.length === 0 || !mapping.every(([, ref]) => objects.some((choice) => choice.$ref === ref)))
    return undefined;
  const values = objects.map((choice) => valuesOf(choice, name, mapping, resolve, 0));
  if (!values.every((one): one is string[] => one !== undefined)) return undefined;
  const bound = objects.map((choice, index) => ({
    ...(choice.$ref === undefined ? { allOf: [choice] } : { $ref: choice.$ref }),
    properties: { [name]: { enum: values[index] ?? [] } },
  }));
  if (objects.length < choices.length || !isCertain(name, values.flat(), objects, resolve))
    return { [keyword]: [...choices.filter(isNull), ...bound] };
  return { type: 'object', required: [name], discriminator: { propertyName: name }, oneOf: bound };
}

function propertyName(schema: Schema): string | undefined {
  const given = schema['discriminator'];
  if (typeof given !== 'object' || given === null) return undefined;
  const { propertyName: name, defaultMapping } = given as { propertyName?: unknown; defaultMapping?: unknown };
  // With a default, a value may name nothing that is known.
  return typeof name === 'string' && defaultMapping === undefined ? name : undefined;
}

/** What is mapped, and the names of components, each of which stands for its own where it is not mapped. */
function mappingOf(schema: Schema, choices: readonly Schema[]): [value: string, ref: string][] {
  const mapping = (schema['discriminator'] as { mapping?: unknown } | undefined)?.mapping;
  const said = typeof mapping === 'object' && mapping !== null ? Object.entries(mapping) : [];
  const implied = choices.flatMap(({ $ref }): [string, string][] =>
    $ref?.startsWith(COMPONENT) ? [[memberName($ref.slice(COMPONENT.length)), $ref]] : [],
  );
  return [
    ...said.map(([value, to]): [string, string] => [value, refOf(String(to))]),
    ...implied.filter(([value]) => !said.some(([other]) => other === value)),
  ];
}

/** A mapping leads to a reference or to a component's name. */
function refOf(to: string): string {
  return /^[\w.-]+$/.test(to) ? COMPONENT + to : to;
}

/** Whether a checker may go by the property alone: everyone demands it, and each value stands for one choice. */
function isCertain(name: string, values: readonly string[], choices: readonly Schema[], resolve: Resolve): boolean {
  const isUnique = new Set(values).size === values.length && values.every((value) => !(value in Object.prototype));
  return isUnique && choices.every((choice) => demands(choice, name, resolve, 0));
}

function demands(given: Schema, name: string, resolve: Resolve, depth: number): boolean {
  const schema = resolve(given);
  if (depth > DEEPEST) return false;
  if (Array.isArray(schema.required) && schema.required.includes(name)) return true;
  const inner = (parts: unknown): boolean[] =>
    Array.isArray(parts) ? parts.map((part: Schema) => demands(part, name, resolve, depth + 1)) : [];
  const choices = [...inner(schema.oneOf), ...inner(schema.anyOf)];
  return inner(schema.allOf).includes(true) || (choices.length > 0 && choices.every(Boolean));
}

/** The values of the property that stand for a choice; undefined where that is not said. */
function valuesOf(
  choice: Schema,
  name: string,
  mapping: readonly [value: string, ref: string][],
  resolve: Resolve,
  depth: number,
): string[] | undefined {
  if (depth > DEEPEST) return undefined;
  const isOthers = (value: string): boolean => mapping.some(([one, ref]) => one === value && ref !== choice.$ref);
  const mapped = mapping.filter(([, ref]) => ref === choice.$ref).map(([value]) => value);
  const own = ownValues(choice, name, resolve, 0);
  if (own) return own.every((value) => typeof value === 'string') ? own.filter((one) => !isOthers(one)) : undefined;
  const schema = resolve(choice);
  const choices = schema.oneOf ?? schema.anyOf;
  const named = mappingOf(schema, Array.isArray(choices) ? choices : []);
  const inner = Array.isArray(choices) ? choices.map((one) => valuesOf(one, name, named, resolve, depth + 1)) : [];
  if (inner.includes(undefined)) return undefined;
  const all = [...new Set([...mapped, ...inner.flatMap((values) => values ?? [])])];
  return all.length > 0 ? all : undefined;
}

/** `const` or `enum` of the property itself. */
function ownValues(given: Schema, name: string, resolve: Resolve, depth: number): string[] | undefined {
  const schema = resolve(given);
  if (depth > DEEPEST) return undefined;
  const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
  const { const: only, enum: several } = property ? resolve(property) : {};
  if (only !== undefined) return [only as string];
  if (Array.isArray(several)) return several as string[];
  for (const part of schema.allOf ?? []) {
    const values = ownValues(part, name, resolve, depth + 1);
    if (values) return values;
  }
  return undefined;
}
