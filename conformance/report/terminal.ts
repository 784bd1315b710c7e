// The terminal report: what to fix first, each with the request that shows it; then what is open; then the verdict.
import type pc from 'picocolors';
import { many } from '../../spec/many.js';
import { type CaseResult, type Outcome, type Run, STAYS } from '../run.js';
import type { DefectCluster } from './defects.js';
import { findingsOf } from './findings.js';
import type { Tally } from './tally.js';
import { brief, caseExchange, duration, OUTCOMES, place, printable, reproduce } from './text.js';
import { uniformOf } from './uniform.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** So many findings of a kind are told on a screen; `--all` and report.html have the rest. */
const SHOWN = 12;
/** So many ids of further cases stand with one. */
const IDS = 3;
/** Longest command that is printed, in characters: one with a body of 64 KB would fill a screen. */
const COMMAND = 2000;

export interface TerminalOptions {
  /** Where the reports were written, for the last line; none were where it is absent. */
  folder?: string;
  /** Everything, each case by its id. */
  all?: boolean;
}

/**
 * The run as lines for people.
 *
 * @param colors picocolors, disabled where colour is not wanted
 */
export function terminal(seen: Run, colors: Colors, { folder, all = false }: TerminalOptions = {}): string {
  const run = cleaned(seen);
  const { hint, fix, reasons, open, relaxed, left } = findingsOf(run, uniformOf(seen));
  const list = <T>(entries: T[], lines: (entry: T) => string[], what: string): string[] => {
    const shown = all ? entries : entries.slice(0, SHOWN);
    const more = entries.length - shown.length;
    return [...shown.flatMap(lines), ...(more > 0 ? [colors.dim(`… and ${more} more ${what}; --all lists them`)] : [])];
  };
  const stale = run.baseline?.stale ?? [];
  const lines = [
    ...(hint === undefined ? [] : [colors.bold(colors.yellow(printable(hint, true)))]),
    ...list(fix, (cluster) => failure(cluster, colors, all), 'to fix'),
    ...list(open, (group) => unanswered(group, colors, all), 'reasons'),
    ...list(
      relaxed,
      ({ text, items: [first, ...rest] }) => [
        `${colors.cyan('relaxed')} ${counted(first?.result.id ?? '', rest.length, 'case')}: ${text}${rest.length > 0 ? '' : dimPlace(first?.relaxation.source, colors)}`,
      ],
      'relaxations',
    ),
    ...list(
      stale,
      (n) => [`${colors.yellow('stale in the baseline')} ${colors.bold(n.case)}`, `  ${n.message}`],
      'entries',
    ),
    ...list(
      left,
      ({ text, items: [first, ...rest] }) => [
        `${colors.yellow('left on the target')} ${counted(first?.url ?? '', rest.length, 'thing')}`,
        `  ${text}`,
        ...(all ? rest.map((l) => `  ${l.url}`) : []),
      ],
      'reasons',
    ),
    ...(left.every(({ text }) => text === STAYS) || run.target.embedded
      ? []
      : run.id.split('+').map((id) => `  remove what is left: docproof clean --run ${id}`)),
    ...(run.stopped === undefined ? [] : [`${colors.red('stopped early')}: ${run.stopped}`]),
    verdict(run, reasons, colors),
    colors.dim(
      `${many(run.totals.assertions, 'promise')} looked at in ${many(run.totals.exchanges, 'request')}, ${duration(run.totals.ms)}; target ${run.target.url}`,
    ),
    ...(folder === undefined ? [] : [`report: ${folder}/report.html`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Only what is shown is cleaned: a run can hold thousands of exchanges. */
function cleaned(run: Run): Run {
  const shown = run.cases.filter((c) => c.outcome !== 'passed' || c.relaxations.length > 0);
  return { ...printable({ ...run, cases: [] }, true), cases: printable(shown, true) };
}

function verdict(run: Run, reasons: number, colors: Colors): string {
  const paint = { conformant: colors.green, nonconformant: colors.red, undetermined: colors.yellow }[run.verdict];
  const counts = Object.entries(run.counts).filter(([, n]) => n > 0);
  const tally = counts.map(([outcome, n]) => {
    if (outcome === 'failed' && n > 1) return `${n} failed for ${many(reasons, 'reason')}`;
    return `${n} ${OUTCOMES[outcome as Outcome]}`;
  });
  return `${paint(colors.bold(run.verdict))}: ${tally.join(', ') || 'no cases'}`;
}

function failure({ defects, cases, operations, known }: DefectCluster, colors: Colors, all: boolean): string[] {
  const [first, ...rest] = cases;
  if (!first) return [];
  const excused = known ? colors.dim(` (known: ${first.known?.reason})`) : '';
  const exchange = caseExchange(first);
  return [
    `${colors.red('failed')} ${heading(first, rest.length, colors)}${excused}${dimPlace(first.source, colors)}`,
    ...defects.flatMap((d) => [
      `  ${d.level} ${d.promise}${d.pointer ? ` ${d.pointer}` : ''}${dimPlace(d.source, colors)}`,
      `    ${colors.green(`expected ${brief(d.expected)}`)}`,
      `    ${colors.red(`got      ${brief(d.actual)}`)}`,
      ...(d.followers.length === 0
        ? []
        : [
            `    ${colors.dim(`and so   ${d.followers.map((f) => `${f.promise}${rest.length > 0 ? ` (${many(f.cases, 'case')})` : ''}`).join(', ')}`)}`,
          ]),
    ]),
    ...also(rest, operations.length, all),
    ...(exchange === undefined ? [] : [`  ${colors.dim(command(exchange.request))}`]),
  ];
}

function unanswered({ text, items }: Tally<CaseResult>, colors: Colors, all: boolean): string[] {
  const [first, ...rest] = items;
  if (!first) return [];
  const operations = new Set(items.map((c) => c.operation));
  return [
    `${colors.yellow(OUTCOMES[first.outcome])} ${heading(first, rest.length, colors)}${dimPlace(first.source, colors)}`,
    `  ${text}`,
    ...also(rest, operations.size, all),
  ];
}

function heading(first: CaseResult, further: number, colors: Colors): string {
  const name = `${colors.bold(first.id)} ${first.title}`.trimEnd();
  return further === 0 ? name : `${colors.bold(`${further + 1} cases`)}, such as ${name}`;
}

function also(rest: CaseResult[], operations: number, all: boolean): string[] {
  if (rest.length === 0) return [];
  const shown = all ? rest : rest.slice(0, IDS);
  const more = rest.length > shown.length ? ` and ${rest.length - shown.length} more` : '';
  const where = operations > 1 ? `, in ${operations} operations` : '';
  return [`  also ${shown.map((c) => c.id).join(', ')}${more}${where}`];
}

function counted(first: string, further: number, what: string): string {
  return further === 0 ? first : `${many(further + 1, what)}, such as ${first}`;
}

function command(request: Parameters<typeof reproduce>[0]): string {
  const text = reproduce(request);
  return text.length > COMMAND ? `${text.slice(0, COMMAND)}… (whole in report.html)` : text;
}

function dimPlace(source: CaseResult['source'], colors: Colors): string {
  return source === undefined ? '' : colors.dim(`  ${place(source)}`);
}
