// SARIF 2.1.0: each broken promise as a result at the line of the document that makes it.
import { createHash } from 'node:crypto';
import type { Assertion, CaseResult, Run } from '../run.js';

/** The failures and open cases of a run as SARIF 2.1.0 (OASIS). */
export function sarif(run: Run): string {
  const results = run.cases.flatMap((c) =>
    c.outcome === 'failed' ? broken(c) : c.outcome === 'cantTell' || c.outcome === 'untested' ? [open(c)] : [],
  );
  const rules = [...new Set(results.map((r) => r.ruleId))].sort().map((id) => ({ id }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: run.tool.name, version: run.tool.version, rules } },
        automationDetails: { id: `docproof/certify/${run.target.name ?? run.target.url}` },
        invocations: [
          {
            executionSuccessful: run.stopped === undefined,
            startTimeUtc: run.startedAt,
            endTimeUtc: run.finishedAt,
            exitCode: run.exitCode,
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function broken(result: CaseResult) {
  return result.assertions
    .filter((a) => a.outcome === 'failed')
    .map((a) =>
      entry(
        result,
        `certify/${a.id}`,
        a.level === 'MUST' ? 'error' : 'warning',
        `${result.id}: expected ${a.expected}, got ${a.actual}`,
        a,
      ),
    );
}

function open(result: CaseResult) {
  return entry(
    result,
    `certify/${result.outcome}`,
    result.level === 'MUST' ? 'warning' : 'note',
    `${result.id}: ${result.reason ?? result.outcome}`,
  );
}

function entry(
  result: CaseResult,
  ruleId: string,
  level: 'error' | 'warning' | 'note',
  text: string,
  assertion?: Assertion,
) {
  const source = assertion?.source ?? result.source;
  // Case and promise, not the line: the same finding keeps its identity when a page grows above it.
  const print = createHash('sha256')
    .update(JSON.stringify([result.id, ruleId, assertion?.pointer ?? '']))
    .digest('hex')
    .slice(0, 32);
  return {
    ruleId,
    level,
    message: { text },
    partialFingerprints: { 'docproofCase/v1': print },
    ...(source === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(source.file) },
                region: { startLine: source.line },
              },
            },
          ],
        }),
    ...(result.known === undefined ? {} : { suppressions: [{ kind: 'external', justification: result.known.reason }] }),
  };
}
