// The version of what a request is about (RFC 9110, section 8.8.3), and what a request says of it that can say none.
import type { Entity } from '../plan/entities.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Exchange } from '../run.js';
import { type HttpRequest, NoAnswer } from '../send/http.js';
import type { Conversation } from './conversation.js';
import { etagOf } from './etag.js';
import { Probe } from './probes/probe.js';
import { RateLimited } from './rate-limited.js';

const isCondition = (name: string): boolean => /^if-match$/i.test(name);

/** Whether a request names a version that the run has to know. */
export function namesVersion({ headers }: HttpRequest): boolean {
  return Object.entries(headers).some(([name, value]) => isCondition(name) && value !== '*');
}

/**
 * Where the answer to the create did not tell the version, a read does.
 *
 * @returns the exchanges that this took; what nobody answered leaves the version unknown
 */
export async function learnVersion(conversation: Conversation, one: Case, entity: Entity): Promise<Exchange[]> {
  try {
    const answer = await new Probe(conversation, one).read(entity);
    const etag = answer?.status === 200 ? etagOf(answer) : undefined;
    if (etag !== undefined) conversation.world.learn(entity, { etag });
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof RateLimited)) throw error;
  }
  return conversation.exchanges.splice(0);
}

/** What is not there has no version: a request that may do without one says none. */
export function withoutVersion({ op }: Operation, request: HttpRequest): HttpRequest {
  if (op.parameters.some((p) => p.in === 'header' && p.required && isCondition(p.name))) return request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name, value]) => value === '*' || !isCondition(name)),
  );
  return { ...request, headers };
}
