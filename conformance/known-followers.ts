// What a known failure keeps from being told. Pure.
import type { CaseResult } from './run.js';

/** Marks what could not be told because of a known failure, be it of another shard. */
export function excuseFollowers(results: CaseResult[]): void {
  const byId = new Map(results.map((r) => [r.id, r]));
  const broken = brokenOperations(results);
  for (const result of results) excuse(result, byId, broken);
}

/** By operationId: known failures of requests that were to succeed, and did not. Nothing can be prepared with these. */
function brokenOperations(results: CaseResult[]): Map<string, CaseResult> {
  return new Map(
    results
      .filter(({ known, assertions }) => known !== undefined && assertions.some(isRefusal))
      .map((result) => [result.operation, result]),
  );
}

function isRefusal({ id, outcome, expected }: CaseResult['assertions'][number]): boolean {
  return outcome === 'failed' && (id === 'answer' || (id === 'status' && expected.startsWith('2')));
}

/** What could not be told because of a known failure is known with it. */
function excuse(result: CaseResult, byId: Map<string, CaseResult>, broken: Map<string, CaseResult>): void {
  if (result.outcome !== 'cantTell' || result.known) return;
  const basis = result.buildsOn === undefined ? broken.get(result.preparedBy ?? '') : byId.get(result.buildsOn);
  if (basis === undefined) return;
  excuse(basis, byId, broken);
  if (basis.known) result.known = basis.known;
}
