// Sends a create several times at the same moment: one of them is carried out, whichever comes first.
import type { Finding } from '../assess/answer.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import type { Case } from '../plan/story.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { caseFinding } from './case-finding.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';

/** Enough for two of them to meet. */
const TOGETHER = 4;

/** @returns the answer to the first of them, and what is to be said of all */
export async function sendAtOnce(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  entity: Entity,
  request: HttpRequest,
): Promise<{ answer: HttpAnswer; finding: Finding }> {
  const before = conversation.exchanges.length;
  const what = describeEntity(entity);
  // Its intent stands in the journal before any of them is sent.
  const own = creations.create(entity, what, request, 'case');
  const others = Array.from({ length: TOGETHER - 1 }, () =>
    conversation.exchange(request, 'probe', `create ${what} at the same moment`, { finish: true }),
  );
  const [first, ...rest] = await Promise.allSettled([own, ...others]);
  // They are recorded as their answers come: the case's own is looked for in front.
  const sent = conversation.exchanges.splice(before);
  conversation.exchanges.push(...sent.filter((e) => e.purpose === 'case'), ...sent.filter((e) => e.purpose !== 'case'));
  const made = [first, ...rest].filter((r) => r.status === 'fulfilled' && r.value.status < 300).length;
  if (made > 0 && (first.status === 'rejected' || first.value.status >= 300)) creations.found(entity);
  if (first.status === 'rejected') throw first.reason;
  const finding = caseFinding(one, 'made-once', made === 1, `one of ${TOGETHER} makes it`, `${made} of them did`);
  return { answer: first.value, finding };
}
