// doc/missing-section: what a page about an operation has to say and does not.
import type { Endpoint, Page } from '../../extract/page.js';
import type { Role } from '../../profiles/profile.js';
import type { Report, Rule } from '../rule.js';
import type { Site } from '../site.js';

export const missingSection: Rule = {
  code: 'doc/missing-section',
  severity: 'warning',
  purpose:
    'A page about an operation without its URL, method, status or required privileges, or without the bodies of targets that its URLs name.',
  why: 'What the page does not say, neither the contract nor a client can know.',
  bad: { sections: { 'Required Privileges': null } },
  good: { sections: { 'Required Privileges': 'label' } },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      sections(page, endpoint, site, report);
      targets(page, endpoint, report);
    }
  },
};

const NAMES: Partial<Record<Role, string>> = {
  url: 'request URL',
  method: 'request method',
  status: 'response status',
  privileges: 'required privileges',
};

function sections(page: Page, endpoint: Endpoint, site: Site, report: Report): void {
  const roles = new Set(page.headings.map((heading) => site.profile.titles.match(heading.text)?.value));
  const needed: Role[] = ['url', 'method', 'status'];
  if (
    endpoint.parameters.some((p) => p.in === 'header' && /authorization/i.test(p.name) && /bearer/i.test(p.effective))
  )
    needed.push('privileges');
  for (const role of needed) {
    if (roles.has(role) || isSaid(endpoint, role)) continue;
    if (role === 'status' && site.profile.infer.status !== undefined) continue;
    const at = page.headings.find((heading) => heading.level > 1)?.span ?? {
      start: page.document.bodyStart,
      end: page.document.bodyStart + 1,
    };
    report(page, at, {
      message: `the page has no section for the ${NAMES[role]}`,
      help: 'add the section; where there is nothing to say, write that there is none',
    });
  }
}

function isSaid(endpoint: Endpoint, role: Role): boolean {
  if (role === 'url') return endpoint.urls.length > 0;
  if (role === 'method') return endpoint.methods.length > 0;
  if (role === 'status') return endpoint.responses.some((r) => r.statuses.length > 0);
  return endpoint.privileges.length > 0;
}

/** URLs for several targets, but a body for some of them only. */
function targets(page: Page, endpoint: Endpoint, report: Report): void {
  if (!endpoint.methods.some((m) => m.value === 'POST' || m.value === 'PUT')) return;
  const named = [
    ...new Set(endpoint.urls.map((u) => navigationTarget(u.text)).filter((t): t is string => t !== undefined)),
  ];
  if (named.length < 2) return;
  for (const { tables } of [endpoint.body]) {
    const variants = new Set(tables.map((t) => t.variant).filter((v): v is string => v !== undefined));
    if (variants.size === 0 || tables.some((t) => t.variant === undefined)) continue;
    const lost = named.filter((name) => ![...variants].some((v) => v.toLowerCase() === name.toLowerCase()));
    const [first] = tables;
    if (!first || lost.length === 0) continue;
    report(
      page,
      { start: first.span.start, end: first.span.start + 1 },
      {
        message: `the page documents no body for ${lost.join(', ')}, though its URLs name ${lost.length === 1 ? 'it' : 'them'}`,
        help: 'document the body of every target',
      },
    );
  }
}

/** `Role` of `…/_Role` at the end of a URL. */
function navigationTarget(url: string): string | undefined {
  return /\/_([A-Z]\w*)$/.exec(url)?.[1];
}
