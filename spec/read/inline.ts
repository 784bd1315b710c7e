// The text inside a line or a table cell as a reader sees it: escapes, entities, tags, links and emphasis resolved.
import type { Inline, Link } from './document.js';

const SPECIAL = /[\\&<[*`\u200B-\u200D\uFEFF\u3000\u00A0]/;
/** Words between single marks, or a label: a name has no blanks, and a word by itself may be marked for what it says. */
const SLANTED =
  /(?<![^\s>(])([_*])(?=[^\s_*])((?:[^_*\n`<>|]{0,300} [^_*\n`<>|]{0,300}|[^_*\n`<>|]{1,60}:))(?<=\S)\1(?![\w*])/;
const SLANTED_HERE = new RegExp(SLANTED.source, 'y');
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
  /^<\/?(?:br|b|i|strong|em|code|sup|sub|span|a|font|p|div|u|s|del|kbd|small|ul|ol|li|pre|tt|samp|var|mark|big|aside)(?:\s[^<>]{0,300})?\/?>/i;
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
  if (!SPECIAL.test(raw) && !SLANTED.test(raw)) return { text: narrow(raw), span, links: [] };
  const links: Link[] = [];
  return { text: narrow(new Decoder(raw, from, links).decode().trim()), span, links };
}

/** A reader sees one blank for many; what looks at the end of a text tries every one of them. */
function narrow(text: string): string {
  return text.length < LONG ? text : text.replace(/[^\S\n]{20,}/g, ' ');
}

const LONG = 200;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0x3000 || code === 0xa0 || code === 13;
}

/** Goes through a text once; each method reads what begins with one sign. */
class Decoder {
  private out = '';
  private at = 0;
  private lastTick: number | undefined;
  private brackets: Map<number, number> | undefined;

  constructor(
    private readonly raw: string,
    private readonly offset: number,
    private readonly links: Link[],
  ) {}

  decode(): string {
    const { raw } = this;
    while (this.at < raw.length) {
      const char = raw[this.at] as string;
      if (char === '\\' && /[!-/:-@[-`{-~]/.test(raw[this.at + 1] ?? '')) this.put(raw[this.at + 1] as string, 2);
      else if (char === '&') this.entity();
      else if (char === '<') this.tag();
      else if (char === '`') this.code();
      else if (char === '[') this.link();
      else if (char === '*' && raw[this.at + 1] === '*') this.put('', runLength(raw, this.at, '*'));
      else if (char === '_' || char === '*') this.slanted(char);
      else if (char === '\ufeff' || (char >= '\u200b' && char <= '\u200d')) this.put('', 1);
      else this.put(char === '\u3000' || char === '\u00a0' ? ' ' : char, 1);
    }
    return this.out;
  }

  /** @param length of what the text stands for */
  private put(text: string, length: number): void {
    this.out += text;
    this.at += length;
  }

  private entity(): void {
    const entity = ENTITY.exec(this.raw.slice(this.at, this.at + 12));
    const value = entity ? entityText(entity) : undefined;
    if (entity && value !== undefined) this.put(value, entity[0].length);
    else this.put('&', 1);
  }

  private tag(): void {
    const tag = LAYOUT_TAG.exec(this.raw.slice(this.at, this.at + 320))?.[0];
    const isBlock = tag !== undefined && /^<\/?(?:li|p|div)\b/i.test(tag);
    const breaks = tag && (/^<br/i.test(tag) || (isBlock && this.out.trim() !== '' && !this.out.endsWith('\n')));
    if (tag === undefined) this.put('<', 1);
    else this.put(breaks ? '\n' : '', tag.length);
  }

  private code(): void {
    const { raw, at } = this;
    this.lastTick ??= raw.lastIndexOf('`');
    const run = runLength(raw, at, '`');
    const close = run <= 2 && this.lastTick > at ? raw.indexOf('`'.repeat(run), at + run) : -1;
    if (close > 0) this.put(raw.slice(at + run, close).replace(/^ (.*) $/, '$1'), close + run - at);
    else this.put('`'.repeat(run), run);
  }

  /** The first mark goes with the last. */
  private slanted(mark: string): void {
    SLANTED_HERE.lastIndex = this.at;
    const [marked, , words = ''] = SLANTED_HERE.exec(this.raw) ?? [mark];
    const inner = new Decoder(words, this.offset + this.at + 1, this.links).decode();
    this.put(words === '' ? mark : inner, marked.length);
  }

  private link(): void {
    const { raw, at, offset } = this;
    this.brackets ??= matchBrackets(raw);
    const link = linkAt(raw, at, this.brackets);
    if (!link) {
      this.put('[', 1);
      return;
    }
    const inner: Link[] = [];
    const label = new Decoder(raw.slice(at + 1, link.close), offset + at + 1, inner).decode();
    const span = { start: offset + at, end: offset + link.end };
    this.links.push({ text: label.trim(), href: link.href, span }, ...inner);
    this.put(label, link.end - at);
  }
}

function runLength(text: string, at: number, char: string): number {
  let n = 1;
  while (text[at + n] === char) n++;
  return n;
}

/** A text with each entity as the sign that it stands for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(new RegExp(ENTITY.source.slice(1), 'g'), (written, ...groups: (string | undefined)[]) => {
    return entityText([written, ...groups.slice(0, 3)]) ?? written;
  });
}

function entityText(entity: readonly (string | undefined)[]): string | undefined {
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
