// Sends what has just made something once more, with the same key: it makes nothing else.
import type { Finding } from '../assess/answer.js';
import type { Entity } from '../plan/entities.js';
import type { Case } from '../plan/story.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { caseFinding } from './case-finding.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { locationKeys } from './removal.js';

/** @returns undefined where the answers do not tell what they made */
export async function sentAgain(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  entity: Entity,
  request: HttpRequest,
  first: HttpAnswer,
): Promise<Finding | undefined> {
  const again = await conversation.exchange(request, 'probe', 'the same request with the same key', { finish: true });
  const [made, other] = [first, again].map((answer) =>
    answer.status < 300 ? locationKeys(conversation, entity, answer) : undefined,
  );
  if (!made || !other) return undefined;
  const same = made.every((key, i) => key === other[i]);
  if (!same) {
    const { world } = conversation;
    world.learn(entity, { keys: other });
    creations.found(entity);
    world.learn(entity, { keys: made });
  }
  const [is, was] = [other, made].map((keys) => keys.join());
  return caseFinding(
    one,
    'made-once',
    same,
    `${was}, which the first request made`,
    same ? `${is}` : `another one, ${is}`,
  );
}
