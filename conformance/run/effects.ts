// The oracle's deeper layers: what was sent comes back, can be read again, is gone after a delete, is listed when linked.
import type { JsonValue } from '../../spec/contract/api.js';
import { afterLink } from '../plan/entities.js';
import { type Case, CONTRADICTED_LINK } from '../plan/story.js';
import type { Subject } from '../plan/subject.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { answerFindings, conditionalFindings } from './answer-effects.js';
import type { Conversation } from './conversation.js';
import { EntityProbe } from './entity-probe.js';
import { etagOf } from './etag.js';
import { sameAsRead } from './head-probe.js';
import { LinkProbe } from './link-probe.js';
import { PageProbe } from './page-probe.js';
import { partKept } from './part-probe.js';
import { type Placed, Probe } from './probe.js';
import { RefusalProbe } from './refusal-probe.js';
import { sentProperties } from './sent-properties.js';

/** Looks at the effect of a case whose status was right. */
export async function effectFindings(
  conversation: Conversation,
  one: Case,
  subject: Subject,
  request: HttpRequest,
  answer: HttpAnswer,
  value: JsonValue | undefined,
  etagBefore: string | undefined,
): Promise<Placed[]> {
  const sent = sentProperties(request, one.meant ?? one.operation);
  const found = [
    ...answerFindings(conversation.session.suite, one, subject, sent, value),
    ...conditionalFindings(one, sent, answer, value),
  ].map((finding): Placed => ({ finding, exchange: 0 }));
  const probe = new Probe(conversation, one);
  const entities = new EntityProbe(probe);
  const refusals = new RefusalProbe(probe);
  const links = new LinkProbe(probe);
  switch (one.expect.effect) {
    case 'created-or-refused':
    case 'created':
      if (answer.status >= 400) break;
      if (subject.after) await entities.created(subject.after, sent, answer);
      await links.navigated(subject);
      // Once for each command is enough.
      if (subject.after && one.kind === 'documented') await links.belongs(subject.after);
      break;
    case 'updated':
      if (subject.target)
        await entities.updated(subject.target, subject.after ?? subject.target, sent, etagBefore, answer);
      if (subject.after && one.about) await links.after(subject.after, one.about, 'update');
      break;
    case 'deleted':
      if (subject.target) await entities.gone(subject.target);
      break;
    case 'linked':
    case 'unlinked':
      if (subject.link?.to) {
        const there = one.expect.effect === 'linked';
        const ends = afterLink(conversation.session.suite.model, subject.link.from, subject.link.to, there);
        await links.link(ends.from, ends.to, there);
        // Where its own keys rule the link out, nobody can tell what it is called after that.
        const contradicted = one.relaxations.some(({ id }) => id === CONTRADICTED_LINK);
        if (!there && answer.status < 300 && !contradicted) await links.stays(ends.to);
      }
      break;
    case 'forgotten':
      if (one.about && subject.target) await links.forgotten(one.about, subject.target);
      break;
    case 'keeps-link':
      if (one.about && subject.target) await links.after(subject.target, one.about, 'update');
      break;
    case 'has-no-link':
      // It may have been kept: then it is refused, and has its links.
      if (!subject.after || answer.status >= 300) break;
      entities.madeAnew(subject.after);
      if (one.about) await links.after(subject.after, one.about, 'recreate');
      break;
    case 'kept':
      for (const entity of [subject.target, one.about]) if (entity) await links.stays(entity);
      break;
    case 'relinked': {
      const [next] = subject.referred;
      if (subject.link?.to && next && next.id !== subject.link.to.id)
        await links.relinked(subject.link.from, subject.link.to, next);
      break;
    }
    case 'not-created':
      if (subject.after) await refusals.notCreated(subject.after);
      break;
    case 'not-overwritten':
      if (subject.after) await refusals.asMade(subject.after);
      break;
    case 'unchanged':
      if (subject.target) await refusals.unchanged(subject.target, subject.after, sent);
      break;
    case 'part':
      await partKept(probe, request, sent);
      break;
    case 'opens-nothing':
      if (one.closed) await refusals.opensNothing(one.closed, answer);
      break;
    case 'listed':
    case 'not-listed':
      if (one.about) await entities.listed(one.about, value, one.expect.effect === 'listed');
      for (const entity of one.beside ?? [])
        if (conversation.world.told(entity)?.made) await entities.listed(entity, value, true);
      break;
    default:
      break;
  }
  if (one.expect.effect === 'updated' || one.expect.effect === 'deleted')
    for (const entity of one.beside ?? []) await entities.untouched(entity);
  for (const { name, entity } of one.list?.expanded ?? []) await entities.within(entity, value, name);
  if (one.own && answer.status < 300) await entities.keptOwn(one.own, subject.after, value);
  if (one.unlessEtag === 'current' && answer.status === 304)
    probe.addAtCase(
      'not-modified',
      etagOf(answer) !== undefined,
      'the ETag of the version (RFC 9110, 15.4.5)',
      etagOf(answer) ?? 'none',
    );
  if (request.method === 'HEAD') await sameAsRead(probe, request, answer);
  if (one.following) await new PageProbe(probe).next(one.following, request, answer);
  return [...found, ...probe.findings];
}
