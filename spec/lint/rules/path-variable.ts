// doc/path-variable: variables of a URL that no table explains, and explained ones that no URL has.
import { editDistance } from '../../edit-distance.js';
import { pathVariables } from '../../extract/operations/shown-requests.js';
import type { Page } from '../../extract/page.js';
import type { Rule } from '../rule.js';

export const pathVariable: Rule = {
  code: 'doc/path-variable',
  severity: 'warning',
  purpose:
    "A variable in the page's path table that its URLs do not have, or one of a URL that neither that table nor the page of variables explains.",
  why: 'The reader cannot tell what to put there.',
  bad: {
    sections: {
      'Request Query': null,
      'Request URL':
        "```\n{CellURL}__ctl/Label('{LabelName}')\n```\n\n|Path|Overview|\n|:--|:--|\n|{CellName}|Name of the cell|\n|{LabelName}|Name of the label|",
    },
  },
  good: {
    sections: {
      'Request URL':
        "```\n{CellURL}__ctl/Label('{LabelName}')\n```\n\n|Path|Overview|\n|:--|:--|\n|{CellURL}|URL of the cell|\n|{LabelName}|Name of the label|",
    },
  },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      const explained = endpoint.parameters.filter((p) => p.in === 'path');
      if (explained.length === 0 || endpoint.urls.length === 0) continue;
      const used = new Set(endpoint.urls.flatMap((u) => pathVariables(u.text)));
      const lost = explained.filter((p) => !used.has(p.name));
      const [first] = lost;
      if (first)
        report(page, first.nameSpan, {
          message: `${lost.map((p) => `{${p.name}}`).join(', ')} is explained, but no URL of the page has it (they have ${[...used].map((n) => `{${n}}`).join(', ')})`,
          help: 'explain the variables that the URLs have',
        });
    }
    unknownVariables(site, report);
  },
};

/** One finding for each unknown variable, at its first use. */
function unknownVariables(...[site, report]: Parameters<NonNullable<Rule['check']>>): void {
  const listed = site.pages.filter((page) => page.variables.length > 0);
  if (listed.length === 0) return;
  const known = new Set([
    ...listed.flatMap((page) => page.variables.map((v) => v.name)),
    ...site.profile.bases.map((b) => b.name),
  ]);
  const lost = new Map<string, { page: Page; start: number; pages: Set<Page> }>();
  for (const { page, endpoint } of site.endpoints()) {
    const own = new Set(endpoint.parameters.map((p) => p.name));
    for (const url of endpoint.urls)
      for (const found of url.text.matchAll(/\{(\w+)\}/g)) {
        const name = found[1] as string;
        if (known.has(name) || own.has(name)) continue;
        const at = page.document.text.indexOf(found[0], url.span.start);
        const start = at >= 0 && at < url.span.end ? at : url.span.start;
        const first = lost.get(name);
        if (first) first.pages.add(page);
        else lost.set(name, { page, start, pages: new Set([page]) });
      }
  }
  for (const [name, { page, start, pages }] of lost) {
    const plain = name.toLowerCase();
    const near = [...known].find(
      (k) => k[0]?.toLowerCase() === plain[0] && editDistance(k.toLowerCase(), plain, 3) < 3,
    );
    const also = pages.size > 1 ? `; ${pages.size - 1} more ${pages.size === 2 ? 'page uses' : 'pages use'} it` : '';
    report(
      page,
      { start, end: start + name.length + 2 },
      {
        message: `{${name}} is not on the page of variables (${listed[0]?.id})${also}`,
        help: near ? `{${near}} is meant?` : 'use a listed name, or list it',
      },
    );
  }
}
