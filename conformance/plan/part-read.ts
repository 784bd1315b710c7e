// How a part of a thing with an address of its own (`/films/{id}/poster`) is read.
import { bodyMedia, type Operation } from './resources.js';
import type { Suite } from './subject.js';
import { isJson } from './write-body.js';

/** The read of the same address, where it answers with what a write of it takes. */
export function partRead({ model }: Suite, operation: Operation): Operation | undefined {
  const media = bodyMedia(operation)?.type ?? '';
  return model.at('GET', operation.signature).find(({ judged, op }) => {
    const [shown] = op.responses.find((r) => r.status === '200')?.content ?? [];
    return judged && shown !== undefined && (shown.type === media || (isJson(shown.type) && isJson(media)));
  });
}
