// Every rule over all pages of a run: pages in, findings out. Pure; `build` and `lint` both use it.
import { compareDiagnostics, type Diagnostic } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import { placeOf, type Span } from '../read/document.js';
import { RULES } from './registry.js';
import type { Finding, Rule } from './rule.js';
import { Site, type SiteOptions } from './site.js';

/** Findings of all rules that check pages, sorted. Those made while reading and recognising are not repeated. */
export function checkPages(pages: readonly Page[], options: SiteOptions): Diagnostic[] {
  const site = new Site(pages, options);
  const out: Diagnostic[] = [];
  for (const rule of RULES) rule.check?.(site, (page, at, finding) => out.push(diagnosticOf(rule, page, at, finding)));
  return unique(out.sort(compareDiagnostics));
}

function diagnosticOf(rule: Rule, page: Page, at: Span, finding: Finding): Diagnostic {
  const place = placeOf(page.document, at.start);
  const lineEnd = page.document.text.indexOf('\n', at.start);
  const end = Math.min(at.end, lineEnd < 0 ? page.document.text.length : lineEnd);
  return {
    code: rule.code,
    severity: rule.severity,
    page: page.id,
    lang: page.lang,
    ...place,
    message: finding.message,
    ...(finding.help ? { help: finding.help } : {}),
    ...(end > at.start + 1 ? { endColumn: place.column + end - at.start } : {}),
    ...(finding.fix ? { fix: finding.fix } : {}),
  };
}

/** The same sentence at the same place once. */
function unique(sorted: Diagnostic[]): Diagnostic[] {
  return sorted.filter((d, i) => {
    const before = sorted[i - 1];
    return !before || compareDiagnostics(before, d) !== 0;
  });
}
