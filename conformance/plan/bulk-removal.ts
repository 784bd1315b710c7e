// Requests that remove many at once: a list of ids in the body or behind the `?`. They are sent with ids of the run's own things alone.
import type { JsonValue } from '../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { signature } from '../url/key-path.js';
import { parseBody } from './body.js';
import { sampleBody } from './prerequisite.js';
import { bodySchema, type Operation, type Resource } from './resources.js';
import { stem } from './stem.js';

/** What a request removes many of. */
export interface BulkRemoval {
  resource: Resource;
  /** Where the ids stand, by this name. */
  list: string;
  place: 'body' | 'query';
}

const REMOVES = /^(?:(?:bulk|batch|mass|multi)[-_]?)?(?:delete|remove|destroy)(?:[-_]?(?:bulk|batch|many|all))?$/i;
const AT_ONCE = /^(?:bulk|batch|many)$/i;

/** Marks the operations that say which ones they remove, where each of those can be made. */
export function markBulkRemovals(operations: Operation[], resources: Resource[]): void {
  for (const operation of operations) {
    const last = operation.segments.at(-1);
    if (!last || last.variable !== undefined || last.keys) continue;
    const { method } = operation.op;
    const inside = method === 'DELETE' ? AT_ONCE.test(last.text) : REMOVES.test(last.text);
    if (method !== 'DELETE' && !(method === 'POST' && inside)) continue;
    const collection = signature(inside ? operation.segments.slice(0, -1) : operation.segments);
    const resource = resources.find((r) => r.create && r.remove && signature(r.item.slice(0, -1)) === collection);
    const found = resource?.keys.length === 1 ? listOf(operation, resource) : undefined;
    if (resource && found) operation.removesMany = { resource, ...found };
  }
}

function listOf(operation: Operation, { name }: Resource): Omit<BulkRemoval, 'resource'> | undefined {
  const names = ['ids', `${stem(name)}ids`, `${stem(name)}_ids`];
  const called = (one: string): boolean => names.includes(one.replace(/\[\]$/, '').toLowerCase());
  const { properties = {}, required = [] } = bodySchema(operation) ?? {};
  const [inBody, more] = Object.keys(properties).filter(
    (one) => called(one) && typeOf(mergedSchema(operation.api, properties[one] ?? {})) === 'array',
  );
  if (inBody !== undefined && more === undefined && required.every((one) => one === inBody))
    return { list: inBody, place: 'body' };
  const options = operation.op.parameters.filter((p) => p.in === 'query' && (p.required || called(p.name)));
  const [option, another] = options;
  return option && !another && called(option.name) ? { list: option.name, place: 'query' } : undefined;
}

/** The ids that a request names; only where they are those of the documents' own command, for which others are put in. */
export function idsRemoved(operation: Operation, body: string | undefined, query: string): string[] {
  const { removesMany, op } = operation;
  if (!removesMany) return [];
  const shown = op.docs.cases?.[0]?.request;
  const ids = idsIn(removesMany, body, query);
  const documented = shown
    ? idsIn(removesMany, shown.body, `?${shown.url.split('?')[1] ?? ''}`)
    : idsIn(removesMany, JSON.stringify(unshownBody(operation)), '');
  return ids.length > 0 && ids.join('\n') === documented.join('\n') ? ids.map(String) : [];
}

/** Of a spec without commands: the example, else what is made of the schema. */
function unshownBody(operation: Operation): JsonValue {
  const schema = bodySchema(operation);
  return sampleBody(operation) ?? (schema ? fittingValue(operation.api, schema) : {});
}

function idsIn({ list, place }: BulkRemoval, body: string | undefined, query: string): (string | number)[] {
  if (place === 'query') {
    const values = new URLSearchParams(query).getAll(list);
    return values.flatMap((value) => value.split(',')).filter((value) => value !== '');
  }
  const parsed = parseBody(body);
  const ids = parsed.kind === 'json' && isObject(parsed.value) ? (parsed.value as Record<string, unknown>)[list] : [];
  const plain = (one: unknown): one is string | number => typeof one === 'string' || typeof one === 'number';
  return Array.isArray(ids) && ids.every(plain) ? ids : [];
}

/** A request with other ids in place of its own, written as those. */
export function withIds<T extends { url: string; body?: string }>(
  request: T,
  { list, place }: BulkRemoval,
  ids: readonly string[],
): T {
  if (place === 'query') {
    const [address = '', query = ''] = request.url.split('?');
    const pairs = query.split('&');
    const own = pairs.filter((pair) => new URLSearchParams(pair).has(list));
    const name = own[0]?.split('=')[0] ?? list;
    const written = ids.map(encodeURIComponent);
    const listed = own.length > 1 ? written.map((id) => `${name}=${id}`) : [`${name}=${written.join(',')}`];
    return { ...request, url: `${address}?${[...pairs.filter((pair) => !own.includes(pair)), ...listed].join('&')}` };
  }
  const parsed = parseBody(request.body);
  if (parsed.kind !== 'json' || !isObject(parsed.value)) return request;
  const value = parsed.value as Record<string, unknown>;
  const numbers = Array.isArray(value[list]) && value[list].every((one) => typeof one === 'number');
  const given = ids.map((id) => (numbers && /^\d+$/.test(id) ? Number(id) : id));
  return { ...request, body: JSON.stringify({ ...value, [list]: given }) };
}
