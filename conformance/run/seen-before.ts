// Looks at a thing in front of a change: where the server gives the key, or there is but one, nothing else tells its state.
import type { Entity } from '../plan/entities.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Exchange } from '../run.js';
import { NoAnswer } from '../send/http.js';
import type { Conversation } from './conversation.js';
import { jsonBody, Probe } from './probes/probe.js';
import { RateLimited } from './rate-limited.js';
import { readSingle } from './singles.js';

/** @returns the exchanges that this took */
export async function lookAtSingle(conversation: Conversation, operation: Operation): Promise<Exchange[]> {
  try {
    const now = await readSingle(conversation, operation, 'prepare');
    if (typeof now !== 'string') conversation.singlesBefore.set(operation.signature, now);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
  return conversation.exchanges.splice(0);
}

/** @returns the exchanges that this took */
export async function lookBefore(conversation: Conversation, one: Case, entity: Entity): Promise<Exchange[]> {
  const { session, world, seenBefore } = conversation;
  seenBefore.delete(entity.id);
  const keyless = entity.resource.keys[0]?.property === undefined && !session.suite.commandsOnly;
  if (one.expect.effect !== 'unchanged' || !keyless || !world.told(entity)?.made) return [];
  try {
    const answer = await new Probe(conversation, one).read(entity, 'own');
    const value = answer?.status === 200 ? jsonBody(answer) : undefined;
    if (value !== undefined) seenBefore.set(entity.id, value);
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof RateLimited)) throw error;
  }
  return conversation.exchanges.splice(0);
}
