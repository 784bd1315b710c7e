// Words of the run in what a request has many of: ids of things that the story has made, and marks by which things are found.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { parseBody } from '../plan/body.js';
import { type Bulk, OF_RUN, shownMembers } from '../plan/bulk.js';
import { withIds } from '../plan/bulk-removal.js';
import type { Entity } from '../plan/entities.js';
import type { Operation } from '../plan/resources.js';
import type { Subject } from '../plan/subject.js';
import type { HttpRequest } from '../send/http.js';
import type { World } from './world.js';

/** Whatever it removes or makes many of, they are the run's own. */
export function ofOwn(
  world: World,
  operation: Operation,
  { removed, several }: Subject,
  request: HttpRequest,
): HttpRequest | { missing: string } {
  const { removesMany, bulk } = operation;
  if (bulk && several) return labelled(world, { ...bulk, shown: shownMembers(operation, bulk.list) }, several, request);
  if (!removesMany || !removed) return request;
  const made = removed.every((entity) => world.told(entity)?.made);
  const ids = removed.flatMap((entity) => world.keys(entity)[0] ?? []);
  return made && ids.length === removed.length
    ? withIds(request, removesMany, ids)
    : { missing: 'things of its own that it could remove' };
}

/** Members whose keys the server gives are called so that no two of a run's have one name: those that are as the documents show them. */
function labelled(
  world: World,
  { resource, list, key, shown }: Bulk & { shown: Record<string, JsonValue>[] },
  several: readonly Entity[],
  request: HttpRequest,
): HttpRequest {
  const text = request.body?.replaceAll(OF_RUN, world.suffix);
  const parsed = parseBody(text);
  const members = parsed.kind === 'json' && isObject<JsonValue>(parsed.value) ? parsed.value[list] : undefined;
  if (text === undefined || parsed.kind !== 'json' || !Array.isArray(members) || key !== undefined)
    return { ...request, ...(text === undefined ? {} : { body: text }) };
  const left = [...several];
  const named = members.map((one) => {
    if (!isObject<JsonValue>(one)) return one;
    // What a case is about stays as it is.
    const plain = Object.entries(one).filter(([name, value]) => shown.some((other) => other[name] === value));
    return { ...one, ...Object.fromEntries(world.labels.of(resource, left.shift(), new Map(plain))) };
  });
  return { ...request, body: JSON.stringify({ ...(parsed.value as object), [list]: named }) };
}
