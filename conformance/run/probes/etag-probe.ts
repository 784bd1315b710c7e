// What answers say of an entity's version: the write of it, the header of the next read, the body below that, and the answer
// that there is nothing new.
import { type JsonObject, metadata } from '../../assess/entity-in.js';
import type { Entity } from '../../plan/entities.js';
import type { HttpAnswer } from '../../send/http.js';
import { etagOf } from '../etag.js';
import type { Probe } from './probe.js';

/** What a write answered as ETag is the ETag that is read next: nothing was written in between (RFC 9110, section 8.8.3). */
export function sameEtag(probe: Probe, written: HttpAnswer, read: HttpAnswer): void {
  // What was only accepted goes on by itself.
  const etag = written.status === 202 ? undefined : etagOf(written);
  const now = etagOf(read);
  if (etag === undefined || now === undefined || read.status !== 200) return;
  probe.add('etag-read', now === etag, `${etag}, the ETag that the write answered`, now);
}

/** The version that a body tells of the entity in it is that of its header, also when there were others before. */
export function ownEtag(probe: Probe, entry: JsonObject | undefined, answer: HttpAnswer): void {
  const told = metadata(entry, 'etag');
  const etag = etagOf(answer);
  if (answer.status !== 200 || told === undefined || etag === undefined) return;
  probe.add('etag-agrees', told === etag, `${etag}, as in the ETag header`, told);
}

/**
 * An answer that nothing changed has the ETag that a read has (RFC 9110, section 15.4.5): whoever takes the condition tells it.
 *
 * @param asked whether the documents say that the condition is taken
 */
export async function unchangedTag(
  probe: Probe,
  entity: Entity | undefined,
  answer: HttpAnswer,
  asked: boolean,
): Promise<void> {
  const etag = etagOf(answer);
  const what = 'the ETag of the version (RFC 9110, 15.4.5)';
  if (etag !== undefined || asked) return probe.addAtCase('not-modified', etag !== undefined, what, etag ?? 'none');
  const read = entity && (await probe.read(entity));
  const told = read?.status === 200 ? etagOf(read) : undefined;
  // Whoever need not know of the condition is told of that.
  if (told !== undefined) probe.add('not-modified', false, `${what}, ${told} in a read`, 'none', 'SHOULD');
}
