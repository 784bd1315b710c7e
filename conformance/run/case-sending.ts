// Sends what a case is about: what creates goes through the journal, what changes is known by its new version and key.
import { setTimeout } from 'node:timers/promises';
import { describeEntity, type Entity } from '../plan/entities.js';
import { issuedBy } from '../plan/registration.js';
import type { Operation } from '../plan/resources.js';
import { OWN } from '../plan/spoken.js';
import type { Case } from '../plan/story.js';
import { methodOf, type Subject } from '../plan/subject.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { changeAtOnce, createAtOnce } from './at-once.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { etagOf } from './etag.js';
import { timeToChange } from './probes/date-probe.js';

/** The same request several times at the same moment. */
export async function sendAtOnce(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  { after }: Subject,
  request: HttpRequest,
): ReturnType<typeof changeAtOnce> {
  const creates = one.operation.op.method === 'POST' && after !== undefined;
  return creates
    ? createAtOnce(conversation, creations, one, after, request)
    : changeAtOnce(conversation, one, request);
}

/** So many milliseconds: servers that slow down whoever guesses count seconds. */
const MOMENT = 1_100;

/** A date of change cannot tell a change from the making of the thing in the same moment. */
async function untilDatesDiffer(conversation: Conversation, target: Entity, update: Operation): Promise<void> {
  const { made } = conversation.world.told(target) ?? {};
  if (!made) return;
  const at = made.at + timeToChange(conversation, target, update, made.answer);
  await setTimeout(Math.max(0, at - conversation.session.now()));
}

/** A create goes through the journal; so does one that should fail, in case a faulty server lets it pass. */
export async function sendCase(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  subject: Subject,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const { accounts } = conversation;
  const { change, register, remove } = conversation.session.suite.registration ?? {};
  const operation = one.meant ?? one.operation;
  if (operation === register?.operation && (one.account || !subject.after)) {
    const answer = await accounts.register(creations, request, 'case');
    accounts.keep(one.account?.registers ?? OWN, answer, register.issued);
    return answer;
  }
  if (one.later) await setTimeout(MOMENT, undefined, { signal: conversation.session.signal }).catch(() => {});
  if (one.dated && subject.target) await untilDatesDiffer(conversation, subject.target, one.operation);
  const follow = !one.expect.statuses.some((s) => s.startsWith('3'));
  const expected = one.expect.statuses.filter((s) => /^\d{3}$/.test(s)).map(Number);
  const { changes } = one.meant ?? one.operation;
  if (methodOf(one) === 'POST' && !changes && subject.bodyResource && subject.after && !subject.link)
    return creations.create(subject.after, describeEntity(subject.after), request, 'case');
  const put = methodOf(one) === 'PUT' && one.expect.effect === 'created' ? subject.target : undefined;
  const here = methodOf(one) === 'MKCOL' ? subject.after : put;
  if (here) return creations.create(here, describeEntity(here), request, 'case');
  if (subject.several) return creations.several(subject.several, request, one.title);
  const answer = await conversation.exchange(request, 'case', one.title, { follow, expected });
  if (one.account?.keeps !== undefined) accounts.keep(one.account.keeps, answer, issuedBy(operation));
  if (operation === change?.operation && answer.status < 300) accounts.changed(request);
  if (operation === remove && answer.status < 300) accounts.ended();
  if (one.expect.effect === 'updated' && subject.target && answer.status < 300) {
    if (subject.after && subject.after.id !== subject.target.id) creations.moved(subject.target, subject.after);
    else creations.renamed(subject.target, answer);
    if (subject.after) conversation.world.learn(subject.after, { etag: etagOf(answer) ?? null });
  }
  // An action leaves another version, which its answer need not tell.
  const acted = one.expect.effect === undefined && methodOf(one) === 'POST' && answer.status < 300;
  if (acted && subject.target && !conversation.session.suite.commandsOnly)
    conversation.world.learn(subject.target, { etag: null });
  const renamed = one.expect.effect === 'unchanged' && answer.status < 300 && methodOf(one) !== 'DELETE';
  if (renamed && subject.target && subject.after && subject.after.id !== subject.target.id)
    creations.perhapsRenamed(subject.after, request);
  return answer;
}
