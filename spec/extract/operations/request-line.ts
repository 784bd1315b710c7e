// Request lines: a method and a URL on one line (`GET /projects/:id/issues`), in a fence, a heading, a sentence of their own or a table.
import type { ProfileFile, Role } from '../../profiles/profile.js';
import type { Block, Span } from '../../read/document.js';
import { isMethod } from '../page-text.js';
import { isUrl } from '../urls.js';

export interface RequestLine {
  method: string;
  url: string;
  span: Span;
}

/** Words before the method ("Endpoint:"), the method, the URL, and what may stand behind: a version, a comment. */
const LINE =
  /^(?:[\p{L}][\p{L} ]{0,30}[:：]\s{0,4})?([A-Z][A-Z-]{2,16})[:：]?\s{1,8}((?:https?:\/\/|\/|\{|:|\.\.\.\/)\S{0,1000})(?:\s{1,8}(?:HTTP\/[\d.]{1,4}|#.{0,200}|\/\/.{0,200}))?$/u;
/** A path that starts at the base of the API, without its slash: `GET zones/:zone/notes`. */
const RELATIVE =
  /^(GET|PUT|POST|DELETE|PATCH|HEAD) ([a-z][\w-]{0,60}\/(?:[\w.-]{1,80}\/)*(?::\w{1,80}|\{[\w.-]{1,80}\}|<[\w.-]{1,80}>)(?:\/\S{0,500})?)$/;
/** A path with words between the braces of a variable: `/things/{name or id}`. */
const SPACED = /^([A-Z]{3,10}) (\/(?:\{[\w .-]{1,60}\}|[^\s{}]){1,300})$/;
/** A title that ends with a request line: "List users: `GET /users`", "GET /users - list users". */
const IN_TITLE = /(?:^|[\s(:–—-])([A-Z][A-Z-]{2,16})\s{1,4}(\/[^\s()]{0,500})/u;

/** `[GET] /things`: a method in brackets, as tools that write markdown set it. */
function unboxed(text: string): string {
  return text.replace(/(^|\s)(?:\[([A-Z]{3,10})\]|\(([A-Z]{3,10})\))(?=\s{1,4}\/)/, '$1$2$3');
}

/** The request of one line of text; undefined where the line is anything else. */
export function readRequestLine(text: string): { method: string; url: string } | undefined {
  const line = unboxed(text.trim().replace(/\s+/g, ' '));
  const found = LINE.exec(line) ?? RELATIVE.exec(line) ?? SPACED.exec(line);
  if (!found?.[1] || !found[2] || !isMethod(found[1])) return undefined;
  return { method: found[1], url: withoutAnchors(found[2].replace(/[.,;]$/, '')) };
}

/** `URL: /login`, `Method: POST`, `Code: 200 OK`: a section's title and all of it on one line. */
export function readLabelled(text: string, profile: ProfileFile): { role: Role; value: string } | undefined {
  const found = /^([^:：\n]{2,40}?)\s{0,3}[:：]\s{0,3}(\S[^\n]{0,400})$/u.exec(text.trim());
  const role = found?.[1] ? profile.titles.match(found[1])?.value : undefined;
  if (!role || !found?.[2]) return undefined;
  // "Error codes: 404, 409" beside "see below".
  if (role === 'errors' && /^[45]\d\d(?!\d)/.test(found[2])) return { role: 'status', value: found[2] };
  // `/things/*<id>*`: a variable in italics.
  return { role, value: role === 'url' ? found[2].trim().replace(/\*(<[\w.-]{1,80}>)\*/g, '$1') : found[2].trim() };
}

/** Whether a block gives the URL of an operation whose method stands elsewhere. */
export function givesUrl(block: Block, profile: ProfileFile): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return false;
  const lines = block.kind === 'item' ? [block] : block.lines;
  return lines.some(({ text }) => {
    const found = readLabelled(text, profile);
    return found?.role === 'url' && isUrl(found.value) && !ORIGIN.test(found.value);
  });
}

/** A host by itself is where the API lies, no address of an operation. */
const ORIGIN = /^https?:\/\/[^\s/?#{}]{1,200}\/?$/;

/** The requests that a block consists of; none where anything else stands in it, except captions ("or") and comments. */
export function requestLines(block: Block, profile: ProfileFile): RequestLine[] {
  if (block.kind === 'fence') return fenceLines(block.text, block.start, profile);
  if (block.kind === 'heading') return titleLine(block.text, block.span);
  if (block.kind === 'paragraph') {
    const lines = block.lines.map((line) => ({ ...readRequestLine(line.text), span: line.span }));
    return lines.every((l) => l.method !== undefined) ? (lines as RequestLine[]) : [];
  }
  if (block.kind === 'item') {
    const line = readRequestLine(block.text);
    return line ? [{ ...line, span: block.span }] : [];
  }
  return [];
}

function fenceLines(text: string, start: number, profile: ProfileFile): RequestLine[] {
  const out: RequestLine[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const from = at + line.length - line.trimStart().length;
    at += line.length + 1;
    if (trimmed === '' || trimmed.startsWith('#') || profile.words.or.match(trimmed)) continue;
    const request = readRequestLine(trimmed);
    if (!request) return out.length > 0 && (isHttpHead(trimmed) || /^[[{]/.test(trimmed)) ? out : [];
    out.push({ ...request, span: { start: from, end: from + trimmed.length } });
  }
  return out;
}

/** A header of an HTTP message behind its request line: the fence is the message, as it is where the body follows. */
function isHttpHead(line: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]{1,60}:\s/.test(line);
}

function titleLine(text: string, span: Span): RequestLine[] {
  const found = IN_TITLE.exec(unboxed(text));
  if (found?.[1] && found[2] && isMethod(found[1])) return [{ method: found[1], url: withoutAnchors(found[2]), span }];
  // The whole address is a title by itself.
  const whole = /^[A-Z]+ https?:/.test(text) ? readRequestLine(text) : undefined;
  return whole ? [{ ...whole, span }] : [];
}

/** `/shelves/{shelf.id#SHELVES/shelf-object}`: where the page tells of the variable is no part of its name. */
function withoutAnchors(url: string): string {
  return url.replace(/(\{[\w.-]{1,80})#[^{}\s]{1,200}\}/g, '$1}');
}

/** A title without the request in it: "GET /users - List users" → "List users". */
export function plainTitle(title: string): string {
  const text = unboxed(title);
  const found = IN_TITLE.exec(text);
  if (!found) return title;
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ');
  return rest.replace(/^[\s:%–—-]+|[\s:%–—-]+$/g, '') || text;
}
