// Requests that make many at once: `POST /devices/bulk` with a list of what a PUT or POST makes one of, each with its own key or
// with one that the server gives.
import type { JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { signature } from '../url/key-path.js';
import { parseBody } from './body.js';
import { type Entity, entityOf } from './entities.js';
import { sampleBody } from './prerequisite.js';
import { bodySchema, type Operation, type Resource } from './resources.js';
import { stem } from './stem.js';

/** Stands in a planned body for words of the run, by which what should not be made is found. */
export const OF_RUN = 'docproof-of-this-run';

/** What a request makes many of. */
export interface Bulk {
  resource: Resource;
  /** Of the body: the list. */
  list: string;
  /** Of each member; the server gives it where there is none. */
  key?: string;
}

/** Marks the operations whose members the run can name, or tell by what the answer calls them, and remove again. */
export function markBulks(operations: Operation[], resources: Resource[]): void {
  for (const operation of operations) {
    const last = operation.segments.at(-1);
    if (operation.op.method !== 'POST' || operation.creates || last?.variable !== undefined || last?.keys) continue;
    const collection = signature(operation.segments.slice(0, -1));
    const resource =
      resources.find((r) => signature(r.item.slice(0, -1)) === collection) ??
      // `/shelves/{}/books/bulk` of what is made by `/shelves/{}/books` and read as `/books/{}`.
      resources.find((r) => r.create?.signature === collection);
    const found = resource?.remove && bulkOf(operation, resource);
    if (found) operation.bulk = found;
  }
}

function bulkOf(operation: Operation, resource: Resource): Bulk | undefined {
  const [key, more] = resource.keys;
  const { create } = resource;
  if (!create || !key || more) return undefined;
  const made = bodySchema(create);
  const taken = new Set(Object.keys(made?.properties ?? {}));
  const given = key.property === undefined && !key.inPath;
  const lists = Object.entries(bodySchema(operation)?.properties ?? {}).flatMap(([list, raw]): Bulk[] => {
    const { items } = mergedSchema(operation.api, raw);
    const told = Object.keys((items && mergedSchema(operation.api, items).properties) ?? {});
    const names = told.length > 0 ? told : Object.keys(shownMembers(operation, list)[0] ?? {});
    if (given) {
      const whole = names.length > 0 && names.every((name) => taken.has(name));
      return whole && (made?.required ?? []).every((name) => names.includes(name)) ? [{ resource, list }] : [];
    }
    // `deviceId`: by such names a member is known for one of its kind.
    const own = names.find((name) => stem(name) === stem(key.variable) && stem(name) === `${stem(resource.name)}id`);
    const others = names.filter((name) => name !== own);
    return own !== undefined && others.length > 0 && others.every((name) => taken.has(name))
      ? [{ resource, list, key: own }]
      : [];
  });
  return lists.length === 1 ? lists[0] : undefined;
}

/** Members of the list as the documents show them. */
export function shownMembers(operation: Operation, list: string): Record<string, JsonValue>[] {
  const members = sampleBody(operation)?.[list];
  return Array.isArray(members) ? members.filter(isObject<JsonValue>) : [];
}

/** The members of a body, and what they are. */
export function madeByBulk(
  { resource, list, key }: Bulk,
  body: string | undefined,
  parents: Entity[],
): { entity: Entity; values: Record<string, unknown> }[] {
  const parsed = parseBody(body);
  const members =
    parsed.kind === 'json' && isObject(parsed.value) ? (parsed.value as Record<string, unknown>)[list] : [];
  return (Array.isArray(members) ? members : []).filter(isObject).flatMap((values, i) => {
    const own = key === undefined ? `many${i + 1}` : (values as Record<string, unknown>)[key];
    return typeof own === 'string' ? [{ entity: entityOf(resource, [own], parents), values }] : [];
  });
}
