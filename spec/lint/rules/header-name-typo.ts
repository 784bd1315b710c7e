// doc/header-name-typo: a header name one or two letters away from a registered one, in a table (found while the page is read), or from one
// that the other pages have, or in a command.

import { editDistance } from '../../edit-distance.js';
import { intendedHeader, isKnownHeader } from '../../extract/header-names.js';
import type { FieldRow, Page } from '../../extract/page.js';
import type { Report, Rule } from '../rule.js';
import type { Site } from '../site.js';

export const headerNameTypo: Rule = {
  code: 'doc/header-name-typo',
  severity: 'warning',
  purpose: `A header name one or two letters away from a registered one, or from one that many other pages have; in a table or in a command.`,
  why: `docproof stores the header that is meant; whoever copies the name sends one that nobody reads.`,
  bad: {
    sections: {
      'Request Header': `|Header Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Contents-Type|Format of the body|application/json|No||`,
    },
  },
  good: {
    sections: {
      'Request Header': `|Header Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Content-Type|Format of the body|application/json|No||`,
    },
  },
  fixable: true,
  check(site, report) {
    const usual = usualNames(site);
    for (const { page, endpoint } of site.endpoints())
      for (const row of headerRows(endpoint)) {
        const meant = isKnownHeader(row.name) ? undefined : nearUsual(row.name, usual);
        if (!meant) continue;
        const at = page.document.text.indexOf(row.name, row.nameSpan.start);
        const start = at >= 0 && at < row.nameSpan.end ? at : row.nameSpan.start;
        const span = { start, end: start + row.name.length };
        report(page, span, {
          message: `"${row.name}" stands on this page only; "${meant.name}", on ${meant.pages} others, is meant`,
          help: `write ${meant.name}`,
          ...(start === at && !page.document.flattened ? { fix: { ...span, text: meant.name } } : {}),
        });
      }
    for (const page of site.pages) commands(page, site, usual, report);
  },
};

interface Usual {
  name: string;
  pages: number;
}

/** Pages that must have a name before others are held to be misspellings of it. */
const MANY = 4;

/** Names that no registry has, with the number of pages that document them. */
function usualNames(site: Site): Map<string, Usual> {
  const pagesOf = new Map<string, { name: string; ids: Set<string> }>();
  for (const { page, endpoint } of site.endpoints())
    for (const row of headerRows(endpoint)) {
      if (isKnownHeader(row.name)) continue;
      const key = row.name.toLowerCase();
      const entry = pagesOf.get(key) ?? { name: row.name, ids: new Set<string>() };
      entry.ids.add(page.file);
      pagesOf.set(key, entry);
    }
  return new Map([...pagesOf].map(([key, { name, ids }]) => [key, { name, pages: ids.size }]));
}

function headerRows(endpoint: Page['endpoints'][number]): FieldRow[] {
  return [...endpoint.parameters.filter((p) => p.in === 'header'), ...endpoint.responses.flatMap((r) => r.headers)];
}

/** The usual name that a rare one is near to; names that differ in their digits are a series, not a slip. */
function nearUsual(name: string, usual: ReadonlyMap<string, Usual>): Usual | undefined {
  const own = name.toLowerCase();
  if (own.length < 6 || own.length > 60 || (usual.get(own)?.pages ?? 0) > 1) return undefined;
  const limit = own.length >= 12 ? 3 : 2;
  for (const [key, candidate] of usual)
    if (
      candidate.pages >= MANY &&
      key.replace(/\d+/g, '') !== own.replace(/\d+/g, '') &&
      editDistance(key, own, limit) < limit
    )
      return candidate;
  return undefined;
}

/** Names that a command sends, held against the registry and against what the pages document. */
function commands(page: Page, site: Site, usual: ReadonlyMap<string, Usual>, report: Report): void {
  const documented = new Set(page.endpoints.flatMap(headerRows).map((row) => row.written.toLowerCase()));
  for (const { reading, fence } of site.commandsOf(page))
    for (const name of Object.keys(reading.meant?.headers ?? {})) {
      if (isKnownHeader(name)) continue;
      const meant =
        intendedHeader(name) ?? (documented.has(name.toLowerCase()) ? undefined : nearUsual(name, usual)?.name);
      const at = fence.text.indexOf(name, reading.offset);
      if (!meant || at < 0 || at > reading.offset + reading.length) continue;
      const span = { start: fence.start + at, end: fence.start + at + name.length };
      report(page, span, {
        message: `the command sends "${name}", which is no header; "${meant}" is meant`,
        help: `write ${meant}`,
        fix: { ...span, text: meant },
      });
    }
}
