// Brings a thing of the run into the state that an action asks for, by what else the documents have for it: closed before it is
// opened again, deleted before it is restored, opened before something is put into it.
import { setTimeout } from 'node:timers/promises';
import type { JsonValue } from '../../spec/contract/api.js';
import { actionsOn, isRefusable, otherActions, refusesStates, takesBack, turnsOn, undoneBy } from '../plan/actions.js';
import { speaksOf } from '../plan/called-like.js';
import { describeEntity, type Entity, entityOf } from '../plan/entities.js';
import { isMadeIn } from '../plan/lacking.js';
import { bodyText, sampleBody, sampleHeaders } from '../plan/prerequisite.js';
import { type Operation, successes } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Subject } from '../plan/subject.js';
import type { Exchange } from '../run.js';
import type { HttpAnswer } from '../send/http.js';
import type { Conversation } from './conversation.js';

/** The thing that may only be in the wrong state for what a case asks. */
export function refusedFor(
  conversation: Conversation,
  one: Case,
  { target, after, several, referred }: Subject,
  answer: HttpAnswer,
): Entity | undefined {
  if (!isUnexpected(one, answer)) return undefined;
  const operation = one.meant ?? one.operation;
  if (isRefusable(operation)) return target;
  if (target && isNotReady(target, operation)) return target;
  const meant = one.expect.statuses.some((status) => status.startsWith('2'));
  if (target && meant && isChangeOf(target, operation) && statesOf(conversation, target, operation)) return target;
  const creates = one.expect.effect === 'created' || operation.creates || operation.bulk;
  const made = operation.op.method === 'PUT' ? target : (after ?? several?.[0]);
  // A wrong request may be refused for the state, too, before anybody looks at what is wrong with it.
  const places = made?.parents ?? (target ? [...target.parents, target] : []);
  const held = creates ? heldBackBy(conversation, operation, places) : undefined;
  return held ?? (meant && operation.creates ? keptOutFor(conversation, operation, referred) : undefined);
}

/** What a create refers to and may be refused for: "409: A shipment is not paid". */
function keptOutFor({ session, world }: Conversation, { op }: Operation, referred: Entity[]): Entity | undefined {
  const refusal = op.responses.find(({ status }) => status === '409')?.description;
  return referred.find(
    (other) =>
      world.told(other)?.made &&
      speaksOf(refusal, other.resource) &&
      actionsOn(session.suite.model, other.resource.signature).length > 0,
  );
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
  return refusesStates(operation) && actionsOn(session.suite.model, resource.signature).length > 0;
}

/** A refusal for a state, where the case expects none. */
export function isUnexpected({ expect }: Case, { status }: HttpAnswer): boolean {
  return status === 409 && !expect.statuses.some((s) => s === '409' || s === '4XX');
}

/** What a create may be refused (409) for: the state of what it is made in, where the documents have actions on that. */
export function heldBackBy(
  { session, world }: Conversation,
  operation: Operation,
  places: readonly Entity[],
): Entity | undefined {
  if (!refusesStates(operation)) return undefined;
  return places.findLast(
    (place) => world.told(place)?.made && actionsOn(session.suite.model, place.resource.signature).length > 0,
  );
}

export const WRONG_STATE =
  'the documents refuse it (409) in some states, and nothing that the run tried brings one that lets it through';

/** The thing in whose state something is refused. */
interface Holding {
  conversation: Conversation;
  thing: Entity;
  /** Makes something, noted as all that a story makes; false where it was not made. */
  make: (entity: Entity, create: Operation) => Promise<boolean>;
}

/** What is refused there. */
export interface HeldBack extends Holding {
  operation: Operation;
}

export interface Held extends Holding {
  one: Case;
  /** The refused request once more. */
  send: () => Promise<HttpAnswer>;
}

/**
 * @param refused the refusal so far
 * @param evidence gets what led to the answer, which is no part of the case
 * @returns the answer to the request once the thing is in another state; the refusal where no state lets it through
 */
export async function inAnotherState(held: Held, refused: HttpAnswer, evidence: Exchange[]): Promise<HttpAnswer> {
  const { conversation, one, thing, send } = held;
  const operation = one.meant ?? one.operation;
  const answer = isNotReady(thing, operation)
    ? await awaited(send, refused)
    : await tried(waysOf(held), send, refused, takesBack(operation));
  const said = conversation.exchanges.splice(0);
  evidence.push(...said.slice(0, -1).map((exchange) => ({ ...exchange, purpose: 'prepare' as const })));
  conversation.exchanges.push(...said.slice(-1));
  return answer;
}

/** The answer to a create once what it is made in is in another state. */
export function onceReady(held: HeldBack, send: () => Promise<HttpAnswer>, refused: HttpAnswer): Promise<HttpAnswer> {
  return tried(waysInto(held), send, refused, false);
}

/** The answer to a removal once the thing is in another state. */
export function onceRemovable(
  conversation: Conversation,
  thing: Entity,
  send: () => Promise<HttpAnswer>,
  refused: HttpAnswer,
): Promise<HttpAnswer> {
  const actions = actionsOn(conversation.session.suite.model, thing.resource.signature);
  return tried(waysBy(conversation, thing, actions, 'clean'), send, refused, true);
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

/** Something that may bring a thing into another state; false where it was not done. */
type Way = () => Promise<boolean>;

/** @param gone whether the thing may be gone by then */
async function tried(
  ways: readonly Way[],
  send: () => Promise<HttpAnswer>,
  refused: HttpAnswer,
  gone: boolean,
): Promise<HttpAnswer> {
  let answer = refused;
  for (const way of ways) {
    if (!(await way())) continue;
    const next = await send();
    // What is gone by now tells nothing of its states, unless it should be taken back, or gone.
    if ((next.status === 404 || next.status === 410) && !gone) continue;
    answer = next;
    if (answer.status !== refused.status) break;
  }
  return answer;
}

/** What may change the state of a thing: its other actions, something in it, last its removal where it is no container. */
function waysOf(held: Held): Way[] {
  const { conversation, one, thing, make } = held;
  const { session, world } = conversation;
  if (!world.told(thing)?.made) return [];
  const operation = one.meant ?? one.operation;
  const { model } = session.suite;
  if (!isRefusable(operation)) return waysInto({ conversation, thing, make, operation });
  const { remove } = thing.resource;
  const others = otherActions(model, operation);
  const removals = remove ? [remove] : [];
  const undone = undoneBy(operation, others);
  if (undone.length > 0)
    return waysBy(conversation, thing, [...undone, ...others.filter((other) => !undone.includes(other))]);
  // Another action may bring it where it can't be removed.
  if (takesBack(operation)) return waysBy(conversation, thing, [...removals, ...others]);
  const [acting, removing] = [waysBy(conversation, thing, others), waysBy(conversation, thing, removals)];
  const filling = [...fillings({ conversation, thing, make, operation }), ...additions(conversation, thing, operation)];
  // What is empty may be refused, and the other actions, too: "A survey needs a question to be published".
  return [...acting, ...filling, ...(filling.length > 0 ? acting : []), ...removing];
}

/** Things in it, as the documents show them. */
function fillings({ conversation, thing, make, operation }: HeldBack): Way[] {
  const { resources } = conversation.session.suite.model;
  return resources
    .filter((other) => isMadeIn(other, thing.resource) && other.create !== operation)
    .slice(0, MOST_FILLINGS)
    .flatMap((other) => {
      const { create } = other;
      const sample = create?.judged ? sampleBody(create) : undefined;
      if (!create || !sample) return [];
      const keys = other.keys.map(({ property = '' }) => String(sample[property] ?? other.name));
      return [() => make(entityOf(other, keys, [...thing.parents, thing]), create)];
    });
}

/** What is added to it has no address of its own: `POST /orders/{id}/lines`, as the documents show it. */
function additions(conversation: Conversation, thing: Entity, operation: Operation): Way[] {
  const adding = turnsOn(conversation.session.suite.model, thing.resource.signature).filter(
    (other) => other !== operation && other.judged && sampleBody(other) && successes(other.op).includes('201'),
  );
  return adding.slice(0, MOST_FILLINGS).flatMap((other) => waysBy(conversation, thing, [other]));
}

const MOST_FILLINGS = 3;

/** What may let something be made in a thing: its actions; where they need something else in it, those once more with that. */
function waysInto(held: HeldBack): Way[] {
  const { conversation, thing } = held;
  const acting = waysBy(conversation, thing, actionsOn(conversation.session.suite.model, thing.resource.signature));
  const filling = acting.length > 0 ? fillings(held) : [];
  return [...acting, ...filling, ...(filling.length > 0 ? acting : [])];
}

function waysBy(
  conversation: Conversation,
  thing: Entity,
  operations: Operation[],
  purpose: Exchange['purpose'] = 'prepare',
): Way[] {
  const { session, world } = conversation;
  const item = session.target + world.itemPath(thing);
  return operations.flatMap((operation) => {
    const { text = '', variable } = operation.segments.at(-1) ?? {};
    const { method } = operation.op;
    const url = variable === undefined ? `${item}/${text}` : item;
    const sample = successes(operation.op).includes('201') ? sampleBody(operation) : undefined;
    const body = sample && bodyText(operation, world.json(sample) as JsonValue);
    const headers = sampleHeaders(operation);
    const request = conversation.filled(operation, { method, url, headers, ...(body === undefined ? {} : { body }) });
    if ('missing' in request) return [];
    return [
      async () =>
        (await conversation.exchange(request, purpose, `${method} ${describeEntity(thing)} first`)).status < 300,
    ];
  });
}
