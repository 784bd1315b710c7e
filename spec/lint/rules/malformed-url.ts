// doc/malformed-url: a documented URL that cannot be one.
import type { Page } from '../../extract/page.js';
import { readUrls } from '../../extract/urls.js';
import type { Profile } from '../../profiles/profile.js';
import { gluedHosts } from '../glued-hosts.js';
import type { Report, Rule } from '../rule.js';
import { quote } from '../value-problem.js';

export const malformedUrl: Rule = {
  code: 'doc/malformed-url',
  severity: 'warning',
  purpose:
    'A documented URL with a double slash, or with quotes, brackets or braces that do not match, or with a blank, a comma or an equals sign amiss; in a sample, one without a slash behind its host.',
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
              : (unmatched(url.text) ?? keyProblem(url.text));
        if (problem) report(page, url.span, { message: `${quote(url.text)}: ${problem}`, help: 'correct the URL' });
      }
    for (const page of site.pages) if (page.endpoints.length <= 1) lostLines(page, site.profile, report);
    for (const { page, span, host } of gluedHosts(site))
      report(page, span, {
        message: `the path stands right behind the host ${quote(host)}`,
        help: 'put a slash between them',
      });
  },
};

/** Lines of a URL section's fences that look like URLs, but cannot be read as such. */
function lostLines(page: Page, profile: Profile, report: Report): void {
  let inside = false;
  for (const block of page.document.blocks) {
    if (block.kind === 'heading') {
      const role = profile.titles.match(block.text)?.value;
      inside = role === 'url' || (inside && (role === undefined || role === 'variant'));
    }
    if (!inside || block.kind !== 'fence') continue;
    for (const line of readUrls(block.text, block.start, profile)) {
      if (line.kind !== 'caption') continue;
      const starts = /^(?:\{\w+\}|https?:\/\/)\S*\//.test(line.text);
      const blank = starts && /\s/.test(line.text);
      const whole = !/\s/.test(line.text) && line.text.includes('/') && line.text.length > 3;
      if (!blank && !whole) continue;
      report(page, line.span, {
        message: `${quote(line.text)}: ${blank ? 'a blank inside the URL' : (unmatched(line.text) ?? 'no URL: it starts with neither a base nor a slash')}, so it is left out`,
        help: 'correct the URL',
      });
    }
  }
}

/** Literals of OData with a word before the quote. */
const TYPED = /(?:^|[(,=])(?:guid|datetime|datetimeoffset|time|binary|duration|X)$/i;

/** `Name='{a}'_Box.Name='{b}'` and `Name'{a}'`. */
function keyProblem(url: string): string | undefined {
  const key = /\(([^()]*)\)/.exec(url)?.[1] ?? '';
  let quoted = false;
  for (let i = 0; i < key.length; i++) {
    if (key[i] !== "'") continue;
    quoted = !quoted;
    if (quoted && /[\w.]/.test(key[i - 1] ?? '') && !TYPED.test(key.slice(0, i)))
      return 'a key without "=" before its value';
    if (!quoted && /[\w.]/.test(key[i + 1] ?? '')) return 'two parts of a key without a comma between them';
  }
  return undefined;
}

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
