// What the HTML page says above its cases: what to fix, what has no answer, what was relaxed. Every decision of that part
// of the page is made here; the template only lays it out.
import { many } from '../../spec/many.js';
import type { CaseResult, Run } from '../run.js';
import type { DefectCluster } from './defects.js';
import { findingsOf } from './findings.js';
import { brief, caseExchange, reproduce } from './text.js';

/** So many cases of an entry are linked at once; the others unfold. */
const LINKED = 6;
/** So many lines of documents stand with an entry. */
const PLACES = 4;

/** @param anchors where each case stands on the page */
export function findingsView(run: Run, anchors: Map<CaseResult, string>) {
  const { hint = '', fix, reasons, open, relaxed, left } = findingsOf(run);
  const link = (result: CaseResult) => ({ id: result.id, anchor: anchors.get(result) ?? '' });
  const links = (results: CaseResult[]) => ({
    links: results.slice(0, LINKED).map(link),
    further: results.slice(LINKED).map(link),
    more: results.length > LINKED ? `${results.length - LINKED} more` : '',
  });
  return {
    hint,
    failures: run.counts.failed > 1 ? `${many(run.counts.failed, 'case')} failed for ${many(reasons, 'reason')}.` : '',
    fix: fix.map((cluster) => ({ ...defectView(cluster), ...links(cluster.cases) })),
    open: open.map(({ text, items }) => ({
      text,
      outcome: items[0]?.outcome ?? 'untested',
      label: items[0]?.outcome === 'cantTell' ? "can't tell" : 'untested',
      count: many(items.length, 'case'),
      ...links(items),
    })),
    relaxed: relaxed.map(({ text, items }) => ({
      text,
      count: many(items.length, 'case'),
      ...links(items.map((i) => i.result)),
    })),
    left: left.map(({ text, items }) => ({
      text,
      count: many(items.length, 'thing'),
      things: items.map((l) => ({ url: l.url, what: l.what })),
    })),
  };
}

function defectView({ defects, cases, operations, places, known }: DefectCluster) {
  const [first] = cases;
  const exchange = first && caseExchange(first);
  const title = cases.length === 1 ? (first?.title ?? '') : '';
  return {
    level: defects[0]?.level ?? 'MUST',
    title,
    known: known ? (first?.known?.reason ?? '') : '',
    size: `${many(cases.length, 'case')}${operations.length > 1 ? ` in ${operations.length} operations` : ''}`,
    promises: defects.map((d) => ({
      id: d.promise,
      pointer: d.pointer ?? '',
      expected: brief(d.expected),
      actual: brief(d.actual),
      followers: d.followers.map((f) => `${f.promise} (${many(f.cases, 'case')})`).join(', '),
    })),
    places: `${places.slice(0, PLACES).join(', ')}${places.length > PLACES ? ` and ${many(places.length - PLACES, 'more line')}` : ''}`,
    operations: operations.length > 1 ? '' : (first?.operation ?? ''),
    reproduce: exchange === undefined ? '' : reproduce(exchange.request),
  };
}
