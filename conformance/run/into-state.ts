// Brings a thing of the run into the state that an action asks for, by what else the documents have for it: closed before it is
// opened again, deleted before it is restored, opened before something is put into it.
import { setTimeout } from 'node:timers/promises';
import { actionsOn, isRefusable, otherActions, takesBack } from '../plan/actions.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { bodyText, sampleBody, sampleHeaders } from '../plan/prerequisite.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Subject } from '../plan/subject.js';
import type { Exchange } from '../run.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import type { Conversation } from './conversation.js';

/** The thing that may only be in the wrong state for what a case asks. */
export function refusedFor(
  conversation: Conversation,
  one: Case,
  { target, after }: Subject,
  answer: HttpAnswer,
): Entity | undefined {
  if (!isUnexpected(one, answer)) return undefined;
  const operation = one.meant ?? one.operation;
  if (isRefusable(operation)) return target;
  if (target && isNotReady(target, operation)) return target;
  const meant = one.expect.statuses.some((status) => status.startsWith('2'));
  if (target && meant && isChangeOf(target, operation) && statesOf(conversation, target, operation)) return target;
  const made = operation.op.method === 'PUT' ? target : after;
  return made && one.expect.effect === 'created' ? heldBackBy(conversation, operation, made) : undefined;
}

/** What is asked of something that is made in the background: `GET /reports/{id}/file`. */
function isNotReady({ resource }: Entity, { op }: Operation): boolean {
  const started = resource.create?.op.responses.some(({ status }) => status === '202') === true;
  return op.method === 'GET' && started && op.responses.some(({ status }) => status === '409');
}

/** A removal or a change of the thing itself. */
function isChangeOf({ resource }: Entity, operation: Operation): boolean {
  return resource.remove === operation || (resource.updates.includes(operation) && resource.create !== operation);
}

/** Whether the documents have a refusal for it, and actions that may bring the thing into another state. */
function statesOf({ session }: Conversation, { resource }: Entity, operation: Operation): boolean {
  const documented = operation.op.responses.some(({ status }) => status === '409');
  return documented && actionsOn(session.suite.model, resource.signature).length > 0;
}

/** A refusal for a state, where the case expects none. */
export function isUnexpected({ expect }: Case, { status }: HttpAnswer): boolean {
  return status === 409 && !expect.statuses.some((s) => s === '409' || s === '4XX');
}

/** What a create may be refused (409) for: the state of what it is made in, where the documents have actions on that. */
export function heldBackBy({ session, world }: Conversation, operation: Operation, entity: Entity): Entity | undefined {
  if (!operation.op.responses.some(({ status }) => status === '409')) return undefined;
  return entity.parents.findLast(
    (parent) => world.told(parent)?.made && actionsOn(session.suite.model, parent.resource.signature).length > 0,
  );
}

export const WRONG_STATE =
  'the documents refuse it (409) in some states, and nothing that the run tried brings one that lets it through';

/**
 * @param send the refused request once more
 * @param refused the refusal so far
 * @param evidence gets what led to the answer, which is no part of the case
 * @returns the answer to the request once the thing is in another state; the refusal where no state lets it through
 */
export async function inAnotherState(
  conversation: Conversation,
  one: Case,
  thing: Entity,
  send: () => Promise<HttpAnswer>,
  refused: HttpAnswer,
  evidence: Exchange[],
): Promise<HttpAnswer> {
  const operation = one.meant ?? one.operation;
  const gone = takesBack(operation);
  const answer = isNotReady(thing, operation)
    ? await awaited(send, refused)
    : await tried(conversation, thing, waysOf(conversation, one, thing), send, refused, { gone });
  const said = conversation.exchanges.splice(0);
  evidence.push(...said.slice(0, -1).map((exchange) => ({ ...exchange, purpose: 'prepare' as const })));
  conversation.exchanges.push(...said.slice(-1));
  return answer;
}

/** The answer to a create once what it is made in is in another state, or to a removal once the thing itself is. */
export function onceInAnotherState(
  conversation: Conversation,
  thing: Entity,
  send: () => Promise<HttpAnswer>,
  refused: HttpAnswer,
  purpose: Exchange['purpose'] = 'prepare',
): Promise<HttpAnswer> {
  const actions = actionsOn(conversation.session.suite.model, thing.resource.signature);
  const gone = purpose === 'clean';
  return tried(conversation, thing, requestsOf(conversation, thing, actions), send, refused, { purpose, gone });
}

/** So many milliseconds apart a job is asked again, as often at most. */
const PAUSE = 250;
const TRIES = 16;

async function awaited(send: () => Promise<HttpAnswer>, refused: HttpAnswer): Promise<HttpAnswer> {
  let answer = refused;
  for (let i = 0; i < TRIES && answer.status === refused.status; i++) {
    await setTimeout(PAUSE);
    answer = await send();
  }
  return answer;
}

async function tried(
  conversation: Conversation,
  thing: Entity,
  ways: HttpRequest[],
  send: () => Promise<HttpAnswer>,
  refused: HttpAnswer,
  { purpose = 'prepare', gone }: { purpose?: Exchange['purpose']; gone: boolean },
): Promise<HttpAnswer> {
  let answer = refused;
  for (const way of ways) {
    const moved = await conversation.exchange(way, purpose, `${way.method} ${describeEntity(thing)} first`);
    if (moved.status >= 300) continue;
    const next = await send();
    // What is gone by now tells nothing of its states, unless it should be taken back, or gone.
    if ((next.status === 404 || next.status === 410) && !gone) continue;
    answer = next;
    if (answer.status !== refused.status) break;
  }
  return answer;
}

/** Requests that may change the state of a thing: its other actions, last its removal where it is no container. */
function waysOf(conversation: Conversation, one: Case, thing: Entity): HttpRequest[] {
  const { session, world } = conversation;
  if (!world.told(thing)?.made) return [];
  const operation = one.meant ?? one.operation;
  const { model } = session.suite;
  if (!isRefusable(operation)) return requestsOf(conversation, thing, actionsOn(model, thing.resource.signature));
  const { remove } = thing.resource;
  const others = otherActions(model, operation);
  const removals = remove ? [remove] : [];
  // Another action may bring it where it can't be removed.
  if (takesBack(operation)) return requestsOf(conversation, thing, [...removals, ...others]);
  const [acting, removing] = [requestsOf(conversation, thing, others), requestsOf(conversation, thing, removals)];
  const filling = fillings(conversation, thing);
  // What is empty may be refused, and the other actions, too: "A survey needs a question to be published".
  return [...acting, ...filling, ...(filling.length > 0 ? acting : []), ...removing];
}

/** Requests that put something into a thing, as the documents show it; it goes with the thing. */
function fillings(conversation: Conversation, thing: Entity): HttpRequest[] {
  const { session, world } = conversation;
  const place = thing.resource.signature;
  const creates = session.suite.model.operations.filter(
    (o) =>
      o.creates && o.op.method === 'POST' && o.judged && o.signature.slice(0, o.signature.lastIndexOf('/')) === place,
  );
  return creates.slice(0, MOST_FILLINGS).flatMap((create) => {
    const sample = sampleBody(create);
    const body = sample && bodyText(create, sample);
    const last = create.segments.at(-1)?.text;
    if (body === undefined || last === undefined) return [];
    const url = `${session.target}${world.itemPath(thing)}/${last}`;
    const request = conversation.filled(create, { method: 'POST', url, headers: sampleHeaders(create), body });
    return 'missing' in request ? [] : [request];
  });
}

const MOST_FILLINGS = 3;

function requestsOf(conversation: Conversation, thing: Entity, ways: Operation[]): HttpRequest[] {
  const { session, world } = conversation;
  const item = session.target + world.itemPath(thing);
  return ways.flatMap((way) => {
    const { text = '', variable } = way.segments.at(-1) ?? {};
    const url = variable === undefined ? `${item}/${text}` : item;
    const request = conversation.filled(way, { method: way.op.method, url, headers: sampleHeaders(way) });
    return 'missing' in request ? [] : [request];
  });
}
