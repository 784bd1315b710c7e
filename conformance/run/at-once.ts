// Sends a request several times at the same moment: one of them is carried out, whichever comes first.
import type { Finding } from '../assess/answer.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import type { Case } from '../plan/story.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { caseFinding } from './case-finding.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { withOwnKey } from './request-key.js';

/** Enough for two of them to meet. */
const TOGETHER = 4;

/** The answer to the first of them, and what is to be said of all. */
interface Together {
  answer: HttpAnswer;
  finding: Finding;
}

/** A create. */
export async function createAtOnce(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  entity: Entity,
  request: HttpRequest,
): Promise<Together> {
  const before = conversation.exchanges.length;
  const what = describeEntity(entity);
  // Its intent stands in the journal before any of them is sent.
  const own = creations.create(entity, what, request, 'case');
  const others = Array.from({ length: TOGETHER - 1 }, () =>
    conversation.exchange(withOwnKey(request, one.operation), 'probe', `create ${what} at the same moment`, {
      finish: true,
    }),
  );
  const { first, done } = await settled(conversation, before, [own, ...others]);
  if (done > 0 && (first.status === 'rejected' || first.value.status >= 300)) creations.found(entity);
  if (first.status === 'rejected') throw first.reason;
  const finding = caseFinding(
    one,
    'made-once',
    done === 1,
    `one of ${TOGETHER} requests at the same moment makes it`,
    `${done} of them did`,
  );
  return { answer: first.value, finding };
}

/** A change of one version, or a link. A server that is asked so much may refuse all of them. */
export async function changeAtOnce(conversation: Conversation, one: Case, request: HttpRequest): Promise<Together> {
  const before = conversation.exchanges.length;
  const sent = Array.from({ length: TOGETHER }, (_, i) =>
    conversation.exchange(
      withOwnKey(request, one.operation),
      i === 0 ? 'case' : 'probe',
      i === 0 ? one.title : 'the same at the same moment',
      {
        finish: true,
      },
    ),
  );
  const { first, done } = await settled(conversation, before, sent);
  if (first.status === 'rejected') throw first.reason;
  const wanted = `one of ${TOGETHER} requests at the same moment does it`;
  return { answer: first.value, finding: caseFinding(one, 'changed-once', done <= 1, wanted, `${done} of them did`) };
}

/** @param before exchanges that were there before them */
async function settled(
  conversation: Conversation,
  before: number,
  sent: Promise<HttpAnswer>[],
): Promise<{ first: PromiseSettledResult<HttpAnswer>; done: number }> {
  const all = await Promise.allSettled(sent);
  // They are recorded as their answers come: the case's own is looked for in front.
  const seen = conversation.exchanges.splice(before);
  conversation.exchanges.push(...seen.filter((e) => e.purpose === 'case'), ...seen.filter((e) => e.purpose !== 'case'));
  const done = all.filter((r) => r.status === 'fulfilled' && r.value.status < 300).length;
  return { first: all[0] as PromiseSettledResult<HttpAnswer>, done };
}
