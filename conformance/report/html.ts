// The one-file HTML report: readable without JavaScript, nothing loaded from anywhere, every value escaped.
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import type { Assertion, CaseResult, Exchange, Outcome, Run } from '../run.js';
import { plainOperation } from './alike.js';
import { findingsView } from './html-findings.js';
import { caseExchange, duration, OUTCOMES, place, reproduce } from './text.js';

/** The three files of templates/report that make up the page. */
export interface ReportTemplates {
  page: string;
  style: string;
  script: string;
}

const MARK: Record<Outcome, string> = { failed: '✗', cantTell: '?', untested: '○', inapplicable: '–', passed: '✓' };
/** Worst first. */
const ORDER = Object.keys(OUTCOMES) as Outcome[];
/** So many failures are opened at once. */
const OPENED = 3;
/** Longest body that is shown, in characters; report.json has all that was kept. */
const BODY = 20_000;

/** Renders the page. The view makes every decision; the template only lays it out. */
export function html(run: Run, templates: ReportTemplates): string {
  const render = Handlebars.create().compile(templates.page, { strict: true, preventIndent: true });
  return render(view(run, templates));
}

function view(run: Run, templates: ReportTemplates) {
  const cases = [...run.cases].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const anchors = new Map(run.cases.map((c, i) => [c, `case-${i + 1}`]));
  return {
    style: templates.style,
    script: templates.script,
    scriptHash: `sha256-${createHash('sha256').update(`\n${templates.script}`).digest('base64')}`,
    verdict: run.verdict,
    target: run.target.name ?? run.target.url,
    embedded: run.target.embedded,
    suite: `${run.spec.title} ${run.spec.version}`,
    started: run.startedAt,
    time: duration(run.totals.ms),
    stopped: run.stopped ?? '',
    bar: ORDER.filter((outcome) => run.counts[outcome] > 0)
      .reverse()
      .map((outcome) => ({
        outcome,
        share: ((100 * run.counts[outcome]) / run.cases.length).toFixed(3),
        title: `${run.counts[outcome]} ${OUTCOMES[outcome]}`,
      })),
    counts: [
      ...ORDER.map((outcome) => ({ outcome, label: OUTCOMES[outcome], count: run.counts[outcome] })).reverse(),
      { outcome: '', label: 'promises', count: run.totals.assertions },
      { outcome: '', label: 'requests', count: run.totals.exchanges },
    ],
    ...findingsView(run, anchors),
    operations: operations(run.cases, anchors),
    outcomes: ORDER.map((outcome) => ({ outcome, label: OUTCOMES[outcome] })),
    cases: cases.map((c, i) => caseView(c, anchors.get(c) ?? '', i < OPENED && c.outcome !== 'passed')),
    stale: run.baseline?.stale ?? [],
    version: run.tool.version,
    run: run.id,
    file: run.spec.file,
    sha256: run.spec.sha256,
    shard: run.selection.shard === undefined ? '' : `${run.selection.shard.index}/${run.selection.shard.total}`,
    created: run.cleaning.created,
    removed: run.cleaning.removed,
  };
}

function operations(results: CaseResult[], anchors: Map<CaseResult, string>) {
  const groups = new Map<string, CaseResult[]>();
  // Forms of one URL stand with their operation.
  for (const result of results) {
    const id = plainOperation(result);
    groups.set(id, [...(groups.get(id) ?? []), result]);
  }
  return [...groups].map(([id, own]) => ({
    id,
    method: (own.find((c) => c.operation === id) ?? own[0])?.method ?? '',
    path: (own.find((c) => c.operation === id) ?? own[0])?.path ?? '',
    passed: own.filter((c) => c.outcome === 'passed').length,
    total: own.length,
    cells: own.map((c) => ({
      outcome: c.outcome,
      mark: MARK[c.outcome],
      anchor: anchors.get(c) ?? '',
      title: `${c.id}: ${OUTCOMES[c.outcome]}`,
    })),
  }));
}

function caseView(result: CaseResult, anchor: string, open: boolean) {
  const about = caseExchange(result);
  // What passed is shown by its own exchange; what did not, with everything that led to it.
  const exchanges = result.outcome === 'passed' ? [about].filter((e) => e !== undefined) : result.exchanges;
  return {
    anchor,
    open,
    outcome: result.outcome,
    label: OUTCOMES[result.outcome],
    id: result.id,
    title: result.title,
    level: result.level,
    kind: result.kind,
    place: place(result.source),
    reason: result.outcome === 'passed' ? '' : (result.reason ?? ''),
    known: result.known?.reason ?? '',
    relaxations: result.relaxations.map((r) => ({ id: r.id, reason: r.reason, place: place(r.source) })),
    assertions: result.assertions.map(assertionView),
    reproduce: about === undefined ? '' : reproduce(about.request),
    exchanges: exchanges.map(exchangeView),
  };
}

function assertionView(assertion: Assertion) {
  return {
    id: assertion.id,
    outcome: assertion.outcome,
    mark: MARK[assertion.outcome],
    level: assertion.level,
    pointer: assertion.pointer ?? '',
    same: assertion.outcome === 'passed',
    expected: assertion.expected,
    actual: assertion.actual,
    place: place(assertion.source),
  };
}

function exchangeView(exchange: Exchange) {
  const { request, response } = exchange;
  const asked = [
    `${request.method} ${request.url}`,
    ...Object.entries(request.headers).map(([n, v]) => `${n}: ${v}`),
    '',
    readable(request.body),
  ];
  const answered =
    response === undefined
      ? [exchange.error ?? 'no answer']
      : [String(response.status), ...response.headers.map(([n, v]) => `${n}: ${v}`), '', readable(response.body)];
  return {
    title: exchange.title,
    purpose: exchange.purpose,
    time: duration(exchange.ms),
    request: asked.join('\n').trimEnd(),
    response: answered.join('\n').trimEnd(),
  };
}

function readable(body: string | undefined): string {
  if (body === undefined) return '';
  let text = body;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Not JSON: shown as it is.
  }
  return text.length > BODY ? `${text.slice(0, BODY)}\n… ${text.length - BODY} more characters in report.json` : text;
}
