// A run with every outcome and with text that is dangerous in each format, for tests of reports.
import { type CaseResult, countOutcomes, type Outcome, REPORT_FORMAT, type Run, verdictOf } from '../run.js';

export const HOSTILE = `<script>alert("1")</script> & 'quotes' \`\`ticks\`\` ]]> \u0000 | 日本 👍`;

export function sampleCase(id: string, outcome: Outcome, changes: Partial<CaseResult> = {}): CaseResult {
  return {
    id,
    kind: 'documented',
    title: `title of ${id}`,
    level: 'MUST',
    operation: 'updateBox',
    method: 'PUT',
    path: "/{CellName}/__ctl/Box('{BoxName}')",
    source: { file: 'en/259_Update_Box.md', line: 120 },
    outcome,
    assertions:
      outcome === 'passed' || outcome === 'failed'
        ? [
            {
              id: 'status',
              level: 'MUST',
              outcome,
              expected: '204',
              actual: outcome === 'passed' ? '204' : '200',
              source: { file: 'en/259_Update_Box.md', line: 60 },
              exchange: 0,
            },
          ]
        : [],
    relaxations: [],
    exchanges:
      outcome === 'untested' || outcome === 'inapplicable'
        ? []
        : [
            {
              purpose: 'case',
              title: id,
              request: {
                method: 'PUT',
                url: "http://127.0.0.1:1/cell1/__ctl/Box('box1')",
                headers: { Authorization: 'Bearer ***', 'If-Match': '*' },
                body: '{"Name":"box2"}',
              },
              response: { status: outcome === 'passed' ? 204 : 200, headers: [['ETag', 'W/"1-1"']], body: '{"a":1}' },
              ms: 1.5,
            },
          ],
    ms: 2.5,
    ...(outcome === 'passed' ? {} : { reason: `${outcome} because` }),
    ...changes,
  };
}

export function sampleRun(cases: CaseResult[], changes: Partial<Run> = {}): Run {
  return {
    format: REPORT_FORMAT,
    tool: { name: 'docproof', version: '0.1.0' },
    id: 'r1a2b3',
    startedAt: '2026-01-02T03:04:05.000Z',
    finishedAt: '2026-01-02T03:04:06.500Z',
    target: { url: 'http://127.0.0.1:1/', embedded: false },
    spec: { file: 'spec/openapi.yaml', title: 'Cell API', version: '1', sha256: 'ab'.repeat(32) },
    selection: { suite: cases.map((c) => c.id).sort() },
    cases,
    counts: countOutcomes(cases),
    totals: {
      assertions: cases.flatMap((c) => c.assertions).length,
      exchanges: cases.flatMap((c) => c.exchanges).length,
      ms: 1500,
    },
    cleaning: { created: 3, removed: 3, left: [] },
    verdict: verdictOf(cases),
    exitCode: 0,
    ...changes,
  };
}

/** One case of each outcome, the failed one hostile. */
export function everyOutcome(): Run {
  return sampleRun(
    [
      sampleCase('box/update', 'passed'),
      sampleCase('box/hostile', 'failed', {
        title: HOSTILE,
        reason: HOSTILE,
        assertions: [
          {
            id: 'sample',
            level: 'MUST',
            outcome: 'failed',
            expected: HOSTILE,
            actual: HOSTILE,
            pointer: '/d/results',
            exchange: 0,
          },
        ],
        relaxations: [{ id: 'contested-field', reason: HOSTILE }],
      }),
      sampleCase('box/slow', 'cantTell'),
      sampleCase('box/optional', 'inapplicable'),
      sampleCase('box/never', 'untested'),
    ],
    {
      cleaning: { created: 2, removed: 1, left: [{ what: 'Box', url: HOSTILE, reason: HOSTILE }] },
      baseline: { file: 'b.yaml', known: 0, stale: [{ case: 'box/gone', problem: 'passes', message: HOSTILE }] },
    },
  );
}
