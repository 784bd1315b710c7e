// The version that an update names in its body: the one that the thing has when it is sent, or the one before that.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { objectsWith } from '../assess/entity-in.js';
import { parseBody } from '../plan/body.js';
import type { Entity } from '../plan/entities.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Exchange } from '../run.js';
import { type HttpRequest, NoAnswer } from '../send/http.js';
import type { Conversation } from './conversation.js';
import { jsonBody, Probe } from './probes/probe.js';
import { RateLimited } from './rate-limited.js';

/** The versions that a read has shown of an entity. */
export interface Versions {
  now: JsonValue;
  former?: JsonValue;
}

/**
 * The request with the version in it. What nobody answers leaves what the documents show.
 *
 * @param evidence gets the read that tells the version
 */
export async function withVersion(
  conversation: Conversation,
  one: Case,
  { entity, operation, request }: { entity: Entity; operation: Operation; request: HttpRequest },
  evidence: Exchange[],
): Promise<HttpRequest> {
  const { version } = operation;
  const body = parseBody(request.body);
  if (!version || one.request.verbatim?.includes(version.sent)) return request;
  if (body.kind !== 'json' || !isObject<JsonValue>(body.value) || !Object.hasOwn(body.value, version.sent))
    return request;
  await learn(conversation, one, entity, version.shown);
  evidence.push(...conversation.exchanges.splice(0));
  const { now, former } = conversation.versions.get(entity.id) ?? {};
  const value = one.staleVersion ? (former ?? other(now)) : now;
  if (value === undefined) return request;
  return { ...request, body: JSON.stringify({ ...body.value, [version.sent]: value }) };
}

async function learn(conversation: Conversation, one: Case, entity: Entity, shown: string): Promise<void> {
  try {
    const answer = await new Probe(conversation, one).read(entity);
    const value = answer?.status === 200 ? jsonBody(answer) : undefined;
    const found = objectsWith(value, [shown])[0]?.[shown];
    const known = conversation.versions.get(entity.id);
    if (found === undefined || found === null || found === known?.now) return;
    conversation.versions.set(entity.id, { now: found, ...(known ? { former: known.now } : {}) });
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof RateLimited)) throw error;
  }
}

/** A number that it has not reached yet. */
function other(now: JsonValue | undefined): JsonValue | undefined {
  return typeof now === 'number' ? now + 1 : undefined;
}
