// doc/missing-section: what a page about an operation has to say and does not.
import type { Endpoint, Page } from '../../extract/page.js';
import { SIDED } from '../../extract/sections.js';
import type { Profile, Role } from '../../profiles/profile.js';
import { rememberedFor } from '../../remember.js';
import { nearTitles } from '../near-title.js';
import type { Report, Rule } from '../rule.js';
import type { Site } from '../site.js';
import { impossibleStatuses } from '../stated-statuses.js';

export const missingSection: Rule = {
  code: 'doc/missing-section',
  severity: 'warning',
  purpose:
    'A page about an operation without its URL, method, status or required privileges, without a section that nearly all other pages have, or without the bodies of targets that its URLs name.',
  why: 'What the page does not say, neither the contract nor a client can know.',
  bad: { sections: { 'Required Privileges': null } },
  good: { sections: { 'Required Privileges': 'label' } },
  check(site, report) {
    const usual = usualSections(site);
    for (const { page, endpoint } of site.endpoints()) {
      sections(page, endpoint, site, usual.get(page.lang) ?? new Set(), report);
      targets(page, endpoint, report);
    }
  },
};

const NAMES: Partial<Record<Role, string>> = {
  overview: 'overview',
  url: 'request URL',
  method: 'request method',
  query: 'request query',
  requestHeader: 'request header',
  requestBody: 'request body',
  status: 'response status',
  responseHeader: 'response header',
  responseBody: 'response body',
  errors: 'error messages',
  privileges: 'required privileges',
  curl: 'cURL command',
};

/** Sections whose content is words: without any, the page does not say what it promises to. */
const SPOKEN: readonly Role[] = ['url', 'method', 'status', 'privileges'];

/** What the headings of a page are about. */
const rolesBy = rememberedFor(({ titles }: Profile) =>
  rememberedFor(
    ({ headings }: Page): ReadonlySet<Role | undefined> =>
      new Set(
        headings.flatMap(({ text }) => {
          const role = titles.match(text)?.value;
          return role && SIDED[role] ? Object.values(SIDED[role]) : [role];
        }),
      ),
  ),
);

function sections(page: Page, endpoint: Endpoint, site: Site, usual: ReadonlySet<Role>, report: Report): void {
  const roles = rolesBy(site.profile)(page);
  // A misspelt heading is a finding of its own.
  const misspelt = new Set(nearTitles(page, site.profile).map(({ role }) => role));
  for (const role of neededBy(page, endpoint, site, usual)) {
    if (misspelt.has(role) || isSaid(endpoint, role)) continue;
    if (role === 'status' && site.profile.infer.status !== undefined) continue;
    if (roles.has(role)) {
      emptySection(page, role, site, report);
      continue;
    }
    const at = page.headings.find((heading) => heading.level > 1)?.span ?? {
      start: page.document.bodyStart,
      end: page.document.bodyStart + 1,
    };
    report(page, at, {
      message: `the page has no section for the ${NAMES[role]}${usual.has(role) && !SPOKEN.includes(role) ? ', which the other pages have' : ''}`,
      help: 'add the section; where there is nothing to say, write that there is none',
    });
  }
}

function neededBy(page: Page, endpoint: Endpoint, site: Site, usual: ReadonlySet<Role>): Set<Role> {
  const needed = new Set<Role>(['url', 'method', 'status']);
  if (
    endpoint.parameters.some((p) => p.in === 'header' && /authorization/i.test(p.name) && /bearer/i.test(p.effective))
  )
    needed.add('privileges');
  for (const role of usual) needed.add(role);
  if (endpoint.responses.some((r) => r.body.samples.length > 0)) needed.add('responseBody');
  const sendsBody =
    endpoint.body.samples.length > 0 || site.commandsOf(page).some(({ reading }) => reading.meant?.body !== undefined);
  const mayHaveNone = endpoint.methods.every((m) => /^(?:GET|HEAD|DELETE|OPTIONS)$/i.test(m.value));
  if (sendsBody && !mayHaveNone) needed.add('requestBody');
  else if (mayHaveNone) needed.delete('requestBody');
  if (site.profile.layout === 'sections' || page.endpoints.length > 1) {
    for (const role of [...needed]) if (!SPOKEN.includes(role)) needed.delete(role);
  }
  return needed;
}

/** Pages that must agree before a section is held to belong to every page, and the part of them that must have it. */
const FEWEST = 10;
const NEARLY_ALL = 0.9;

/** Sections that nearly all pages about operations have, by language. */
function usualSections(site: Site): Map<string, Set<Role>> {
  const counts = new Map<string, { pages: number; roles: Map<Role, number> }>();
  for (const page of site.pages) {
    if (page.endpoints.length !== 1) continue;
    const count = counts.get(page.lang) ?? { pages: 0, roles: new Map<Role, number>() };
    counts.set(page.lang, count);
    count.pages++;
    for (const role of new Set(page.headings.map((heading) => site.profile.titles.match(heading.text)?.value)))
      if (role && role in NAMES) count.roles.set(role, (count.roles.get(role) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([lang, { pages, roles }]) => [
      lang,
      new Set(
        pages < FEWEST
          ? []
          : [...roles].filter(([role, n]) => role !== 'privileges' && n >= pages * NEARLY_ALL).map(([role]) => role),
      ),
    ]),
  );
}

/** The section is there, but nothing in it says what it is for. */
function emptySection(page: Page, role: Role, site: Site, report: Report): void {
  if (!SPOKEN.includes(role) || page.endpoints.length > 1) return;
  const { blocks } = page.document;
  const at = blocks.findIndex((b) => b.kind === 'heading' && site.profile.titles.match(b.text)?.value === role);
  const heading = blocks[at];
  const next = blocks[at + 1];
  if (heading?.kind !== 'heading') return;
  const has = next !== undefined && next.kind !== 'heading';
  // "None" is an answer to which privileges are required; it is none to the other questions.
  if (has && role === 'privileges') return;
  if (role === 'status' && impossibleStatuses(page, site.profile).length > 0) return;
  report(page, heading.span, {
    message: has
      ? `the section "${heading.text}" gives no ${NAMES[role]} that docproof understands`
      : `the section "${heading.text}" is empty`,
    help: `write the ${NAMES[role]} there`,
  });
}

function isSaid(endpoint: Endpoint, role: Role): boolean {
  if (role === 'url') return endpoint.urls.length > 0;
  if (role === 'method') return endpoint.methods.length > 0;
  if (role === 'status') return endpoint.responses.some((r) => r.statuses.length > 0);
  return role === 'privileges' && endpoint.privileges.length > 0;
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
