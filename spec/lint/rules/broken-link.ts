// doc/broken-link: links to pages and anchors that do not exist.

import { editDistance } from '../../edit-distance.js';
import type { Page } from '../../extract/page.js';
import { type PageLink, pageLinks } from '../page-links.js';
import type { Report, Rule } from '../rule.js';
import type { Site } from '../site.js';

export const brokenLink: Rule = {
  code: 'doc/broken-link',
  severity: 'warning',
  purpose: 'A link to a page, a file or an anchor that does not exist, or one that is no link to markdown.',
  why: 'Readers end nowhere. A page that is missing is reported once, at the first link to it.',
  bad: { sections: { Overview: 'See [the colors](colours.md).' } },
  good: { sections: { Overview: 'See [the request](#request).' } },
  check(site, report) {
    const byFile = new Map(site.pages.map((page) => [page.file, page]));
    const lost = new Map<string, { page: Page; link: PageLink; others: number }>();
    for (const page of site.pages)
      for (const link of pageLinks(page)) {
        if (link.trouble) {
          report(page, link.span, link.trouble);
          continue;
        }
        const target = targetOf(link.href, page.file);
        if (!target) continue;
        const other = target.path === page.file ? page : byFile.get(target.path);
        if (!other) {
          if (!isLost(target.path, site.pages, site)) continue;
          const first = lost.get(target.path);
          if (first) first.others++;
          else lost.set(target.path, { page, link, others: 0 });
        } else if (target.anchor !== undefined && !anchorsOf(other).has(target.anchor))
          report(page, link.span, {
            message: `${other === page ? 'this page' : other.file.replace(/^.*\//, '')} has no heading for "#${target.anchor}"`,
            help: nearestAnchor(target.anchor, anchorsOf(other)),
          });
      }
    reportLost([...lost], [...byFile.keys()], report);
  },
};

/** Path and anchor of a relative link; undefined for others (absolute, of a site). */
function targetOf(href: string, from: string): { path: string; anchor?: string } | undefined {
  if (href === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href)) return undefined;
  const hash = href.indexOf('#');
  const file = decode(hash < 0 ? href : href.slice(0, hash)).split('?', 1)[0] ?? '';
  const anchor = hash < 0 ? undefined : decode(href.slice(hash + 1)).toLowerCase();
  const path = file === '' ? from : resolvePath(from, file);
  return { path, ...(anchor ? { anchor } : {}) };
}

const PAGE = /\.(?:md|mdx|markdown)$/i;

/** What a path without the ending of a page may mean: a page under its bare name (as some site generators take it), or a file of any kind. */
function isLost(path: string, pages: readonly Page[], site: Site): boolean {
  if (PAGE.test(path)) return site.exists(path) === false;
  const ending = /\.[A-Za-z\d]{1,5}$/.exec(path)?.[0];
  if (ending !== undefined) return site.exists(path) === false;
  // A bare name is a matter of the site: only one that is nearly, but not quite, a page's is held to be a slip.
  const name = path.replace(/^.*\//, '');
  const names = pages.flatMap((page) => [page.id, baseName(page.file)]);
  if (names.includes(name) || site.exists(path) !== false || name.length < 6) return false;
  return names.some((other) => editDistance(name.toLowerCase(), other.toLowerCase(), 4) < 4);
}

function baseName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '');
}

function resolvePath(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') {
      if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
      else parts.push('..');
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Anchors as GitHub and Docusaurus make them of headings, and those that tags name. */
function anchorsOf(page: Page): Set<string> {
  const anchors = new Set<string>(['', 'top']);
  const counts = new Map<string, number>();
  for (const heading of page.headings) {
    const own = /\{#([\w-]+)\}\s*$/.exec(heading.text)?.[1];
    const slug =
      own ??
      heading.text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-');
    const n = counts.get(slug) ?? 0;
    counts.set(slug, n + 1);
    anchors.add(n === 0 ? slug : `${slug}-${n}`);
  }
  for (const tag of page.document.text.matchAll(/\s(?:id|name)="([^"\s]{1,100})"/g))
    anchors.add((tag[1] ?? '').toLowerCase());
  return anchors;
}

function nearestAnchor(wanted: string, anchors: Set<string>): string {
  const plain = wanted.replace(/[^a-z0-9]/g, '');
  const near = [...anchors].find((anchor) => anchor !== '' && anchor.replace(/[^a-z0-9]/g, '') === plain);
  return near ? `write #${near}` : 'correct the link, or add the heading';
}

interface Lost {
  page: Page;
  link: PageLink;
  others: number;
}

/** Up to this many missing pages are reported one by one for each page that links to them; a list of links is one finding. */
const ONE_BY_ONE = 3;

function reportLost(lost: [string, Lost][], known: string[], report: Report): void {
  const byPage = new Map<Page, [string, Lost][]>();
  for (const entry of lost) byPage.set(entry[1].page, [...(byPage.get(entry[1].page) ?? []), entry]);
  for (const [page, entries] of byPage) {
    const [first] = entries;
    if (first && entries.length > ONE_BY_ONE) {
      const names = entries.map(([path]) => path.replace(/^.*\//, ''));
      report(page, first[1].link.span, {
        message: `${names.length} pages that this one links to do not exist: ${names.slice(0, 4).join(', ')}, …`,
        help: 'correct the links, or add the pages',
      });
      continue;
    }
    for (const [path, { link, others }] of entries)
      report(page, link.span, {
        message: `"${link.href}": there is no such ${PAGE.test(path) || !/\.\w+$/.test(path) ? 'page' : 'file'}${others > 0 ? `; ${others} more ${others === 1 ? 'link leads' : 'links lead'} there` : ''}`,
        help: similar(path, known) ?? `correct the link, or add the ${PAGE.test(path) ? 'page' : 'file'}`,
      });
  }
}

/** The page that was meant: the same name in another case or with another ending, or nearly the same name. */
function similar(path: string, known: string[]): string | undefined {
  const plain = (file: string): string => baseName(file).toLowerCase();
  const own = plain(path);
  const near =
    known.find((file) => file.toLowerCase() === path.toLowerCase()) ??
    known.find((file) => plain(file) === own) ??
    known.find((file) => own.length >= 6 && editDistance(plain(file), own, 3) < 3);
  return near ? `the page is called ${near.replace(/^.*\//, '')}` : undefined;
}
