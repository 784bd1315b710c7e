// Options that put a list in order: by which property, and which way.
import type { ApiParameter, JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Direction, Order } from '../../plan/order.js';
import type { Operation } from '../../plan/resources.js';
import { isSort, isWay } from './list-roles.js';

/** The order that an option with a value asks for; undefined where it asks for none, or for one that cannot be told. */
export function orderOf(operation: Operation, name: string, value: JsonValue): Order | undefined {
  const options = operation.op.parameters.filter((p) => p.in === 'query');
  const way = options.find((p) => isWay(p) && directionOf(valuesOf(operation, p)[0]) !== undefined);
  if (way?.name === name) {
    const sort = options.find((p) => p !== way && isSort(p));
    const by = sort && mergedSchema(operation.api, sort.schema).default;
    const order = by === undefined ? undefined : readOrder(operation, by);
    const direction = directionOf(value);
    return order && direction ? { ...order, direction } : undefined;
  }
  if (!options.some((p) => p.name === name && isSort(p))) return undefined;
  const order = readOrder(operation, value);
  const given = way && directionOf(mergedSchema(operation.api, way.schema).default ?? null);
  // `-name` beside `name`: without the sign it is the other way round.
  const values = valuesOf(
    operation,
    options.find((p) => p.name === name),
  );
  const signed = order && values.includes(`-${order.orderedBy}`) ? ('asc' as const) : undefined;
  const direction = order?.direction ?? given ?? signed;
  return order && { ...order, ...(direction ? { direction } : {}) };
}

function valuesOf({ api }: Operation, parameter: ApiParameter | undefined): readonly JsonValue[] {
  return (parameter && mergedSchema(api, parameter.schema).enum) ?? [];
}

export function directionOf(value: JsonValue | undefined): Direction | undefined {
  const [, up] = /^(?:(asc)|desc)(?:ending)?$/i.exec(String(value)) ?? [];
  if (up !== undefined) return 'asc';
  return /^desc(?:ending)?$/i.test(String(value)) ? 'desc' : undefined;
}

/** `name`, `-name`, `name:desc`, `name_asc`, where the members of the list have such a property. */
function readOrder(operation: Operation, value: JsonValue): Order | undefined {
  const found = /^([-+]?)(\w+?)(?:[:_ .,-](asc|desc))?$/i.exec(String(value));
  const [, sign = '', name = '', word] = found ?? [];
  const item = itemSchema(operation);
  const inside = Object.values(item?.properties ?? {}).map((raw) => mergedSchema(operation.api, raw));
  const has = [item, ...inside].filter((schema) => schema?.properties?.[name] !== undefined).length === 1;
  if (!has) return undefined;
  const direction = word === undefined ? (sign === '-' ? 'desc' : sign === '+' ? 'asc' : undefined) : directionOf(word);
  return { orderedBy: name, ...(direction ? { direction } : {}) };
}
