// Looks whether what was deleted is gone: it cannot be read any more, or says of itself that it was deleted.
import { isMarkedGone, leavesNothing, showsDeleted, staysReadable } from '../../assess/marked-gone.js';
import type { Entity } from '../../plan/entities.js';
import { isPlain } from '../../plan/resources.js';
import type { HttpAnswer } from '../../send/http.js';
import { jsonBody, type Probe } from './probe.js';

export async function lookGone(probe: Probe, entity: Entity, id = 'gone-after-delete'): Promise<void> {
  const again = await probe.read(entity);
  if (!again) return;
  const { retrieve } = entity.resource;
  if (probe.one.expect.effect === 'deleted' && retrieve && showsDeleted(retrieve)) {
    const marked = again.status === 200 && isMarkedGone(jsonBody(again));
    const shown = again.status === 200 ? '200, without the mark' : String(again.status);
    probe.add('marked', marked, '200, marked as deleted', marked ? 'so' : shown);
    return;
  }
  const gone = again.status === 404 || again.status === 410 || staysMarked(probe, entity, again);
  probe.add(id, gone, '404, it is gone', String(again.status));
}

/** Some servers keep what was deleted, and say so in it. */
function staysMarked({ one: { expect, operation } }: Probe, { resource }: Entity, again: HttpAnswer): boolean {
  const deleted = expect.effect === 'deleted' && again.status === 200;
  const marked = isMarkedGone(jsonBody(again)) || staysReadable(operation, resource.retrieve);
  return deleted && isPlain(resource) && marked && !leavesNothing(operation, resource.retrieve);
}
