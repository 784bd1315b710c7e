// The request of a case as it is sent: with the names of the run, the version that it names, and its credentials.
import type { Entity } from '../plan/entities.js';
import type { Case } from '../plan/story.js';
import type { Subject } from '../plan/subject.js';
import type { Exchange } from '../run.js';
import type { HttpRequest } from '../send/http.js';
import { withVersion } from './body-version.js';
import { contentType, laidOut } from './content-type.js';
import type { Conversation } from './conversation.js';
import { learnVersion, namesVersion, withoutVersion } from './entity-version.js';
import { amongOthers, namedTags, otherEtag } from './etag.js';
import type { Known } from './known.js';
import { ofOwn } from './own-ids.js';
import { lookAtSingle, lookBefore } from './seen-before.js';

/**
 * The request as it is sent, and the ETag that its subject has before.
 *
 * @param evidence gets what led to it
 * @throws Unnamed
 */
export async function prepared(
  conversation: Conversation,
  one: Case,
  subject: Subject,
  evidence: Exchange[],
): Promise<{
  request: HttpRequest | { missing: string };
  etag: string | undefined;
}> {
  const { session, world } = conversation;
  keepVerbatim(conversation, one, subject);
  if (one.calledAs !== undefined && subject.target) callOtherwise(conversation, subject.target, one.calledAs);
  const operation = one.meant ?? one.operation;
  const planned = ofOwn(world, operation, subject, world.request(one));
  if ('missing' in planned) return { request: planned, etag: undefined };
  const { as } = one.account ?? {};
  if (as !== undefined) conversation.values.account = conversation.accounts.token(as);
  const absent = isAbsent(one, subject);
  const { target } = subject;
  const current =
    target && !absent
      ? await withVersion(conversation, one, { entity: target, operation, request: planned }, evidence)
      : planned;
  const withType: HttpRequest = { ...current, headers: contentType(one, current, operation, session.pasted) };
  if (operation.single) evidence.push(...(await lookAtSingle(conversation, operation)));
  if (target && !absent) evidence.push(...(await lookBefore(conversation, one, target)));
  const told = (): Readonly<Known> | undefined => subject.target && world.told(subject.target);
  if (subject.target && !absent && told() && !told()?.etag && namesVersion(withType))
    evidence.push(...(await learnVersion(conversation, one, subject.target)));
  const { etag, former } = told() ?? {};
  const sentTag = one.staleEtag ? (former ?? otherEtag(etag)) : one.amongEtags && etag ? amongOthers(etag) : etag;
  if (one.unlessEtag) {
    if (subject.target && !etag) evidence.push(...(await learnVersion(conversation, one, subject.target)));
    withType.headers['If-None-Match'] = namedTags(one.unlessEtag, told()?.etag ?? otherEtag(undefined));
  }
  const unversioned = sentTag === undefined && (absent || former !== undefined);
  const versioned = unversioned ? withoutVersion(operation, withType) : withType;
  const request = conversation.filled(operation, versioned, {
    // What is not there has no version: where one must be named, it is any.
    etag: sentTag ?? (absent ? otherEtag(undefined) : undefined),
    // The version that is sent is chosen already, whatever the documents have in its place.
    verbatim: one.unlessEtag ? [...(one.request.verbatim ?? []), 'If-None-Match'] : one.request.verbatim,
    auth: one.auth ?? (session.suite.commandsOnly || operation.op.docs.cases?.length ? 'documented' : undefined),
    ...(one.password ? { password: conversation.nearly(one.password) } : {}),
    ...(one.grant ? { refreshToken: conversation.grant(one.grant) } : {}),
  });
  return { request: 'url' in request ? laidOut(one, request) : request, etag };
}

function isAbsent({ absent = [] }: Case, { target }: Subject): boolean {
  return absent.some(({ id }) => id === target?.id);
}

/** From here on the story knows the entity by another's key, or by words that are no key. */
function callOtherwise({ world }: Conversation, entity: Entity, as: Entity | string): void {
  const keys = typeof as === 'string' ? [as, ...entity.keys.slice(1)] : world.keys(as);
  world.learn(entity, { keys });
}

/** A name that is sent as it stands in the documents is the thing's name, too. */
function keepVerbatim({ world }: Conversation, { expect, request }: Case, { after }: Subject): void {
  const { verbatim } = request;
  if (!after || !verbatim?.length || !['created', 'updated'].includes(expect.effect ?? '')) return;
  const kept = after.resource.keys.map((key) => key.property !== undefined && verbatim.includes(key.property));
  if (kept.includes(true))
    world.learn(after, { keys: world.keys(after).map((key, i) => (kept[i] ? (after.keys[i] ?? null) : key)) });
}
