// doc/copy-paste: a page whose title names a thing that its URLs do not, though those of other pages do.
import type { Rule } from '../rule.js';
import { urlSegments } from '../url-shape.js';

export const copyPaste: Rule = {
  code: 'doc/copy-paste',
  severity: 'warning',
  purpose: 'A page whose title names a resource that none of its URLs has, while all of them have another.',
  why: 'The URLs, or the whole page, have been copied from the page of the other resource.',
  bad: {
    title: 'Update Label',
    sections: { 'Request URL': "```\n{CellURL}__ctl/Color('{ColorName}')\n```" },
    others: {
      'list_label.md':
        '# List Label\n\n## Request\n\n### Request URL\n\n```\n{CellURL}__ctl/Label\n```\n\n### Request Method\n\nGET\n',
    },
  },
  good: { title: 'Update Label' },
  check(site, report) {
    const names = new Map<string, string>();
    for (const { endpoint } of site.endpoints())
      for (const url of endpoint.urls)
        for (const segment of urlSegments(url.text))
          if (/^[A-Z][A-Za-z]{3,}$/.test(segment.name)) names.set(segment.name.toLowerCase(), segment.name);
    for (const { page, endpoint } of site.endpoints()) {
      if (endpoint.urls.length === 0) continue;
      const words = page.title.split(/[^A-Za-z]+/).filter(Boolean);
      const resource = words.map((word) => names.get(word.toLowerCase())).find((name) => name !== undefined);
      if (!resource) continue;
      const own = new Set(
        endpoint.urls.flatMap((u) => urlSegments(u.text).map((s) => s.name.replace(/^_/, '').toLowerCase())),
      );
      const first = endpoint.urls.map((u) => urlSegments(u.text).find((s) => /^[A-Z][A-Za-z]{3,}$/.test(s.name))?.name);
      const [other] = first;
      if (!other || other === resource || first.some((name) => name !== other)) continue;
      if (own.has(resource.toLowerCase()) && !/\$links|navigation/i.test(page.title)) continue;
      const [url] = endpoint.urls;
      if (url)
        report(page, url.span, {
          message: `the page is called "${page.title}", but its URLs start at ${other}`,
          help: `document the URLs of ${resource}, or rename the page`,
        });
    }
  },
};
