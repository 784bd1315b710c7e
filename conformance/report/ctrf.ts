// CTRF, the Common Test Report Format (ctrf.io), as JSON.
import type { CaseResult, Outcome, Run } from '../run.js';
import { place } from './text.js';

const STATUS: Record<Outcome, 'passed' | 'failed' | 'skipped' | 'other'> = {
  passed: 'passed',
  failed: 'failed',
  cantTell: 'other',
  inapplicable: 'skipped',
  untested: 'other',
};

/** The run as CTRF; what gave no answer has the status `other`. */
export function ctrf(run: Run): string {
  const tests = run.cases.map(test);
  const count = (status: string): number => tests.filter((t) => t.status === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: run.tool.name, version: run.tool.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        start: Date.parse(run.startedAt),
        stop: Date.parse(run.finishedAt),
      },
      tests,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function test(result: CaseResult) {
  const broken = result.assertions.filter((a) => a.outcome === 'failed');
  return {
    name: `${result.id}: ${result.title}`,
    status: STATUS[result.outcome],
    duration: Math.round(result.ms),
    suite: result.operation,
    rawStatus: result.outcome,
    tags: [result.level, result.kind],
    ...(result.reason === undefined ? {} : { message: result.reason }),
    ...(broken.length === 0
      ? {}
      : {
          trace: broken
            .map((a) => `${a.id}: expected ${a.expected}, got ${a.actual}${a.source ? ` (${place(a.source)})` : ''}`)
            .join('\n'),
        }),
    ...(result.source === undefined ? {} : { filePath: result.source.file }),
  };
}
