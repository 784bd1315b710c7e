// doc/malformed-url: a documented URL that cannot be one.
import type { Rule } from '../rule.js';
import { quote } from '../value-problem.js';

export const malformedUrl: Rule = {
  code: 'doc/malformed-url',
  severity: 'warning',
  purpose: 'A documented URL with a double slash, or with quotes, brackets or braces that do not match.',
  why: 'docproof keeps the documented spelling and routes what is meant, but readers copy what they see.',
  bad: { sections: { 'Request URL': "```\n{CellURL}/__ctl/Label('{LabelName}')\n```" } },
  good: { sections: { 'Request URL': "```\n{CellURL}__ctl/Label('{LabelName}')\n```" } },
  check(site, report) {
    const slashed = site.profile.bases
      .filter((base) => base.forms.every((form) => form.endsWith('/')))
      .map((base) => base.name);
    for (const { page, endpoint } of site.endpoints())
      for (const url of endpoint.urls) {
        const base = /^\{(\w+)\}\//.exec(url.text)?.[1];
        const problem =
          base && slashed.includes(base)
            ? `{${base}} ends with a slash already, so this has two`
            : /[^:]\/\//.test(url.text.replace(/^[a-z]+:\/\//, ''))
              ? 'a double slash'
              : unmatched(url.text);
        if (problem) report(page, url.span, { message: `${quote(url.text)}: ${problem}`, help: 'correct the URL' });
      }
  },
};

function unmatched(url: string): string | undefined {
  if ((url.match(/'/g)?.length ?? 0) % 2 !== 0) return 'a single quote without its other';
  for (const [open, close] of ['()', '{}', '[]'] as const) {
    let depth = 0;
    for (const char of url) {
      if (char === open) depth++;
      else if (char === close && --depth < 0) return `"${close}" without "${open}"`;
    }
    if (depth > 0) return `"${open}" without "${close}"`;
  }
  return undefined;
}
