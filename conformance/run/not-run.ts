// The result of a case that was not sent; what is known of a case before its answer.
import type { Case } from '../plan/story.js';
import type { CaseResult, Outcome } from '../run.js';

/** A result for a case that was not sent. */
export function notRun(one: Case, outcome: Outcome, reason: string): CaseResult {
  return {
    id: one.id,
    kind: one.kind,
    title: one.title,
    level: one.level,
    operation: one.operation.op.id,
    method: one.request.method,
    path: one.operation.op.path,
    ...(one.source ? { source: one.source } : {}),
    outcome,
    reason,
    assertions: [],
    relaxations: one.relaxations,
    exchanges: [],
    ms: 0,
  };
}
