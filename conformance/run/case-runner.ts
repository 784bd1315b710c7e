// Sends one case, assesses the answer, then looks whether the effect really came about.
import type { Api, ApiResponse, JsonValue } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { assessAnswer, documentedResponse, type Finding, statusMatches } from '../assess/answer.js';
import { listFindings } from '../assess/list-answer.js';
import { protocolFindings } from '../assess/protocol.js';
import { UnusableSchema } from '../assess/schemas.js';
import type { Entity } from '../plan/entities.js';
import { isMisnamed } from '../plan/misnamed-status.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import { type Subject, subjectOf } from '../plan/subject.js';
import type { Assertion, CaseResult, Exchange } from '../run.js';
import { type HttpAnswer, type HttpRequest, NoAnswer } from '../send/http.js';
import { sentAgain } from './again.js';
import { prepared } from './case-request.js';
import { sendAtOnce, sendCase } from './case-sending.js';
import type { Conversation } from './conversation.js';
import type { Creations } from './creations.js';
import { heldBackBy, inAnotherState, isUnexpected, onceReady, refusedFor, WRONG_STATE } from './into-state.js';
import { causeOutside } from './no-answer-cause.js';
import { notRun } from './not-run.js';
import { NOT_SET, onceSet, setterOf } from './once-set.js';
import { entityAt } from './own-address.js';
import { Preparation } from './preparation.js';
import { COMES_ALONG } from './probes/along-probe.js';
import { effectFindings } from './probes/effects.js';
import { nullableOf } from './probes/nullable-fields.js';
import { NOT_CREATED } from './probes/refusal-probe.js';
import { Unnamed } from './probes/unnamed.js';
import { isPutOff, RateLimited } from './rate-limited.js';
import { NOT_DONE, untilDone } from './until-done.js';

/** A case on its way: what it is about, and what its answers have shown so far. */
interface Attempt {
  conversation: Conversation;
  creations: Creations;
  one: Case;
  subject: Subject;
  /** Exchanges that prepared it; those of the case itself follow them in the result. */
  evidence: Exchange[];
  findings: { finding: Finding; exchange: number }[];
  relaxations: CaseResult['relaxations'];
}

/** How a case ends where its findings alone do not tell. */
interface Ending {
  outcome?: CaseResult['outcome'] | undefined;
  reason?: string | undefined;
}

/** @param evidence exchanges that prepared it */
export async function runCase(
  conversation: Conversation,
  creations: Creations,
  planned: Case,
  evidence: Exchange[],
): Promise<CaseResult> {
  const one = conversation.accounts.told(planned);
  const { session } = conversation;
  const started = session.now();
  const subject = subjectOf(session.suite, one);
  const attempt: Attempt = {
    conversation,
    creations,
    one,
    subject,
    evidence,
    findings: [],
    relaxations: [...one.relaxations],
  };
  const ready = await prepared(conversation, one, subject, evidence).catch((error: unknown) => {
    if (error instanceof Unnamed) return error;
    throw error;
  });
  if (ready instanceof Unnamed)
    return { ...notRun(one, 'cantTell', session.redactor.text(ready.message)), exchanges: evidence };
  const { request, etag } = ready;
  if ('missing' in request) return { ...notRun(one, 'untested', request.missing), exchanges: evidence };
  const ending = await judge(attempt, request, etag).catch((error: unknown) => endingAfter(attempt, error));
  return resultOf(attempt, ending, started);
}

/** Sends the request, and looks at the answer and at what came of it. Rejects where that cannot be looked at. */
async function judge(attempt: Attempt, request: HttpRequest, etag: string | undefined): Promise<Ending> {
  const { conversation, creations, one, subject, findings, relaxations } = attempt;
  const { session } = conversation;
  const twins = one.atOnce ? await sentAtOnce(attempt, request) : undefined;
  const send = (): Promise<HttpAnswer> => sendCase(conversation, creations, one, subject, request);
  const begun = twins?.answer ?? (await send());
  const first = one.awaits ? await untilDone(one.awaits, begun, send) : begun;
  // What was said while it was not done is no part of the case.
  const waited = one.awaits ? conversation.exchanges.splice(0, conversation.exchanges.length - 1) : [];
  attempt.evidence.push(...waited.map((exchange) => ({ ...exchange, purpose: 'prepare' as const })));
  if (!first) return { outcome: 'cantTell', reason: NOT_DONE };
  const holding = refusedFor(conversation, one, subject, first);
  const make = (entity: Entity, create: Operation) => new Preparation(conversation, creations).make(entity, create);
  const held = holding && { conversation, one, thing: holding, send, make };
  const setter = setterOf(conversation, one, subject, first);
  const set = setter && (await onceSet(conversation, setter, request, send, attempt.evidence));
  if (setter && !set && !one.expect.statuses.includes('404')) return { outcome: 'cantTell', reason: NOT_SET };
  const answer = held ? await inAnotherState(held, first, attempt.evidence) : (set ?? first);
  if (holding && isUnexpected(one, answer)) return { outcome: 'cantTell', reason: WRONG_STATE };
  const at = attempt.evidence.length;
  const asked = lacksToken(attempt, answer);
  if (asked !== undefined) return { outcome: 'untested', reason: asked };
  if (isPutOff(answer) && !one.expect.statuses.includes(String(answer.status))) throw new RateLimited(answer.status);
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
  if (twins) findings.push({ finding: twins.finding, exchange: at });
  if (one.again && subject.after && answer.status < 300) {
    const again = await sentAgain(conversation, creations, one, { request, first: answer, entity: subject.after });
    findings.push(...again.map((finding) => ({ finding, exchange: at + 1 })));
  }
  findings.push(...assessment.findings.map((finding) => ({ finding, exchange: at })));
  relaxations.push(...assessment.relaxations);
  const protocol = protocolOf(attempt, request, answer, assessment.value);
  findings.push(...protocol.map((finding) => ({ finding, exchange: at })));
  if (!one.expect.statuses.some((want) => statusMatches(want, answer.status))) return {};
  // What was asked to be laid out otherwise is no answer like the documented one.
  if (one.expect.response && !one.list?.expanded) session.answers.add(one, answer, assessment.value);
  const { value } = assessment;
  const effects = await effectFindings({ conversation, one, subject, request, answer, value, etagBefore: etag });
  findings.push(...effects.map(({ finding, exchange }) => ({ finding, exchange: at + exchange })));
  const made = subject.after ?? subject.several?.[0];
  if (made && effects.some(({ finding }) => finding.id === NOT_CREATED && !finding.ok)) creations.found(made);
  if (one.along && effects.some(({ finding }) => finding.id === COMES_ALONG && finding.ok))
    creations.moved(one.along.before, one.along.after);
  if (answer.status < 300)
    findings.push(...listedIn(attempt, assessment.value).map((finding) => ({ finding, exchange: at })));
  return {};
}

/** Requests at the same moment; where all are refused for the state of what they are made in, once more in another one. */
async function sentAtOnce(attempt: Attempt, request: HttpRequest): ReturnType<typeof sendAtOnce> {
  const { conversation, creations, one, subject, evidence } = attempt;
  let twins = await sendAtOnce(conversation, creations, one, subject, request);
  const operation = one.meant ?? one.operation;
  const thing = heldBackBy(conversation, operation, subject.after?.parents ?? []);
  if (twins.answer.status !== 409 || twins.finding.ok || !thing) return twins;
  const make = (entity: Entity, create: Operation) => new Preparation(conversation, creations).make(entity, create);
  const again = async (): Promise<HttpAnswer> => {
    evidence.push(
      ...conversation.exchanges.splice(0).map((exchange) => ({ ...exchange, purpose: 'prepare' as const })),
    );
    twins = await sendAtOnce(conversation, creations, one, subject, request);
    return twins.answer;
  };
  await onceReady({ conversation, thing, make, operation }, again, twins.answer);
  return twins;
}

/** Nobody gave a token, and the answer asks for one. */
function lacksToken({ one, conversation: { values, session } }: Attempt, { status }: HttpAnswer): string | undefined {
  const { forAddressee, op } = one.meant ?? one.operation;
  const closed = op.security.length > 0 && op.security.every((names) => names.length > 0);
  if (status === 403 && forAddressee && values.another === undefined && one.auth === undefined)
    return 'only whom it is for may do it';
  if (status !== 401 || values.token !== undefined || !closed || one.auth !== undefined) return undefined;
  if (one.expect.statuses.includes('401')) return undefined;
  return session.notEnrolled ?? 'needs a token (--token-file, DOCPROOF_TOKEN)';
}

/** What HTTP and its security schemes ask of any answer. */
function protocolOf(
  { conversation, one }: Attempt,
  request: HttpRequest,
  answer: HttpAnswer,
  value: JsonValue | undefined,
): Finding[] {
  const { session } = conversation;
  const { api, op } = one.operation;
  const documented = documentedResponse(op, answer.status);
  return protocolFindings({
    request,
    answer,
    value,
    httpScheme: op.security.flat().some((name) => api.securitySchemes[name]?.type === 'http'),
    password: session.password,
    token: (one.meant ?? one.operation) === session.suite.tokenEndpoint,
    bearer: byBearer(api),
    etag: documented?.headers.some(({ name }) => name.toLowerCase() === 'etag') ?? false,
    samples: documented ? samplesOf(documented) : [],
    level: one.level,
    wanted: one.expect.statuses.includes(String(answer.status)) && !isMisnamed(one.operation, answer.status),
    ...(one.source ? { source: one.source } : {}),
  });
}

/** Whether a list shows what the story has made. */
function listedIn({ conversation: { world, session }, one }: Attempt, value: JsonValue | undefined): Finding[] {
  if (!one.list) return [];
  const key = (entity: Entity): string => world.keys(entity)[0] ?? '';
  const keyAt = (address: string): string | null | undefined => entityAt(session, address)?.keys[0];
  return listFindings(one.list, value, key, keyAt).map((seen) => ({
    ...seen,
    level: one.level,
    ...(one.source ? { source: one.source } : {}),
  }));
}

/** What stopped the look at a case. What its own answer broke already stays broken. */
async function endingAfter({ conversation, one, evidence, findings }: Attempt, error: unknown): Promise<Ending> {
  const unbroken = findings.every(({ finding }) => finding.ok);
  if (error instanceof UnusableSchema) return { outcome: 'cantTell', reason: error.message };
  if (error instanceof RateLimited || error instanceof Unnamed)
    return { ...(unbroken ? { outcome: 'cantTell' } : {}), reason: error.message };
  if (!(error instanceof NoAnswer)) throw error;
  if (error.neverSent || error.code === 'ABORTED' || one.padding) {
    const outcome = findings.length > 0 ? 'cantTell' : 'untested';
    return { ...(unbroken ? { outcome } : {}), reason: error.message };
  }
  const failing = evidence.length + conversation.exchanges.length - 1;
  const reason = await causeOutside(conversation, error);
  if (reason === undefined) findings.push({ finding: noAnswer(one, error), exchange: failing });
  return { ...(reason !== undefined && unbroken ? { outcome: 'cantTell' } : {}), reason };
}

/** The outcome that the findings give, unless the case ended otherwise. */
function resultOf(attempt: Attempt, ending: Ending, started: number): CaseResult {
  const { conversation, one, evidence, findings, relaxations } = attempt;
  const { session } = conversation;
  const assertions = findings.map(({ finding, exchange }) => recorded(conversation, finding, exchange));
  const failed =
    assertions.find((a) => a.outcome === 'failed' && a.level === 'MUST') ??
    assertions.find((a) => a.outcome === 'failed');
  const outcome = ending.outcome ?? (failed ? 'failed' : assertions.length > 0 ? 'passed' : 'cantTell');
  const nothing = outcome === 'cantTell' ? 'nothing could be asserted' : undefined;
  const reason = failed ? describeFailure(failed) : (ending.reason ?? nothing);
  return {
    ...notRun(one, outcome, ''),
    outcome,
    reason: reason === undefined ? '' : session.redactor.text(reason),
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

/** The same list each time: what is found in samples is remembered by it. */
const samplesOf = rememberedFor((response: ApiResponse): JsonValue[] =>
  response.content.flatMap((m) => m.examples.map((e) => e.value)),
);

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
