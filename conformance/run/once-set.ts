// A part of a thing that nothing has set yet (`GET /films/{id}/poster`): the documented PUT of its address comes first.
import type { JsonValue } from '../../spec/contract/api.js';
import { bodyText, sampleBody, sampleHeaders } from '../plan/prerequisite.js';
import type { Operation } from '../plan/resources.js';
import { withFiles } from '../plan/sent-files.js';
import type { Case } from '../plan/story.js';
import type { Subject } from '../plan/subject.js';
import type { Exchange } from '../run.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import type { Conversation } from './conversation.js';

export const NOT_SET = 'nothing has set it, and the run cannot send what sets it';

/** What sets the part that a case finds missing, where the thing that it is of is one of the run. */
export function setterOf(
  { session, world }: Conversation,
  one: Case,
  { target }: Subject,
  { status }: HttpAnswer,
): Operation | undefined {
  const { op, segments, signature } = one.meant ?? one.operation;
  const meant = one.expect.statuses.some((expected) => expected.startsWith('2'));
  const [last, of] = [segments.at(-1), segments.at(-2)];
  const isPart = last !== undefined && last.variable === undefined && !last.keys && of?.variable !== undefined;
  if (status !== 404 || !meant || !isPart || !['GET', 'DELETE'].includes(op.method)) return undefined;
  if (!target || !world.told(target)?.made) return undefined;
  return session.suite.model.at('PUT', signature)[0];
}

/**
 * @param evidence gets what led to the answer, which is no part of the case
 * @returns the answer once it is set; undefined where it could not be
 */
export async function onceSet(
  conversation: Conversation,
  setter: Operation,
  { url }: HttpRequest,
  send: () => Promise<HttpAnswer>,
  evidence: Exchange[],
): Promise<HttpAnswer | undefined> {
  const body = bodyOf(conversation, setter);
  if (body === undefined) return undefined;
  const [address = url] = url.split('?');
  const sent = { method: 'PUT', url: address, headers: sampleHeaders(setter), body };
  const request = conversation.filled(setter, sent);
  if ('missing' in request) return undefined;
  const set = await conversation.exchange(request, 'prepare', `PUT ${setter.segments.at(-1)?.text} first`);
  const answer = set.status < 300 ? await send() : undefined;
  const said = conversation.exchanges.splice(0);
  evidence.push(...said.slice(0, -1).map((exchange) => ({ ...exchange, purpose: 'prepare' as const })));
  conversation.exchanges.push(...said.slice(-1));
  return answer;
}

/** As its first command has it, with the files of that where they are at hand, else as its example. */
function bodyOf({ session }: Conversation, setter: Operation): string | undefined {
  const shown = setter.op.docs.cases?.[0]?.request;
  if (shown?.files) return withFiles(shown, session.suite.files)?.body;
  const sample = sampleBody(setter);
  return sample ? bodyText(setter, sample as JsonValue) : shown?.body;
}
