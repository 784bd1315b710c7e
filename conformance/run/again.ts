// Sends what has just made something once more, with the same key: it makes nothing else.
import { isObject } from '../../spec/is-object.js';
import { documentedResponse, type Finding, statusMatches } from '../assess/answer.js';
import { isOfReplays } from '../assess/replayed.js';
import type { Entity } from '../plan/entities.js';
import { makesIdempotent } from '../plan/request-keys.js';
import type { Case } from '../plan/story.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { says } from '../told/told.js';
import { caseFinding } from './case-finding.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { locationKeys } from './removal.js';

/** The request that was sent, what came back, and what it made. */
interface Sent {
  request: HttpRequest;
  first: HttpAnswer;
  entity: Entity;
}

export async function sentAgain(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  { request, first, entity }: Sent,
): Promise<Finding[]> {
  const other = typeof one.again === 'object' ? one.again : undefined;
  const repeated = other ? changed(request, other.otherwise) : request;
  const title = `the same key with ${other ? `another ${other.otherwise}` : 'the same request'}`;
  const again = await conversation.exchange(repeated, 'probe', title, { finish: true });
  const made = madeOnce(conversation, creations, one, entity, [first, again]);
  if (!other) return [...(made ? [made] : []), ...replayed(one, first, again)];
  const ok = other.statuses.some((status) => statusMatches(status, again.status));
  const want = `${other.statuses.join(' or ')}, the key is that of another request`;
  return [caseFinding(one, 'key-of-one', ok, want, String(again.status))];
}

/** @returns nothing where the answers do not tell what they made */
function madeOnce(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  entity: Entity,
  answers: [HttpAnswer, HttpAnswer],
): Finding | undefined {
  const [made, other] = answers.map((answer) =>
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
  const actual = same ? `${is}` : `another one, ${is}`;
  return caseFinding(one, 'made-once', same, `${was}, which the first request made`, actual);
}

/** Where the documents say that the first answer comes again, it does, with the headers that only such an answer has. */
function replayed(one: Case, first: HttpAnswer, again: HttpAnswer): Finding[] {
  const { op } = one.operation;
  const key = op.parameters.find((p) => p.in === 'header' && makesIdempotent(p.name));
  if (!says(`${key?.description ?? ''}\n${op.description ?? ''}`, 'replays')) return [];
  const ok = again.status >= 200 && again.status < 300;
  const status = caseFinding(one, 'replayed', ok, `${first.status}, as the first time`, String(again.status));
  const headers = (documentedResponse(op, first.status)?.headers ?? []).filter(isOfReplays);
  return [
    status,
    ...headers.map(({ name }) => {
      const value = headerOf(again.headers, name.toLowerCase());
      return caseFinding(one, `header/${name}`, value !== undefined, 'present the second time', value ?? 'absent');
    }),
  ];
}

/** The same with another value of one field: a text with another end, the other truth, or one more. */
function changed(request: HttpRequest, field: string): HttpRequest {
  const body: unknown = JSON.parse(request.body ?? '{}');
  return isObject(body) ? { ...request, body: JSON.stringify({ ...body, [field]: otherThan(body[field]) }) } : request;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/.?$/u, (end) => (end === 'x' ? 'y' : 'x'));
  return typeof value === 'number' ? value + 1 : value !== true;
}
