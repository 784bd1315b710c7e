// The oracle's deeper layers: what was sent comes back, can be read again, is gone after a delete, is listed when linked.
import type { JsonValue } from '../../../spec/contract/api.js';
import { deletionMark, isSet } from '../../assess/marked-gone.js';
import { isTelling } from '../../plan/actions.js';
import { afterLink } from '../../plan/after-link.js';
import { OF_RUN } from '../../plan/bulk.js';
import { type Case, CONTRADICTED_LINK, type Expectation } from '../../plan/story.js';
import type { Subject } from '../../plan/subject.js';
import type { HttpAnswer, HttpRequest } from '../../send/http.js';
import type { Conversation } from '../conversation.js';
import { acted } from './action-probe.js';
import { cameAlong } from './along-probe.js';
import { answerFindings, conditionalFindings } from './answer-effects.js';
import { AskedProbe } from './asked-probe.js';
import { noneMade, severalMade } from './bulk-probe.js';
import { counted, lengthened } from './count-probe.js';
import { EntityProbe } from './entity-probe.js';
import { unchangedTag } from './etag-probe.js';
import { foundByFilter, foundByMoment } from './filter-probe.js';
import { grantsHidden, grantsShown } from './grants-probe.js';
import { sameAsRead } from './head-probe.js';
import { LinkProbe } from './link-probe.js';
import { MembershipProbe } from './membership-probe.js';
import { PageProbe } from './page-probe.js';
import { partKept } from './part-probe.js';
import { type Placed, Probe } from './probe.js';
import { RefusalProbe } from './refusal-probe.js';
import { severalGone } from './removal-probe.js';
import { resultThere } from './result-probe.js';
import { sentProperties } from './sent-properties.js';
import { sameSingle, setSingle } from './single-probe.js';

/** A case whose status was right, with what was sent and what came. */
interface Answered {
  conversation: Conversation;
  one: Case;
  subject: Subject;
  request: HttpRequest;
  answer: HttpAnswer;
  /** The answer's body as JSON. */
  value: JsonValue | undefined;
  /** The version of the target in front of the request. */
  etagBefore: string | undefined;
}

/** What the looks at one case share. */
interface Look extends Answered {
  sent: Record<string, unknown>;
  probe: Probe;
  entities: EntityProbe;
  refusals: RefusalProbe;
  links: LinkProbe;
}

/** Of what is only `made`, others look whether it came about. */
type Effect = Exclude<NonNullable<Expectation['effect']>, 'made'>;

/** Looks at the effect of a case whose status was right. */
export async function effectFindings(answered: Answered): Promise<Placed[]> {
  const { conversation, one, subject, request, answer, value } = answered;
  const sent = sentProperties(request, one.meant ?? one.operation);
  const refused = answer.status >= 400 && !one.expect.error;
  const found = [
    ...(refused ? [] : answerFindings(conversation.session.suite, one, subject, sent, value)),
    ...conditionalFindings(one, sent, answer, value),
  ].map((finding): Placed => ({ finding, exchange: 0 }));
  const probe = new Probe(conversation, one);
  const entities = new EntityProbe(probe);
  const look = { ...answered, sent, probe, entities, refusals: new RefusalProbe(probe), links: new LinkProbe(probe) };
  const { effect } = one.expect;
  if (effect && effect !== 'made') await LOOKS[effect](look);
  await lookAround(look);
  return [...found, ...probe.findings];
}

/** How each effect is looked for. */
const LOOKS: Record<Effect, (look: Look) => Promise<void>> = {
  created,
  async 'created-or-refused'(look) {
    await created(look);
    if (look.answer.status < 400 && look.subject.after) await foundByFilter(look.probe, look.subject.after);
  },
  async updated({ one, subject, sent, etagBefore, answer, probe, entities, links }) {
    if (answer.status >= 400) return;
    const { target, after } = subject;
    if (target) await entities.updated(target, after ?? target, sent, etagBefore, answer);
    if (after && one.about) await links.after(after, one.about, 'update');
    if (one.along) await cameAlong(probe, links, one.along.before, one.along.after);
  },
  set: ({ one, sent, value, probe }) => setSingle(probe, one, sent, value),
  async deleted({ subject, entities }) {
    if (subject.target) await entities.gone(subject.target);
  },
  linked: (look) => linked(look, true),
  unlinked: (look) => linked(look, false),
  joined: ({ one, subject, probe, entities, links }) =>
    new MembershipProbe(probe, entities, links).member(subject, true, one.about),
  parted: ({ one, subject, probe, entities, links }) =>
    new MembershipProbe(probe, entities, links).member(subject, false, one.about),
  async forgotten({ one, subject, links }) {
    if (one.about && subject.target) await links.forgotten(one.about, subject.target);
  },
  async 'keeps-link'({ one, subject, links }) {
    const by = subject.link?.from ?? subject.target;
    if (one.about && by) await links.after(by, one.about, 'update');
  },
  async 'has-no-link'({ one, subject, answer, entities, links }) {
    // It may have been kept: then it is refused, and has its links.
    if (!subject.after || answer.status >= 300) return;
    entities.madeAnew(subject.after);
    if (one.about) await links.after(subject.after, one.about, 'recreate');
  },
  async kept({ one, subject, links }) {
    for (const entity of [subject.target, one.about]) if (entity) await links.stays(entity);
  },
  async relinked({ one, subject: { link, referred }, links }) {
    const [next] = referred;
    if (link?.to && next && next.id !== link.to.id) await links.relinked(link.from, link.to, next);
    if (link && one.about) await links.after(link.from, one.about, 'update');
  },
  async 'not-created'({ subject, refusals }) {
    if (subject.after) await refusals.notCreated(subject.after);
  },
  async 'not-overwritten'({ subject, refusals, links }) {
    if (!subject.after) return;
    await refusals.asMade(subject.after);
    await links.navigated(subject, false);
  },
  async unchanged({ one, subject, sent, probe, refusals }) {
    if (one.operation.single) await sameSingle(probe, one);
    if (subject.target) await refusals.unchanged(subject.target, subject.after, sent);
  },
  part: ({ probe, request, sent }) => partKept(probe, request, sent),
  async 'opens-nothing'({ one, answer, refusals }) {
    if (one.closed) await refusals.opensNothing(one.closed, answer);
  },
  'shows-grants': async ({ conversation, one, answer, probe }) => grantsShown(probe, conversation, one, answer),
  'hides-grants': async ({ conversation, one, answer, probe }) => grantsHidden(probe, conversation, one, answer),
  listed: (look) => listed(look, true),
  'not-listed': (look) => listed(look, false),
};

async function created({ one, subject, sent, answer, entities, links }: Look): Promise<void> {
  if (answer.status >= 400) return;
  if (subject.after) await entities.created(subject.after, sent, answer);
  await links.navigated(subject);
  // Once for each command is enough.
  if (subject.after && one.kind === 'documented') await links.belongs(subject.after);
}

async function linked({ conversation, one, subject, answer, links }: Look, there: boolean): Promise<void> {
  if (!subject.link?.to) return;
  const ends = afterLink(conversation.session.suite.model, subject.link.from, subject.link.to, there);
  await links.link(ends.from, ends.to, there);
  // Where its own keys rule the link out, nobody can tell what it is called after that.
  const contradicted = one.relaxations.some(({ id }) => id === CONTRADICTED_LINK);
  if (!there && answer.status < 300 && !contradicted) await links.stays(ends.to);
}

async function listed({ conversation, one, value, entities, probe }: Look, there: boolean): Promise<void> {
  const entry = one.about && (await entities.listed(one.about, value, there));
  if (entry && there && one.about) await foundByMoment(probe, one.about, entry);
  // What was deleted, and is listed because that was asked for.
  const mark =
    entry && there && one.absent?.some(({ id }) => id === one.about?.id) && deletionMark(entry, one.operation);
  if (mark)
    probe.add('marked', isSet(entry[mark]), `${mark} of what was deleted`, JSON.stringify(entry[mark]) ?? 'absent');
  for (const entity of one.beside ?? [])
    if (conversation.world.told(entity)?.made) await entities.listed(entity, value, true);
}

/** With the keys of the run where documented ones stand for them. */
function asSent(own: Record<string, JsonValue>, sent: Record<string, unknown>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, (sent[name] ?? value) as JsonValue]));
}

/** What holds beside the effect: of other entities, of versions, of the pages of a list. */
async function lookAround({ one, subject, request, answer, value, sent, probe, entities }: Look): Promise<void> {
  if (one.expect.effect === 'updated' || one.expect.effect === 'deleted')
    for (const entity of one.beside ?? []) await entities.untouched(entity);
  for (const { name, entity } of one.list?.expanded ?? []) await entities.within(entity, value, name);
  if (one.own && answer.status < 300)
    await entities.keptOwn(asSent(one.own, sent), subject.after ?? subject.target, value);
  if (one.unlessEtag === 'current' && answer.status === 304)
    await unchangedTag(probe, subject.target, answer, !one.expect.statuses.includes('200'));
  if (subject.target && answer.status < 300 && isTelling(one.meant ?? one.operation))
    await acted(probe, subject.target);
  if (subject.several && answer.status < 300 && !one.expect.error) await severalMade(probe, subject, request, value);
  if (request.body && one.request.body?.includes(OF_RUN) && answer.status >= 400)
    await noneMade(probe, subject, request);
  if (subject.removed && answer.status < 300 && one.expect.statuses.every((status) => status.startsWith('2')))
    await severalGone(probe, entities, subject, value);
  if (request.method === 'HEAD') await sameAsRead(probe, request, answer);
  if (one.counts && answer.status === 200) counted(probe, one.counts, value);
  if (one.awaits?.link !== undefined && answer.status === 200) await resultThere(probe, one.awaits.link, value);
  if (one.lengthens && answer.status === 200) lengthened(probe, one.lengthens, value);
  if (one.asks && answer.status < 300) await new AskedProbe(probe, request, one.asks).look(one.asks);
  if (one.following) await new PageProbe(probe).next(one.following, request, answer);
}
