// Values of the options that put a list in order, where no schema lists them: the documents name the properties.
import type { ApiParameter, JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Direction } from '../../plan/order.js';
import type { Question } from '../../plan/question.js';
import type { Operation } from '../../plan/resources.js';
import { says } from '../../told/told.js';
import { isOwnWords } from '../bodies/free-text.js';
import { directionOf, orderOf } from './list-order.js';
import { isSort, isWay } from './list-roles.js';

type Ordering = Extract<Question, { kind: 'order' }>;

/** @param properties what members of the list show */
export function orderingsOf(operation: Operation, properties: ReadonlyMap<string, Schema>): Ordering[] {
  const options = operation.op.parameters.filter((p) => p.in === 'query');
  const way = options.find((p) => isWay(p) && directionOf(listed(operation, p)[0]) !== undefined);
  const sort = options.find((p) => p !== way && isSort(p));
  if (!sort) return [];
  const values = [
    ...new Set([
      ...listed(operation, sort).map(String),
      ...named(operation, sort, properties),
      ...spelled(sort, properties),
    ]),
  ];
  return values.flatMap((value) => {
    const order = orderOf(operation, sort.name, value) ?? plainly(value, properties);
    if (!order || properties.get(order.orderedBy)?.enum) return [];
    const signed = order.direction ?? (values.includes(`-${order.orderedBy}`) ? 'asc' : undefined);
    const alone: Ordering = {
      kind: 'order',
      query: [[sort.name, value]],
      order: { ...order, ...(signed ? { direction: signed } : {}) },
    };
    return [alone, ...(way && /^\w+$/.test(value) ? bothWays(operation, alone, way) : [])];
  });
}

function listed({ api }: Operation, { schema }: ApiParameter): readonly JsonValue[] {
  return mergedSchema(api, schema).enum ?? [];
}

function bothWays(operation: Operation, { query, order }: Ordering, way: ApiParameter): Ordering[] {
  return listed(operation, way).flatMap((value) => {
    const direction = directionOf(value);
    return direction
      ? [{ kind: 'order', query: [...query, [way.name, String(value)]], order: { ...order, direction } } as const]
      : [];
  });
}

/** Properties that its words name; with a minus in front, where they show one, or what it is by default has one. */
function named(
  { api }: Operation,
  { description = '', schema }: ApiParameter,
  properties: ReadonlyMap<string, Schema>,
): string[] {
  const { default: standard, enum: all = [] } = mergedSchema(api, schema);
  // "`name`, `price` or `-price`": what may have a minus has one in the list.
  if (all.some((value) => /^-[A-Za-z_]/.test(String(value)))) return [];
  const words = new Set(description.split(/[^\w-]+/).flatMap((word) => [word, word.replace(/^-/, '')]));
  const found = [...properties.keys()].filter((name) => words.has(name));
  const shown = [...words, String(standard)].some((word) => /^-[A-Za-z_]/.test(word));
  const signs = shown || says(description, 'minusTurns');
  return found.flatMap((name) => (signs ? [name, `-${name}`] : [name]));
}

/** "`property,(asc|desc)`": the way stands behind a property, whichever that is where none is named. */
function spelled({ description = '', schema }: ApiParameter, properties: ReadonlyMap<string, Schema>): string[] {
  const [, sign] = /\w`?([,:])`? ?[(<{[]?`?(?:asc|desc)\b/i.exec(description) ?? [];
  if (sign === undefined || schema.enum) return [];
  const words = new Set(description.split(/\W+/));
  const names = [...properties.keys()];
  const told = names.filter((name) => words.has(name));
  const plain = names.filter((name) => isOwnWords(name) && typeOf(properties.get(name) ?? {}) === 'string');
  const by = told.length > 0 ? told : plain.slice(0, 1);
  return by.flatMap((name) => [`${name}${sign}asc`, `${name}${sign}desc`]);
}

function plainly(
  value: string,
  properties: ReadonlyMap<string, Schema>,
): { orderedBy: string; direction?: Direction } | undefined {
  const [, minus = '', name = '', way] = /^(-?)(\w+?)(?:[,:](asc|desc))?$/i.exec(value) ?? [];
  const direction = minus === '-' ? 'desc' : directionOf(way);
  return properties.has(name) ? { orderedBy: name, ...(direction ? { direction } : {}) } : undefined;
}
