// Documented URLs and sent ones in pieces, so that they can be compared segment by segment: names, and the parts of keys.
import { closeKeys, queryMark } from '../assemble/url-shape.js';

export interface UrlSegment {
  /** Name before the key; a variable as `{}`. */
  name: string;
  /** As written. */
  text: string;
  /** Names of the key's parts, '' for an unnamed one; absent without a key. */
  keys?: string[];
}

/** Path segments behind the base: of `{CellURL}__ctl/Role('{x}')` or of `https://cell1.unit1.example/__ctl/Role('r')`. */
export function urlSegments(url: string): UrlSegment[] {
  const path = url
    .replace(/^\{\w*U(?:RL|ri|rl)\}\/?/, '/')
    .replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i, '')
    .replace(/#[^']*$/, '');
  return splitPath(closeKeys(path.slice(0, queryMark(path))))
    .filter(Boolean)
    .map(segment);
}

/** Slashes inside quotes or brackets part nothing. */
function splitPath(path: string): string[] {
  const out: string[] = [];
  let quoted = false;
  let depth = 0;
  let from = 0;
  for (let i = 0; i < path.length; i++) {
    const char = path[i];
    if (char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === '/' && depth === 0) {
      out.push(path.slice(from, i));
      from = i + 1;
    }
  }
  out.push(path.slice(from));
  return out;
}

function segment(text: string): UrlSegment {
  const open = text.indexOf('(');
  const plain = open < 0 ? text : text.slice(0, open);
  const name = /^_?\{[^}]*\}$|^:[A-Za-z_]\w*$|^<[^>]+>$/.test(plain) ? '{}' : plain;
  if (open < 0) return { name, text };
  const inside = text.slice(open + 1).replace(/\)[^)]*$/, '');
  const keys = splitKeys(inside).map((part) => /^\s*([\w.$-]+)\s*=/.exec(part)?.[1] ?? '');
  return { name, text, keys };
}

function splitKeys(text: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === ',' && !quoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/**
 * How a sent URL differs from a documented one, in words; undefined where it fits. A variable of the form takes any segment; forms of a
 * key are taken for the same unless the sent one names a part that no form names.
 */
export function urlDifference(
  sent: UrlSegment[],
  form: UrlSegment[],
): { at: number; why: 'length' | 'name' | 'key' } | undefined {
  const most = Math.max(sent.length, form.length);
  for (let i = 0; i < most; i++) {
    const a = sent[i];
    const b = form[i];
    if (!a || !b) return { at: i, why: 'length' };
    if (b.name !== '{}' && !matchesName(a.name, b.name)) return { at: i, why: 'name' };
    if (b.name === '{}' && a.keys && !b.keys) return { at: i, why: 'key' };
    if ((a.keys === undefined) !== (b.keys === undefined)) return { at: i, why: 'key' };
    const named = new Set(b.keys);
    if (a.keys?.some((key) => key !== '' && !named.has(key)) && !named.has('')) return { at: i, why: 'key' };
  }
  return undefined;
}

/** A named part of a sent key that no form names, though some form names the parts of that very segment. */
export function unknownKey(sent: UrlSegment[], forms: UrlSegment[][]): string | undefined {
  for (const own of sent) {
    const known = forms.flat().flatMap((s) => (s.keys && decoded(s.name) === decoded(own.name) ? s.keys : []));
    if (!known.some((key) => key !== '')) continue;
    const lost = own.keys?.find((key) => key !== '' && !known.includes(key));
    if (lost !== undefined) return lost;
  }
  return undefined;
}

/** `user_{id}` matches `user_1`. */
function matchesName(sent: string, form: string): boolean {
  if (sent === form || sent === '{}') return true;
  if (!form.includes('{')) return decoded(sent) === decoded(form);
  const parts = form.split(/\{[^{}]*\}/);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const found = i === 0 ? (sent.startsWith(part) ? 0 : -1) : sent.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
