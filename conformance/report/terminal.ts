// The terminal report: failures first, each with the request that shows it; then what is open; then the verdict.
import type pc from 'picocolors';
import type { CaseResult, Run } from '../run.js';
import { caseExchange, duration, place, printable, reproduce } from './text.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** So many findings of a kind are told in full on a screen; report.html has all. */
const SHOWN = 20;

/**
 * The run as lines for people.
 *
 * @param colors picocolors, disabled where colour is not wanted
 * @param reportFolder where the reports were written, for the last line; none were where it is absent
 */
export function terminal(seen: Run, colors: Colors, reportFolder?: string): string {
  // Only what is shown is cleaned: a run can hold thousands of exchanges.
  const shown = seen.cases.filter((c) => c.outcome !== 'passed' || c.relaxations.length > 0);
  const run = { ...printable({ ...seen, cases: [] }), cases: printable(shown) };
  const failed = run.cases.filter((c) => c.outcome === 'failed');
  const open = run.cases.filter((c) => c.outcome === 'cantTell' || c.outcome === 'untested');
  const paint = { conformant: colors.green, nonconformant: colors.red, undetermined: colors.yellow }[run.verdict];
  const lines = [
    ...limited(failed, (c) => failure(c, colors)),
    ...limited(open, (c) => [
      `${colors.yellow(c.outcome === 'cantTell' ? "can't tell" : 'untested')} ${colors.bold(c.id)}${at(c, colors)}`,
      `  ${c.reason ?? ''}`,
    ]),
    ...relaxations(run.cases, colors),
    ...(run.baseline?.stale ?? []).map(
      (n) => `${colors.yellow('stale in the baseline')} ${colors.bold(n.case)}\n  ${n.message}`,
    ),
    ...run.cleaning.left.map((l) => `${colors.yellow('left on the target')} ${l.url}\n  ${l.reason}`),
    ...(run.stopped === undefined ? [] : [`${colors.red('stopped early')}: ${run.stopped}`]),
  ];
  const counts = Object.entries(run.counts).filter(([, n]) => n > 0);
  const tally =
    counts.map(([outcome, n]) => `${n} ${outcome === 'cantTell' ? "can't tell" : outcome}`).join(', ') || 'no cases';
  lines.push(`${paint(colors.bold(run.verdict))}: ${tally}`);
  lines.push(
    colors.dim(
      `${run.totals.assertions} promises looked at in ${run.totals.exchanges} requests, ${duration(run.totals.ms)}; target ${run.target.url}`,
    ),
  );
  if (reportFolder !== undefined) lines.push(`report: ${reportFolder}/report.html`);
  return `${lines.join('\n')}\n`;
}

function limited(results: CaseResult[], lines: (result: CaseResult) => string[]): string[] {
  const more = results.length > SHOWN ? [`… and ${results.length - SHOWN} more`] : [];
  return [...results.slice(0, SHOWN).flatMap(lines), ...more];
}

function failure(result: CaseResult, colors: Colors): string[] {
  const broken = result.assertions.filter((a) => a.outcome === 'failed');
  const exchange = caseExchange(result);
  return [
    `${colors.red('failed')} ${colors.bold(result.id)} ${result.title}${result.known ? colors.dim(` (known: ${result.known.reason})`) : ''}${at(result, colors)}`,
    ...broken.flatMap((a) => [
      `  ${a.level} ${a.id}${a.pointer ? ` ${a.pointer}` : ''}${a.source ? colors.dim(` ${place(a.source)}`) : ''}`,
      `    ${colors.green(`expected ${a.expected}`)}`,
      `    ${colors.red(`got      ${a.actual}`)}`,
    ]),
    ...(exchange === undefined ? [] : [`  ${colors.dim(reproduce(exchange.request))}`]),
  ];
}

function relaxations(results: CaseResult[], colors: Colors): string[] {
  return limitedText(
    results.flatMap((c) =>
      c.relaxations.map(
        (r) => `${colors.cyan('relaxed')} ${c.id}: ${r.reason}${r.source ? colors.dim(` ${place(r.source)}`) : ''}`,
      ),
    ),
  );
}

function limitedText(lines: string[]): string[] {
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `… and ${lines.length - SHOWN} more`] : lines;
}

function at(result: CaseResult, colors: Colors): string {
  return result.source === undefined ? '' : colors.dim(`  ${place(result.source)}`);
}
