// One certification: stories in parallel over a target, results in the order of the suite, a run as the outcome.
import { withoutEnd } from '../spec/without-end.js';
import { AnswerLog } from './assess/sample.js';
import { emptyFields, freeFields, showsAnother, writtenFields } from './assess/sample-subject.js';
import { schemasOf } from './assess/schemas.js';
import type { Baseline } from './baseline.js';
import type { OtherAccount } from './plan/others.js';
import type { Case } from './plan/story.js';
import type { Suite } from './plan/subject.js';
import type { CaseGroup } from './plan/suite.js';
import { Agenda } from './run/agenda.js';
import { describeFailure } from './run/case-runner.js';
import { enrol } from './run/enrolment.js';
import type { Journal } from './run/journal.js';
import { altered } from './run/secrets/altered-token.js';
import { bareToken, encodedFor } from './run/secrets/credentials.js';
import { Redactor } from './run/secrets/redaction.js';
import type { Session } from './run/session.js';
import { SideBySide } from './run/side-by-side.js';
import {
  type CaseResult,
  countOutcomes,
  exitCodeOf,
  REPORT_FORMAT,
  type Run,
  type SentFile,
  type SuiteRef,
  verdictOf,
} from './run.js';
import type { Courier } from './send/courier.js';

export interface CertifyInput {
  suite: Suite;
  /** The cases to run, in the order of the suite. */
  groups: CaseGroup[];
  /** Cases that are still being derived when the run begins; they come before `groups` in the order of the suite. */
  rest?: Iterable<CaseGroup[]>;
  /** Where absent, the cases are the whole suite. */
  selection?: Run['selection'];
  spec: SuiteRef;
  setup?: SuiteRef;
  /** Files whose content the courier sends. */
  files?: SentFile[];
  target: { url: string; name?: string; embedded: boolean };
  courier: Courier;
  journal: Journal;
  runId: string;
  token?: string;
  /** Tokens of other accounts of the target. */
  others?: Partial<Record<OtherAccount, string>>;
  /** Further secrets that must not be seen in a report. */
  secrets?: string[];
  password: string;
  /** Stories at a time; one connection each. */
  parallel: number;
  signal: AbortSignal;
  version: string;
  /** Milliseconds, monotonic. */
  now: () => number;
  /** ISO 8601. */
  today: () => string;
  pasted: boolean;
  allowOutbound: boolean;
  /** operationIds and case ids that the target declares unsupported. */
  unsupported: string[];
  baseline?: Baseline;
  progress?: (done: number, total: number) => void;
}

/** Characters of a body that a report keeps. */
const KEPT_BODY = 16_384;

/** Runs the cases and cleans up. Never rejects for what a server does; the run says it. */
export async function certify(input: CertifyInput): Promise<Run> {
  const startedAt = input.today();
  const started = input.now();
  const session = openSession(input);
  const enrolled = await enrol(session);
  const done = await new SideBySide(session, new Agenda(input.groups, input.rest), {
    parallel: input.parallel,
    prepared: (one) => excused(one, input),
    progress: input.progress,
  }).run();
  const results = done.results;
  await enrolled.close(done.left);
  const selection = input.selection ?? { suite: results.map((r) => r.id).sort() };
  addSampleFindings(results, session.answers);
  const baseline = input.baseline
    ? (await import('./baseline.js')).applyBaseline(input.baseline, results, selection, startedAt.slice(0, 10))
    : undefined;
  const stopped = input.signal.aborted ? `by ${String(input.signal.reason ?? 'a signal')}` : done.unreachable;
  return {
    format: REPORT_FORMAT,
    tool: { name: 'docproof', version: input.version },
    id: input.runId,
    startedAt,
    finishedAt: input.today(),
    target: {
      ...input.target,
      url: session.redactor.text(input.target.url),
      ...(input.suite.others.size > 0 ? { accounts: [...input.suite.others] } : {}),
    },
    spec: input.spec,
    ...(input.setup ? { setup: input.setup } : {}),
    ...(input.files?.length ? { files: input.files } : {}),
    selection,
    cases: results,
    counts: countOutcomes(results),
    totals: {
      assertions: results.reduce((sum, r) => sum + r.assertions.length, 0),
      exchanges: input.courier.sent(),
      ms: Math.round(input.now() - started),
    },
    cleaning: { created: done.created, removed: done.removed, left: done.left },
    ...(baseline ? { baseline } : {}),
    ...(stopped === undefined ? {} : { stopped }),
    verdict: verdictOf(results),
    exitCode: exitCodeOf(results, baseline?.stale ?? [], stopped !== undefined),
  };
}

function openSession(input: CertifyInput): Session {
  const { placeholders } = input.suite.model.operations[0]?.api.docs ?? { placeholders: [] };
  const secret = placeholders.filter((p) => !['etag', 'id', 'audience'].includes(p.means));
  const named = (...places: (typeof secret)[number]['in'][]): string[] =>
    secret.filter((p) => places.includes(p.in)).map((p) => p.name);
  const redactor = new Redactor(
    [...named('header'), ...keysIn(input.suite, 'header')],
    [...named('form', 'query'), ...keysIn(input.suite, 'query')],
    named('json'),
  );
  const schemes = input.suite.model.operations[0]?.api.securitySchemes ?? {};
  const given = input.token === undefined ? undefined : encodedFor(schemes, input.token);
  const token = given === undefined ? undefined : bareToken(given);
  if (token !== undefined) redactor.own = token;
  const other = token === undefined ? undefined : altered(token);
  const others = Object.values(input.others ?? {}).map(bareToken);
  for (const text of [token, other, input.token, input.password, ...others, ...(input.secrets ?? [])])
    redactor.add(text, true);
  const compilers = new Map(input.suite.model.operations.map((o) => [o.api, schemasOf(o.api)]));
  const apis = new Map(input.suite.model.operations.map((o) => [o.op, o.api]));
  return {
    suite: input.suite,
    courier: input.courier,
    redactor,
    journal: input.journal,
    target: withoutEnd(input.target.url, '/'),
    runId: input.runId,
    ...(given === undefined ? {} : { token: given }),
    ...(other === undefined ? {} : { altered: other }),
    others: input.others ?? {},
    password: input.password,
    signal: input.signal,
    now: input.now,
    validator: (op) => {
      const api = apis.get(op);
      const compiler = api && compilers.get(api);
      return compiler ?? (() => () => []);
    },
    keptBody: KEPT_BODY,
    pasted: input.pasted,
    heard: false,
    answers: new AnswerLog(
      input.now,
      sharedPages(input.suite),
      (text) => text.includes(input.runId),
      (one, sample) => showsAnother(input.suite, one, sample),
      (one) => freeFields(input.suite, one),
      (one) => emptyFields(input.suite, one),
      (one) => writtenFields(input.suite, one),
    ),
  };
}

/** Names of what carries an API key there (OpenAPI 3.2, Security Scheme Object); a cookie is a credential anyway. */
function keysIn(suite: Suite, place: 'header' | 'query'): string[] {
  const apis = new Set(suite.model.operations.map((o) => o.api));
  const schemes = [...apis].flatMap((api) => Object.values(api.securitySchemes));
  return schemes.flatMap(({ type, in: where, name }) => (type === 'apiKey' && where === place && name ? [name] : []));
}

/** Pages that document more than one operation (forms of one URL are one operation). */
function sharedPages(suite: Suite): Set<string> {
  const counts = new Map<string, number>();
  for (const { op, judged } of suite.model.operations)
    if (judged && !op.docs.aliasOf) for (const page of op.docs.pages) counts.set(page, (counts.get(page) ?? 0) + 1);
  return new Set([...counts].flatMap(([page, n]) => (n > 1 ? [page] : [])));
}

/** Cases that are not sent because nobody wants them sent here. */
function excused(one: Case, input: CertifyInput): Case {
  const { op } = one.operation;
  // What the embedded server lacks is known by ids of the judged spec: a command that means another operation is looked up
  // by that one, and one of the set-up spec is there, since it prepares.
  const called = input.target.embedded && one.meant ? one.meant : one.operation;
  const names = [one.id, ...(called.judged ? [called.op.id, called.op.docs.aliasOf] : [])];
  const declared = names.some((id) => id !== undefined && input.unsupported.includes(id));
  if (declared) return { ...one, skip: { outcome: 'inapplicable', reason: 'the target declares it unsupported' } };
  const outbound = op.docs.sideEffects === 'outbound' || one.meant?.op.docs.sideEffects === 'outbound';
  if (outbound && !input.allowOutbound && !one.skip)
    return {
      ...one,
      skip: { outcome: 'untested', reason: 'its effects leave the server; allow it with --allow-outbound' },
    };
  return one;
}

/** What can be told only when all answers are in: the documented samples. */
function addSampleFindings(results: CaseResult[], answers: AnswerLog): void {
  const findings = answers.findings();
  for (const result of results) {
    const found = findings.get(result.id);
    result.relaxations.push(...(found?.relaxations ?? []));
    for (const finding of found?.findings ?? []) {
      const exchange = result.exchanges.findIndex((e) => e.purpose === 'case');
      const { ok, ...rest } = finding;
      const assertion = { ...rest, outcome: ok ? ('passed' as const) : ('failed' as const), exchange };
      result.assertions.push(assertion);
      if (!ok && result.outcome === 'passed')
        Object.assign(result, { outcome: 'failed', reason: describeFailure(assertion) });
    }
  }
}
