// A markdown summary, for GitHub's job summary or a pull request.
import { many } from '../../spec/many.js';
import { markdownText as text } from '../../spec/markdown-text.js';
import type { CaseResult, Run } from '../run.js';
import type { DefectCluster } from './defects.js';
import { findingsOf } from './findings.js';
import { brief, caseExchange, duration, place, reproduce } from './text.js';

/** GitHub cuts job summaries at 1 MiB; so many findings are told in full. */
const SHOWN = 50;
/** So many ids of further cases stand with one. */
const IDS = 5;

/** The run in GitHub-flavoured markdown: verdict, counts, what to fix first, relaxations last. */
export function summary(run: Run): string {
  const { hint, fix, reasons, open, relaxed, left } = findingsOf(run);
  const { passed, failed, inapplicable } = run.counts;
  return [
    `## ${run.verdict}: ${text(run.target.name ?? run.target.url)}`,
    `| passed | failed | can't tell | untested | inapplicable | assertions | requests | time |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n| ${[passed, failed, run.counts.cantTell, run.counts.untested, inapplicable, run.totals.assertions, run.totals.exchanges, duration(run.totals.ms)].join(' | ')} |`,
    ...(run.stopped === undefined ? [] : [`**Stopped early:** ${text(run.stopped)}`]),
    ...(hint === undefined ? [] : [`**${text(hint)}**`]),
    ...section(
      failed > 1 ? `What to fix: ${failed} cases failed for ${many(reasons, 'reason')}` : 'Failed',
      fix.map(failure),
    ),
    ...section(
      'No answer',
      open.map(
        ({ text: why, items: [first, ...rest] }) => `- ${such(first, rest.length)} (${first?.outcome}): ${text(why)}`,
      ),
    ),
    ...section(
      'Relaxed',
      relaxed.map(({ text: why, items: [first, ...rest] }) => `- ${such(first?.result, rest.length)}: ${text(why)}`),
    ),
    ...section(
      'Stale in the baseline',
      (run.baseline?.stale ?? []).map((n) => `- ${code(n.case)}: ${text(n.message)}`),
    ),
    ...section(
      'Left on the target',
      left.map(
        ({ text: why, items: [first, ...rest] }) =>
          `- ${rest.length > 0 ? `${rest.length + 1} things, such as ` : ''}${code(first?.url ?? '')}: ${text(why)}`,
      ),
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

function such(first: Pick<CaseResult, 'id'> | undefined, further: number): string {
  return `${further > 0 ? `${further + 1} cases, such as ` : ''}${code(first?.id ?? '')}`;
}

function failure({ defects, cases, operations }: DefectCluster): string {
  const [first, ...rest] = cases;
  if (!first) return '';
  const exchange = caseExchange(first);
  const more = rest.length > IDS ? ` and ${rest.length - IDS} more` : '';
  const where = operations.length > 1 ? `, in ${operations.length} operations` : '';
  return [
    `- ${such(first, rest.length)} ${text(first.title)}${first.known ? ` — known: ${text(first.known.reason)}` : ''}`,
    ...defects.map((d) => {
      const at = d.source ?? (rest.length > 0 ? first.source : undefined);
      const and = d.followers.length > 0 ? `; and so ${d.followers.map((f) => code(f.promise)).join(', ')}` : '';
      return `  - ${d.level} ${code(d.promise)}: expected ${text(brief(d.expected))}, got ${text(brief(d.actual))}${at ? ` (${text(place(at))})` : ''}${and}`;
    }),
    ...(rest.length === 0
      ? []
      : [
          `  - also ${rest
            .slice(0, IDS)
            .map((c) => code(c.id))
            .join(', ')}${more}${where}`,
        ]),
    ...(exchange === undefined ? [] : [`  - ${code(reproduce(exchange.request))}`]),
  ].join('\n');
}

/** Untrusted text as a code span, with a fence longer than any run of backticks in it (CommonMark 6.1). */
function code(value: string): string {
  const flat = value.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}
