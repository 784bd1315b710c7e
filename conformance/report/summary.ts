// A markdown summary, for GitHub's job summary or a pull request.
import type { CaseResult, Run } from '../run.js';
import { caseExchange, duration, place, reproduce } from './text.js';

/** GitHub cuts job summaries at 1 MiB; so many findings are told in full. */
const SHOWN = 50;

/** The run in GitHub-flavoured markdown: verdict, counts, failures first, relaxations last. */
export function summary(run: Run): string {
  const failed = run.cases.filter((c) => c.outcome === 'failed');
  const open = run.cases.filter((c) => c.outcome === 'cantTell' || c.outcome === 'untested');
  const relaxed = run.cases.flatMap((c) => c.relaxations.map((r) => `- ${code(c.id)}: ${text(r.reason)}`));
  const { passed, inapplicable } = run.counts;
  return [
    `## ${run.verdict}: ${text(run.target.name ?? run.target.url)}`,
    `| passed | failed | can't tell | untested | inapplicable | assertions | requests | time |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n| ${[passed, failed.length, run.counts.cantTell, run.counts.untested, inapplicable, run.totals.assertions, run.totals.exchanges, duration(run.totals.ms)].join(' | ')} |`,
    ...(run.stopped === undefined ? [] : [`**Stopped early:** ${text(run.stopped)}`]),
    ...section('Failed', failed.map(failure)),
    ...section(
      'No answer',
      open.map((c) => `- ${code(c.id)} (${c.outcome}): ${text(c.reason ?? '')}`),
    ),
    ...section('Relaxed', [...new Set(relaxed)]),
    ...section(
      'Stale in the baseline',
      (run.baseline?.stale ?? []).map((n) => `- ${code(n.case)}: ${text(n.message)}`),
    ),
    ...section(
      'Left on the target',
      run.cleaning.left.map((l) => `- ${code(l.url)}: ${text(l.reason)}`),
    ),
    `Suite ${text(run.spec.title)} ${text(run.spec.version)}, sha256 ${code(run.spec.sha256.slice(0, 16))}; docproof ${run.tool.version}, run ${code(run.id)}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function section(title: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more: see report.html`] : [];
  return [`### ${title}`, [...lines.slice(0, SHOWN), ...more].join('\n')];
}

function failure(result: CaseResult): string {
  const broken = result.assertions.filter((a) => a.outcome === 'failed');
  const promises = broken.map(
    (a) =>
      `  - ${a.level} ${code(a.id)}: expected ${text(a.expected)}, got ${text(a.actual)}${a.source ? ` (${text(place(a.source))})` : ''}`,
  );
  const exchange = caseExchange(result);
  const again = exchange === undefined ? [] : [`  - ${code(reproduce(exchange.request))}`];
  return [
    `- ${code(result.id)} ${text(result.title)}${result.known ? ` — known: ${text(result.known.reason)}` : ''}`,
    ...promises,
    ...again,
  ].join('\n');
}

/** Untrusted text outside code: nothing in it may become markdown or HTML. */
function text(value: string): string {
  return value.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|!~&@]/g, (c) => `&#${c.codePointAt(0)};`);
}

/** Untrusted text as a code span, with a fence longer than any run of backticks in it (CommonMark 6.1). */
function code(value: string): string {
  const flat = value.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}
