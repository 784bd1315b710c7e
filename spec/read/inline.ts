// The text inside a line or a table cell as a reader sees it: escapes, entities, tags, links and emphasis resolved.
import type { Inline, Link } from './document.js';

const SPECIAL = /[\\&<[*`\u200B-\u200D\uFEFF\u3000\u00A0]/;
const ENTITIES: Record<string, string> = Object.fromEntries(
  `amp & lt < gt > quot " apos ' tilde ~ hellip … ndash – mdash — lbrace { lcub { rbrace } rcub } lpar ( rpar ) lsqb [ lbrack [ rsqb ] rbrack ]
  colon : semi ; comma , period . ast * plus + equals = lowbar _ num # dollar $ percnt % quest ? excl ! commat @ sol / bsol \\ vert | verbar | grave \`
  hyphen - minus − le ≤ ge ≥ ne ≠ times × middot · bull • lsquo ‘ rsquo ’ ldquo “ rdquo ” rarr → larr ← copy © reg ®`
    .trim()
    .split(/\s+/)
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [])),
);
/** Tags that only lay out; others (`<ELEMENT …>`, `<token>`) are text. */
const LAYOUT_TAG =
  /^<\/?(?:br|b|i|strong|em|code|sup|sub|span|a|font|p|div|u|s|del|kbd|small|ul|ol|li|pre|tt|samp|var|mark|big)(?:\s[^<>]{0,300})?\/?>/i;
const ENTITY = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/;

/** Resolves `text[start, end)`. Linear: every character is looked at a bounded number of times. */
export function readInline(text: string, start: number, end: number): Inline {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  const raw = text.slice(from, to);
  const span = { start: from, end: to };
  const emphasis = /^\*(?=[^*\s])([^*\n]*[^*\s])\*$/.exec(raw);
  if (emphasis) return readInline(text, from + 1, to - 1);
  if (!SPECIAL.test(raw)) return { text: narrow(raw), span, links: [] };
  const links: Link[] = [];
  return { text: narrow(decode(raw, from, links).trim()), span, links };
}

/** A reader sees one blank for many; what looks at the end of a text tries every one of them. */
function narrow(text: string): string {
  return text.length < LONG ? text : text.replace(/[^\S\n]{20,}/g, ' ');
}

const LONG = 200;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0x3000 || code === 0xa0 || code === 13;
}

function decode(raw: string, offset: number, links: Link[]): string {
  let out = '';
  let ticks = -2;
  let brackets: Map<number, number> | undefined;
  for (let i = 0; i < raw.length; ) {
    const char = raw[i] as string;
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(raw[i + 1] ?? '')) {
      out += raw[i + 1];
      i += 2;
    } else if (char === '&') {
      const entity = ENTITY.exec(raw.slice(i, i + 12));
      const value = entity && entityText(entity);
      out += value ?? '&';
      i += value === null || value === undefined ? 1 : (entity?.[0].length ?? 1);
    } else if (char === '<') {
      const tag = LAYOUT_TAG.exec(raw.slice(i, i + 320));
      if (tag) {
        if (/^<(?:br|li|p|div)\b/i.test(tag[0]) && (/^<br/i.test(tag[0]) || out.trim() !== '')) out += '\n';
        i += tag[0].length;
      } else {
        out += char;
        i++;
      }
    } else if (char === '`') {
      if (ticks === -2) ticks = raw.lastIndexOf('`');
      const run = runLength(raw, i, '`');
      const close = run <= 2 && ticks > i ? raw.indexOf('`'.repeat(run), i + run) : -1;
      if (close > 0) {
        out += raw.slice(i + run, close).replace(/^ (.*) $/, '$1');
        i = close + run;
      } else {
        out += '`'.repeat(run);
        i += run;
      }
    } else if (char === '[') {
      brackets ??= matchBrackets(raw);
      const link = linkAt(raw, i, brackets);
      if (link) {
        const inner: Link[] = [];
        const label = decode(raw.slice(i + 1, link.close), offset + i + 1, inner);
        links.push(
          { text: label.trim(), href: link.href, span: { start: offset + i, end: offset + link.end } },
          ...inner,
        );
        out += label;
        i = link.end;
      } else {
        out += char;
        i++;
      }
    } else if (char === '*' && raw[i + 1] === '*') {
      i += runLength(raw, i, '*');
    } else if (char >= '\u200b' && char <= '\u200d') i++;
    else if (char === '\ufeff') i++;
    else {
      out += char === '\u3000' || char === '\u00a0' ? ' ' : char;
      i++;
    }
  }
  return out;
}

function runLength(text: string, at: number, char: string): number {
  let n = 1;
  while (text[at + n] === char) n++;
  return n;
}

function entityText(entity: RegExpExecArray): string | undefined {
  const code = entity[1] ? Number(entity[1]) : entity[2] ? Number.parseInt(entity[2], 16) : undefined;
  if (code === undefined) {
    const name = (entity[3] ?? '').toLowerCase();
    return name === 'nbsp' ? ' ' : ENTITIES[name];
  }
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Closing bracket of each opening one, in one pass. */
function matchBrackets(raw: string): Map<number, number> {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === '\\') i++;
    else if (raw[i] === '[') open.push(i);
    else if (raw[i] === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}

/** `[text](href)` at `i`; nested brackets deeper than a link label ever is are plain text. */
function linkAt(
  raw: string,
  i: number,
  pairs: Map<number, number>,
): { close: number; href: string; end: number } | undefined {
  const close = pairs.get(i);
  if (close === undefined || raw[close + 1] !== '(' || close - i > 1000) return undefined;
  const end = raw.slice(close + 2, close + 2002).indexOf(')');
  if (end < 0) return undefined;
  const target = raw.slice(close + 2, close + 2 + end).trim();
  const href = /^<?([^\s>]*)/.exec(target)?.[1] ?? '';
  return { close, href, end: close + 3 + end };
}
