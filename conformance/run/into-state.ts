// Brings a thing of the run into the state that an action asks for, by what else the documents have for it: closed before it is
// opened again, deleted before it is restored.
import { isAction, otherActions } from '../plan/actions.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { sampleHeaders } from '../plan/prerequisite.js';
import type { Case } from '../plan/story.js';
import type { Exchange } from '../run.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import type { Conversation } from './conversation.js';

/** Whether a thing may only be in the wrong state for what a case asks. */
export function isOutOfState({ expect, meant, operation }: Case, { status }: HttpAnswer): boolean {
  return status === 409 && !expect.statuses.some((s) => s === '409' || s === '4XX') && isAction(meant ?? operation);
}

export const WRONG_STATE =
  'the documents refuse it (409) in some states, and nothing that the run tried brings one that lets it through';

/**
 * @param refused the refusal so far
 * @param evidence gets what led to the answer, which is no part of the case
 * @returns the answer to the request once the thing is in another state; the refusal where no state lets it through
 */
export async function inAnotherState(
  conversation: Conversation,
  one: Case,
  target: Entity,
  request: HttpRequest,
  refused: HttpAnswer,
  evidence: Exchange[],
): Promise<HttpAnswer> {
  let answer = refused;
  for (const way of conversation.world.told(target)?.made ? waysOf(conversation, one, target) : []) {
    const moved = await conversation.exchange(way, 'prepare', `${way.method} ${describeEntity(target)} first`);
    if (moved.status >= 300) continue;
    answer = await conversation.exchange(request, 'case', one.title);
    if (answer.status !== refused.status) break;
  }
  const said = conversation.exchanges.splice(0);
  evidence.push(...said.slice(0, -1).map((exchange) => ({ ...exchange, purpose: 'prepare' as const })));
  conversation.exchanges.push(...said.slice(-1));
  return answer;
}

/** Requests that may change the state of a thing: its other actions, last its removal. */
function waysOf(conversation: Conversation, one: Case, target: Entity): HttpRequest[] {
  const { session, world } = conversation;
  const { remove } = target.resource;
  const item = session.target + world.itemPath(target);
  const actions = otherActions(session.suite.model, one.meant ?? one.operation);
  const ways = [
    ...actions.map((way) => ({ way, url: `${item}/${way.segments.at(-1)?.text ?? ''}` })),
    ...(remove ? [{ way: remove, url: item }] : []),
  ];
  return ways.flatMap(({ way, url }) => {
    const request = conversation.filled(way, { method: way.op.method, url, headers: sampleHeaders(way) });
    return 'missing' in request ? [] : [request];
  });
}
