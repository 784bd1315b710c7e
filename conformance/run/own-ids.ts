// Words of the run in what a request has many of: ids of things that the story has made, and marks by which things are found.
import { OF_RUN } from '../plan/bulk.js';
import { withIds } from '../plan/bulk-removal.js';
import type { Operation } from '../plan/resources.js';
import type { Subject } from '../plan/subject.js';
import type { HttpRequest } from '../send/http.js';
import type { World } from './world.js';

/** Whatever it removes or makes many of, they are the run's own. */
export function ofOwn(
  world: World,
  { removesMany }: Operation,
  { removed }: Subject,
  request: HttpRequest,
): HttpRequest | { missing: string } {
  if (request.body?.includes(OF_RUN)) return { ...request, body: request.body.replaceAll(OF_RUN, world.suffix) };
  if (!removesMany || !removed) return request;
  const made = removed.every((entity) => world.told(entity)?.made);
  const ids = removed.flatMap((entity) => world.keys(entity)[0] ?? []);
  return made && ids.length === removed.length
    ? withIds(request, removesMany, ids)
    : { missing: 'things of its own that it could remove' };
}
