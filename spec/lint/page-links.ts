// The links of a page as a browser would follow them, and those that markdown takes for plain text. Comments are not shown, so not followed.
import type { Page } from '../extract/page.js';
import type { Block, Inline, Link, Span } from '../read/document.js';
import type { Finding } from './rule.js';

export interface PageLink {
  /** As written, without a title and angle brackets. */
  href: string;
  span: Span;
  /** Why it leads nowhere, whatever it names. */
  trouble?: Finding;
}

export function pageLinks(page: Page): PageLink[] {
  const { text, blocks } = page.document;
  const defined = new Set([...text.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:/gm)].map((m) => label(m[1] ?? '')));
  return blocks.flatMap((block) =>
    inlinesOf(block).flatMap((inline) => [
      ...inline.links.map((link) => written(text, link)),
      ...tags(text, inline.span),
      ...references(text, inline.span, defined),
    ]),
  );
}

function inlinesOf(block: Block): Inline[] {
  if (block.kind === 'heading' || block.kind === 'item') return [block];
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind !== 'table') return [];
  return (block.header ? [block.header, ...block.rows] : block.rows).flatMap((row) => row.cells);
}

/** `[text](target "title")`. */
function written(text: string, link: Link): PageLink {
  const target = /\]\(([^()]*)\)$/.exec(text.slice(link.span.start, link.span.end))?.[1]?.trim() ?? link.href;
  const bracketed = /^<([^>]*)>/.exec(target)?.[1];
  if (bracketed !== undefined) return { href: bracketed.trim(), span: link.span };
  const plain = target.replace(/(?<!\s)\s+(?:"[^"]*"|'[^']*')$/, '');
  if (plain === '')
    return {
      href: '',
      span: link.span,
      trouble: { message: `the link "${link.text}" leads nowhere`, help: 'write the page behind it' },
    };
  if (/\s/.test(plain) && /\.(?:md|mdx|markdown)(?:#|$)/i.test(plain))
    return {
      href: plain,
      span: link.span,
      trouble: {
        message: `"${plain}" has blanks, so markdown shows the brackets instead of a link`,
        help: `write (<${plain}>), or %20 for each blank`,
      },
    };
  return { href: link.href.trim(), span: link.span };
}

/** `<a href="…">`. */
function tags(text: string, { start, end }: Span): PageLink[] {
  return [...text.slice(start, end).matchAll(/<a\s[^<>]{0,200}?href="([^"<>]{1,500})"/gi)].map((found) => {
    const at = start + found.index;
    return { href: found[1] as string, span: { start: at, end: at + found[0].length } };
  });
}

/** `[text][label]` without a line `[label]: target`. */
function references(text: string, { start, end }: Span, defined: ReadonlySet<string>): PageLink[] {
  const line = text.slice(start, end).replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  return [...line.matchAll(/(?<![\w\]\\)}])\[([^[\]]{2,200})\]\[([^[\]]{0,200})\]/g)].flatMap((found) => {
    const name = found[2] || (found[1] as string);
    if (defined.has(label(name)) || !/\p{L}/u.test(name)) return [];
    const at = start + found.index;
    return [
      {
        href: '',
        span: { start: at, end: at + found[0].length },
        trouble: {
          message: `no line of the page says what [${name}] leads to`,
          help: `add a line "[${name}]: page.md", or write the page in round brackets`,
        },
      },
    ];
  });
}

function label(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
