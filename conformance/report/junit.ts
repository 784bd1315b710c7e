// JUnit XML: a suite per operation, a test case per case. What gave no answer is an error, never a silent skip.
import type { CaseResult, Run } from '../run.js';
import { caseExchange, place, reproduce, xml } from './text.js';

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
const count = (results: CaseResult[], ...outcomes: CaseResult['outcome'][]): number =>
  results.filter((r) => outcomes.includes(r.outcome)).length;

/** The run as JUnit XML (the dialect that Jenkins, GitLab and GitHub actions read). */
export function junit(run: Run): string {
  const groups = group(run.cases);
  const suites = [...groups].map(([operation, results]) => suite(operation, results, run.startedAt));
  const all = totals(run.cases);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(`docproof: ${run.target.url}`)}" ${all} time="${seconds(run.totals.ms)}">\n${suites.join('')}</testsuites>\n`;
}

function group(results: CaseResult[]): Map<string, CaseResult[]> {
  const groups = new Map<string, CaseResult[]>();
  for (const result of results) groups.set(result.operation, [...(groups.get(result.operation) ?? []), result]);
  return groups;
}

function totals(results: CaseResult[]): string {
  return `tests="${results.length}" failures="${count(results, 'failed')}" errors="${count(results, 'cantTell', 'untested')}" skipped="${count(results, 'inapplicable')}"`;
}

function suite(operation: string, results: CaseResult[], startedAt: string): string {
  const time = seconds(results.reduce((sum, r) => sum + r.ms, 0));
  return `  <testsuite name="${xml(operation)}" ${totals(results)} time="${time}" timestamp="${xml(startedAt)}">\n${results.map(testCase).join('')}  </testsuite>\n`;
}

function testCase(result: CaseResult): string {
  const file = result.source === undefined ? '' : ` file="${xml(result.source.file)}" line="${result.source.line}"`;
  const open = `    <testcase classname="${xml(result.operation)}" name="${xml(`${result.id}: ${result.title}`)}" assertions="${result.assertions.length}" time="${seconds(result.ms)}"${file}`;
  const children = [...properties(result), ...outcome(result), ...output(result)];
  return children.length === 0
    ? `${open}/>\n`
    : `${open}>\n${children.map((c) => `      ${c}\n`).join('')}    </testcase>\n`;
}

function properties(result: CaseResult): string[] {
  const values = [
    ['level', result.level],
    ['kind', result.kind],
    ...result.relaxations.map((r) => [`relaxation/${r.id}`, r.reason]),
  ];
  return [
    `<properties>${values.map(([name = '', value = '']) => `<property name="${xml(name)}" value="${xml(value)}"/>`).join('')}</properties>`,
  ];
}

function outcome(result: CaseResult): string[] {
  const reason = xml(result.reason ?? result.outcome);
  if (result.outcome === 'failed')
    return result.assertions
      .filter((a) => a.outcome === 'failed')
      .map(
        (a) =>
          `<failure type="${xml(a.id)}" message="${xml(`${a.level}: expected ${a.expected}, got ${a.actual}`)}">${xml(place(a.source))}</failure>`,
      );
  if (result.outcome === 'inapplicable') return [`<skipped message="${reason}"/>`];
  return result.outcome === 'passed' ? [] : [`<error type="${result.outcome}" message="${reason}"/>`];
}

function output(result: CaseResult): string[] {
  const exchange = caseExchange(result);
  return result.outcome === 'passed' || exchange === undefined
    ? []
    : [`<system-out>${xml(reproduce(exchange.request))}</system-out>`];
}
