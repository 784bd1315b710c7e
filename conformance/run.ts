// The run model: everything that a certification saw and concluded. Every report, the certificate, `compare`, `merge`
// and `verify` read this and nothing else; `report.json` is this model. Secrets are not in it: see run/redaction.ts.
import type { SourceRef } from '../spec/contract/docproof.js';
import type { CaseKind, Level, Relaxation } from './plan/story.js';

export type { CaseKind, Level, Relaxation } from './plan/story.js';

/** Format of `report.json`; changes with every incompatible change of this file. */
export const REPORT_FORMAT = 'docproof/report/1';

/**
 * Outcome of a case, in the words of W3C EARL 1.0: passed, failed, cantTell (sent, but no verdict is possible),
 * inapplicable (the target declares it unsupported), untested (not sent).
 */
export type Outcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable' | 'untested';

/** Text that went through the redactor; only such text stands in a run. */
export type Redacted = string & { readonly redacted?: true };

/** One promise that was looked at. */
export interface Assertion {
  /** Stable: `status`, `header/ETag`, `media-type`, `schema`, `sample`, `echo`, `read-after-write`, `error-code`, … */
  id: string;
  level: Level;
  outcome: 'passed' | 'failed';
  /** What the documents promise, in a few words. */
  expected: Redacted;
  /** What the server did, in a few words. */
  actual: Redacted;
  /** Where inside the answer's body (RFC 6901). */
  pointer?: string;
  /** Line of the documents that promises it. */
  source?: SourceRef;
  /** Index into the exchanges of the case. */
  exchange: number;
}

export interface RecordedRequest {
  method: string;
  /** Absolute. */
  url: Redacted;
  headers: Record<string, Redacted>;
  body?: Redacted;
}

export interface RecordedResponse {
  status: number;
  /** In the order they came; names as they came. */
  headers: [name: string, value: Redacted][];
  body?: Redacted;
  /** Set where the body was longer than what is kept. */
  bodyBytes?: number;
}

/** A request and what came of it. */
export interface Exchange {
  purpose: 'prepare' | 'case' | 'probe' | 'clean';
  /** What it is for: `create Folder('folder1')`. */
  title: string;
  request: RecordedRequest;
  response?: RecordedResponse;
  /** Why there is no response. */
  error?: Redacted;
  /** Milliseconds, one decimal. */
  ms: number;
}

export interface CaseResult {
  id: string;
  kind: CaseKind;
  title: string;
  level: Level;
  /** operationId. */
  operation: string;
  method: string;
  /** OpenAPI path of the operation. */
  path: string;
  source?: SourceRef;
  outcome: Outcome;
  /** For every outcome but passed: why, in one line. */
  reason?: Redacted;
  assertions: Assertion[];
  relaxations: Relaxation[];
  /** Prerequisites first, then the case, then probes. */
  exchanges: Exchange[];
  /** Milliseconds. */
  ms: number;
  /** The case of its story that did not pass and that it builds on, so that it was not sent. */
  buildsOn?: string;
  /** operationId of the request of its preparation that was refused, so that it was not sent. */
  preparedBy?: string;
  /** A failure that the baseline knows, or what cannot be told because of one. */
  known?: { reason: string };
}

export interface SuiteRef {
  /** As given on the command line, or the package's own. */
  file: string;
  title: string;
  version: string;
  sha256: string;
}

/** A file that was sent where a documented command names it. */
export interface SentFile {
  name: string;
  sha256: string;
}

/** Something of this run that is still on the target. */
/** Why something is left that was allowed to be: nothing removes it. */
export const STAYS = 'no way to remove it is documented';

export interface Leftover {
  what: string;
  url: Redacted;
  reason: Redacted;
}

export interface BaselineNote {
  case: string;
  /** Why it is stale. */
  problem: 'passes' | 'expired' | 'matches-nothing' | 'fails-otherwise';
  message: string;
}

export type Verdict = 'conformant' | 'nonconformant' | 'undetermined';

export interface Run {
  format: typeof REPORT_FORMAT;
  tool: { name: 'docproof'; version: string };
  /** Stands in the names of what the run created. */
  id: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  finishedAt: string;
  /** `accounts`: those beside the run's own whose tokens it had. */
  target: { url: string; name?: string; embedded: boolean; accounts?: string[] };
  spec: SuiteRef;
  setup?: SuiteRef;
  /** Sorted by name. */
  files?: SentFile[];
  selection: {
    /** Ids of all cases of the suite, sorted: a report that leaves one out can be told. */
    suite: string[];
    only?: string;
    shard?: { index: number; total: number };
  };
  cases: CaseResult[];
  counts: Record<Outcome, number>;
  /** Assertions looked at, and requests sent (set-up and cleaning included). */
  totals: { assertions: number; exchanges: number; ms: number };
  cleaning: { created: number; removed: number; left: Leftover[] };
  baseline?: { file: string; known: number; stale: BaselineNote[] };
  /** Set where the run ended early: a signal, an unreachable target. */
  stopped?: Redacted;
  verdict: Verdict;
  exitCode: number;
}

/** Whether a result makes a server nonconformant: a promise at level MUST that was broken. */
export function breaksMust(result: CaseResult): boolean {
  return result.outcome === 'failed' && result.assertions.some((a) => a.outcome === 'failed' && a.level === 'MUST');
}

/** Whether a MUST case gives no answer, so that conformance cannot be told. */
function leavesOpen(result: CaseResult): boolean {
  return result.level === 'MUST' && (result.outcome === 'cantTell' || result.outcome === 'untested');
}

/** The verdict, whatever a baseline excuses; recomputed by `verify` from the evidence. */
export function verdictOf(results: CaseResult[]): Verdict {
  if (results.some(breaksMust)) return 'nonconformant';
  if (results.some(leavesOpen) || !results.some((r) => r.outcome === 'passed' || r.outcome === 'failed'))
    return 'undetermined';
  return 'conformant';
}

/**
 * The exit code of `certify`, first that applies: 1 a broken MUST that the baseline does not know; 4 a stale baseline;
 * 3 a MUST case without answer for another reason than a known failure, or nothing ran; 0. (2, wrong usage, never gets here.)
 */
export function exitCodeOf(results: CaseResult[], stale: BaselineNote[], stopped: boolean): number {
  if (results.some((r) => breaksMust(r) && !r.known)) return 1;
  if (stale.length > 0) return 4;
  const ran = results.some((r) => r.outcome === 'passed' || r.outcome === 'failed');
  return stopped || !ran || results.some((r) => leavesOpen(r) && !r.known) ? 3 : 0;
}

/** Number of results per outcome. */
export function countOutcomes(results: CaseResult[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { passed: 0, failed: 0, cantTell: 0, inapplicable: 0, untested: 0 };
  for (const result of results) counts[result.outcome]++;
  return counts;
}
