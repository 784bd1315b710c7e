// Ids in a request that removes many at once: those of things that the story has made.
import { withIds } from '../plan/bulk-removal.js';
import type { Operation } from '../plan/resources.js';
import type { Subject } from '../plan/subject.js';
import type { HttpRequest } from '../send/http.js';
import type { World } from './world.js';

/** Whatever it removes many of, they are the run's own. */
export function ofOwn(
  world: World,
  { removesMany }: Operation,
  { removed }: Subject,
  request: HttpRequest,
): HttpRequest | { missing: string } {
  if (!removesMany || !removed) return request;
  const made = removed.every((entity) => world.told(entity)?.made);
  const ids = removed.flatMap((entity) => world.keys(entity)[0] ?? []);
  return made && ids.length === removed.length
    ? withIds(request, removesMany, ids)
    : { missing: 'things of its own that it could remove' };
}
