// What is sent and what is received: properties that are read-only or write-only make two types of one schema.

import { isMarked, type Mark } from '../../spec/contract/one-way.js';
import { isObject } from '../../spec/is-object.js';
import { memberName, pointerPart } from '../../spec/json-pointer.js';
import { withWideIndex } from './open-objects.js';
import { mapSchemas, mapValues } from './schema-walk.js';

type Json = Record<string, unknown>;

export type Side = 'sent' | 'received';

export interface Sides {
  /** The schemas as they are received; beside each that is sent otherwise, one whose name ends in `Input`. */
  schemas: Json;
  /** A schema, or what holds some, as one side has it and TypeScript can say it. */
  of(side: Side, value: unknown): unknown;
}

/** OpenAPI 3.1, "Schema Object", of 3.0 and JSON Schema Validation, section 9.4: who may not send a property that is so marked. */
const HIDDEN = { sent: 'readOnly', received: 'writeOnly' } as const;

const PREFIX = '#/components/schemas/';

export function sidesOf(schemas: Json, resolve: (schema: Json) => Json): Sides {
  const inputs = inputNames(schemas, resolve);
  const of = (side: Side, value: unknown): unknown =>
    mapSchemas(value, (schema) => {
      const seen = withoutHidden(schema, side, resolve);
      return withWideIndex(side === 'sent' ? renamed(seen, inputs) : seen);
    });
  const sent = [...inputs].map(([name, input]) => [input, of('sent', schemas[name])] as const);
  return { schemas: { ...mapValues(schemas, (one) => of('received', one)), ...Object.fromEntries(sent) }, of };
}

/** Names for the schemas that have a marked property, by themselves or through a reference. */
function inputNames(schemas: Json, resolve: (schema: Json) => Json): Map<string, string> {
  const references = new Map<string, Set<string>>();
  const marked = new Set<string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const own = new Set<string>();
    references.set(name, own);
    mapSchemas(schema, (part) => {
      const other = referred(part['$ref']);
      if (other !== undefined) own.add(other);
      if (Object.values(HIDDEN).some((mark) => marksOf(part, mark, resolve).length > 0)) marked.add(name);
      return part;
    });
  }
  for (let before = -1; before !== marked.size; ) {
    before = marked.size;
    for (const [name, own] of references) if ([...own].some((other) => marked.has(other))) marked.add(name);
  }
  return new Map([...marked].map((name) => [name, free(`${name}Input`, schemas)]));
}

function free(wanted: string, taken: Json): string {
  let name = wanted;
  for (let n = 2; Object.hasOwn(taken, name); n++) name = `${wanted}${n}`;
  return name;
}

function withoutHidden(schema: Json, side: Side, resolve: (schema: Json) => Json): Json {
  const hidden = marksOf(schema, HIDDEN[side], resolve);
  if (hidden.length === 0) return schema;
  const kept = Object.entries(schema['properties'] as Json).filter(([name]) => !hidden.includes(name));
  return { ...schema, properties: Object.fromEntries(kept) };
}

function marksOf(schema: Json, mark: Mark, resolve: (schema: Json) => Json): string[] {
  const properties = Object.entries(isObject(schema['properties']) ? schema['properties'] : {});
  return properties.flatMap(([name, property]) => (isMarked(property, mark, resolve) ? [name] : []));
}

/** References lead to the schemas of what is sent; a discriminator's values stay what they were. */
function renamed(schema: Json, inputs: ReadonlyMap<string, string>): Json {
  const input = inputs.get(referred(schema['$ref']) ?? '');
  if (input !== undefined) return { ...schema, $ref: reference(input) };
  const discriminator = schema['discriminator'];
  if (!isObject(discriminator)) return schema;
  const choices = [schema['oneOf'], schema['anyOf']].find(Array.isArray) as Json[] | undefined;
  const names = choices ? choices.flatMap((choice) => referred(choice['$ref']) ?? []) : [...inputs.keys()];
  const given = mapValues(isObject(discriminator['mapping']) ? discriminator['mapping'] : {}, (to) => {
    const name = referred(to) ?? String(to);
    return inputs.has(name) ? reference(inputs.get(name) ?? name) : to;
  });
  const implied = names
    .filter((name) => inputs.has(name))
    .map((name) => [name, reference(inputs.get(name) ?? name)])
    .filter(([, to]) => !Object.values(given).includes(to));
  return { ...schema, discriminator: { ...discriminator, mapping: { ...Object.fromEntries(implied), ...given } } };
}

function referred(reference: unknown): string | undefined {
  const text = typeof reference === 'string' && reference.startsWith(PREFIX) ? reference.slice(PREFIX.length) : '';
  return text === '' || text.includes('/') ? undefined : memberName(text);
}

function reference(name: string): string {
  return PREFIX + pointerPart(name);
}
