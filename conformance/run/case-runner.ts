// Sends one case, assesses the answer, then looks whether the effect really came about.
import { setTimeout } from 'node:timers/promises';
import type { Api, ApiResponse, JsonValue } from '../../spec/contract/api.js';
import { assessAnswer, documentedResponse, type Finding, statusMatches } from '../assess/answer.js';
import { listFindings } from '../assess/list-answer.js';
import { protocolFindings } from '../assess/protocol.js';
import { UnusableSchema } from '../assess/schemas.js';
import { describeEntity, type Entity } from '../plan/entities.js';
import { bodySchema } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import { methodOf, type Subject, type Suite, subjectOf } from '../plan/subject.js';
import type { Assertion, CaseResult, Exchange } from '../run.js';
import { type HttpAnswer, type HttpRequest, NoAnswer } from '../send/http.js';
import { changeAtOnce, createAtOnce } from './at-once.js';
import { contentType } from './content-type.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { APART } from './date-probe.js';
import { effectFindings } from './effects.js';
import { learnVersion, namesVersion, withoutVersion } from './entity-version.js';
import { etagOf } from './etag.js';
import { causeOutside } from './no-answer-cause.js';
import { notRun } from './not-run.js';
import { RateLimited } from './rate-limited.js';
import { NOT_CREATED } from './refusal-probe.js';
import type { Known } from './world.js';

/** @param evidence exchanges that prepared it */
export async function runCase(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  evidence: Exchange[],
): Promise<CaseResult> {
  const { session } = conversation;
  const started = session.now();
  const subject = subjectOf(session.suite, one);
  keepVerbatim(conversation, one, subject);
  if (one.calledAs !== undefined && subject.target) callOtherwise(conversation, subject.target, one.calledAs);
  const planned = conversation.world.request(one);
  const operation = one.meant ?? one.operation;
  const withType: HttpRequest = { ...planned, headers: contentType(planned, operation, session.pasted) };
  const absent = isAbsent(one, subject);
  const told = (): Readonly<Known> | undefined => subject.target && conversation.world.told(subject.target);
  if (subject.target && !absent && told() && !told()?.etag && namesVersion(withType))
    evidence.push(...(await learnVersion(conversation, one, subject.target)));
  const { etag, former } = told() ?? {};
  const sentTag = one.staleEtag ? (former ?? otherEtag(etag)) : etag;
  if (one.unlessEtag) {
    if (subject.target && !etag) evidence.push(...(await learnVersion(conversation, one, subject.target)));
    const now = told()?.etag ?? otherEtag(undefined);
    withType.headers['If-None-Match'] = one.unlessEtag === 'current' ? now : otherEtag(now);
  }
  const versioned = sentTag === undefined && absent ? withoutVersion(operation, withType) : withType;
  const request = conversation.filled(operation, versioned, {
    etag: sentTag,
    verbatim: one.request.verbatim,
    auth: one.auth ?? (session.suite.commandsOnly || operation.op.docs.cases?.length ? 'documented' : undefined),
    ...(one.password ? { password: conversation.nearly(one.password) } : {}),
    ...(one.grant ? { refreshToken: conversation.grant(one.grant) } : {}),
  });
  if ('missing' in request) return { ...notRun(one, 'untested', request.missing), exchanges: evidence };

  const findings: { finding: Finding; exchange: number }[] = [];
  const relaxations = [...one.relaxations];
  let outcome: CaseResult['outcome'] | undefined;
  let reason: string | undefined;
  try {
    const twins = one.atOnce ? await sendAtOnce(conversation, creations, one, subject, request) : undefined;
    const answer = twins?.answer ?? (await sendCase(conversation, creations, one, subject, request));
    if (answer.status === 429 && !one.expect.statuses.includes('429')) throw new RateLimited();
    const assessment = assessAnswer(answer, {
      api: one.operation.api,
      op: one.operation.op,
      request,
      ...(one.meant ? { meant: one.meant.op } : {}),
      expect: one.expect,
      level: one.level,
      nullable: () => nullableOf(session.suite, one, subject),
      ...(one.source ? { source: one.source } : {}),
      validator: session.validator(one.operation.op),
    });
    const at = evidence.length;
    if (twins) findings.push({ finding: twins.finding, exchange: at });
    findings.push(...assessment.findings.map((finding) => ({ finding, exchange: at })));
    relaxations.push(...assessment.relaxations);
    const documented = documentedResponse(one.operation.op, answer.status);
    const protocol = protocolFindings({
      request,
      answer,
      value: assessment.value,
      httpScheme: one.operation.op.security
        .flat()
        .some((name) => one.operation.api.securitySchemes[name]?.type === 'http'),
      password: session.password,
      token: (one.meant ?? one.operation) === session.suite.tokenEndpoint,
      bearer: byBearer(one.operation.api),
      etag: documented?.headers.some(({ name }) => name.toLowerCase() === 'etag') ?? false,
      samples: documented ? samplesOf(documented) : [],
      level: one.level,
      ...(one.source ? { source: one.source } : {}),
    });
    findings.push(...protocol.map((finding) => ({ finding, exchange: at })));
    if (one.expect.statuses.some((want) => statusMatches(want, answer.status))) {
      // What was asked to be laid out otherwise is no answer like the documented one.
      if (one.expect.response && !one.list?.expanded) session.answers.add(one, answer, assessment.value);
      const effects = await effectFindings(conversation, one, subject, request, answer, assessment.value, etag);
      findings.push(...effects.map(({ finding, exchange }) => ({ finding, exchange: at + exchange })));
      if (subject.after && effects.some(({ finding }) => finding.id === NOT_CREATED && !finding.ok))
        creations.found(subject.after);
      if (one.list && answer.status < 300) {
        const key = (entity: Entity): string => conversation.world.keys(entity)[0] ?? '';
        const keyAt = (address: string): string | null | undefined =>
          session.suite.locator.locateRaw(address, session.target)?.keys[0];
        for (const seen of listFindings(one.list, assessment.value, key, keyAt))
          findings.push({
            finding: { ...seen, level: one.level, ...(one.source ? { source: one.source } : {}) },
            exchange: at,
          });
      }
    }
  } catch (error) {
    if (error instanceof UnusableSchema || error instanceof RateLimited) {
      // What the case's own answer broke already stays broken, whatever stops the look at its effects.
      if (error instanceof UnusableSchema || findings.every(({ finding }) => finding.ok)) outcome = 'cantTell';
      reason = error.message;
    } else if (!(error instanceof NoAnswer)) throw error;
    else if (error.neverSent || error.code === 'ABORTED') {
      if (findings.every(({ finding }) => finding.ok)) outcome = findings.length > 0 ? 'cantTell' : 'untested';
      reason = error.message;
    } else {
      const failing = evidence.length + conversation.exchanges.length - 1;
      const cause = await causeOutside(conversation, error);
      if (cause === undefined) findings.push({ finding: noAnswer(one, error), exchange: failing });
      else if (findings.every(({ finding }) => finding.ok)) outcome = 'cantTell';
      reason = cause;
    }
  }
  const assertions = findings.map(({ finding, exchange }) => recorded(conversation, finding, exchange));
  const failed =
    assertions.find((a) => a.outcome === 'failed' && a.level === 'MUST') ??
    assertions.find((a) => a.outcome === 'failed');
  outcome ??= failed ? 'failed' : assertions.length > 0 ? 'passed' : 'cantTell';
  if (failed) reason = describeFailure(failed);
  if (outcome === 'cantTell') reason ??= 'nothing could be asserted';
  return {
    ...notRun(one, outcome, ''),
    outcome,
    ...(reason === undefined ? { reason: '' } : { reason: session.redactor.text(reason) }),
    assertions,
    relaxations,
    exchanges: [...evidence, ...conversation.exchanges.splice(0)],
    ms: Math.round((session.now() - started) * 10) / 10,
  };
}

function byBearer({ securitySchemes }: Api): boolean {
  const schemes = Object.values(securitySchemes);
  return schemes.length > 0 && schemes.every(({ type, scheme }) => type === 'http' && /^bearer$/i.test(scheme ?? ''));
}

const samples = new WeakMap<ApiResponse, JsonValue[]>();

function samplesOf(response: ApiResponse): JsonValue[] {
  const found = samples.get(response) ?? response.content.flatMap((m) => m.examples.map((e) => e.value));
  samples.set(response, found);
  return found;
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

/** Properties that the create and update bodies of the resource do not require. */
function nullableOf(suite: Suite, one: Case, subject: Subject): Set<string> {
  const last = one.operation.segments.at(-1);
  const listed = last && !last.keys ? suite.model.named(last.text, subject.target?.resource.scope) : undefined;
  const resource = subject.bodyResource ?? listed ?? subject.target?.resource;
  const found = new Set<string>();
  for (const operation of [resource?.create, ...(resource?.updates ?? []), one.operation]) {
    const schema = operation ? bodySchema(operation) : undefined;
    for (const property of Object.keys(schema?.properties ?? {}))
      if (!schema?.required?.includes(property)) found.add(property);
  }
  return found;
}

async function sendAtOnce(
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

/** A create goes through the journal; so does one that should fail, in case a faulty server lets it pass. */
async function sendCase(
  conversation: Conversation,
  creations: Creations,
  one: Case,
  subject: Subject,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const made = one.dated && subject.target ? conversation.world.told(subject.target)?.made : undefined;
  if (made) await setTimeout(Math.max(0, made.at + APART - conversation.session.now()));
  const follow = !one.expect.statuses.some((s) => s.startsWith('3'));
  const expected = one.expect.statuses.filter((s) => /^\d{3}$/.test(s)).map(Number);
  const { changes } = one.meant ?? one.operation;
  if (methodOf(one) === 'POST' && !changes && subject.bodyResource && subject.after && !subject.link)
    return creations.create(subject.after, describeEntity(subject.after), request, 'case');
  if (methodOf(one) === 'PUT' && one.expect.effect === 'created' && subject.target)
    return creations.create(subject.target, describeEntity(subject.target), request, 'case');
  const answer = await conversation.exchange(request, 'case', one.title, { follow, expected });
  if (one.expect.effect === 'updated' && subject.target && answer.status < 300) {
    const etag = etagOf(answer);
    if (subject.after && subject.after.id !== subject.target.id) creations.moved(subject.target, subject.after);
    else creations.renamed(subject.target, answer);
    if (subject.after && etag) conversation.world.learn(subject.after, { etag });
  }
  return answer;
}

/** An ETag of the same form that the entity does not have. */
function otherEtag(etag: string | undefined): string {
  const other = etag?.replace(/\d+/, (digits) => String(Number(digits.slice(0, 9)) + 1000));
  return other && other !== etag ? other : '"docproof-other"';
}

function noAnswer(one: Case, error: NoAnswer): Finding {
  return {
    id: 'answer',
    level: one.level,
    ok: false,
    expected: 'a complete HTTP answer',
    actual: error.message,
    ...(one.source ? { source: one.source } : {}),
  };
}

function recorded(conversation: Conversation, finding: Finding, exchange: number): Assertion {
  const { redactor } = conversation.session;
  return {
    id: finding.id,
    level: finding.level,
    outcome: finding.ok ? 'passed' : 'failed',
    expected: redactor.text(finding.expected),
    actual: redactor.text(finding.actual),
    ...(finding.pointer === undefined ? {} : { pointer: finding.pointer }),
    ...(finding.source ? { source: finding.source } : {}),
    exchange,
  };
}

/** One line for people: which promise, what was wanted, what came. */
export function describeFailure(assertion: Assertion): string {
  const where = assertion.pointer ? ` at ${assertion.pointer}` : '';
  return `${assertion.id}${where}: expected ${assertion.expected}, got ${assertion.actual}`;
}
