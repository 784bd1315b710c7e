// A documented URL form → its OpenAPI path, and the shapes by which forms are compared.
import type { Base } from '../contract/docproof.js';
import { withoutEnd } from '../without-end.js';

export interface UrlShape {
  base?: Base;
  /** OpenAPI path, every variable once: `/{CellName}/__ctl/Box('{BoxName}')`. */
  path: string;
  /** Variables of the path in order, as numbered. */
  variables: string[];
  /** The path with variables as `{}`: two paths of one structure are the same to OpenAPI. */
  structure: string;
  /** The structure without what stands in keys, empty ones and a slash at the end: forms of one resource have the same. */
  skeleton: string;
  keyParts: number;
  /** Query parameters that the form itself shows. */
  query: string[];
  /** What the form leads to: `_Box` → `Box`, `$links/_Role(…)` → `Role`, `{BoxName}` → `Box`. */
  target: string;
  /** Segments of the path, once somebody has needed them. */
  segments?: { name: string; keys: number }[];
  /** Something in the spelling that had to be mended. */
  mended?: string;
}

/** Reads a URL form. Broken ones (a brace too many, text before the base) are mended, never refused. */
export function readUrlShape(url: string, bases: Base[]): UrlShape {
  const { base, rest, prefix } = splitBase(url.trim(), bases);
  const [withoutHash = ''] = rest.split('#');
  const mark = queryMark(withoutHash);
  const query = withoutHash
    .slice(mark + 1)
    .split('&')
    .map((part) => (part.split('=')[0] ?? '').trim())
    .filter((name) => /^[\w$.-]+$/.test(name));
  const tail = braced(withoutHash.slice(0, mark).replace(/,\s+/g, ',').replace(/\s+/g, ''));
  const balanced = closeKeys(closeQuotes(balance(tail)));
  const joined = `${base?.path ?? '/'}${balanced.replace(/^\/+/, '')}`;
  const { path, variables } = numberVariables(joined);
  const structure = path.replace(/\{[^{}]*\}/g, '{}');
  const keys = keyRanges(structure);
  const mended = balanced !== tail ? 'unbalanced braces or quotes' : prefix ? `"${prefix}" before the base` : undefined;
  return {
    ...(base ? { base } : {}),
    path,
    variables,
    structure,
    skeleton: withoutEnd(withoutKeys(structure, keys), '/'),
    keyParts: keys.reduce((n, [from, to]) => n + countParts(structure.slice(from, to)), 0),
    query,
    target: targetOf(path),
    ...(mended ? { mended } : {}),
  };
}

function splitBase(url: string, bases: Base[]): { base?: Base; rest: string; prefix: string } {
  let found: { base: Base; at: number; length: number } | undefined;
  for (const base of bases) {
    const token = `{${base.name}}`;
    const at = url.indexOf(token);
    if (at >= 0 && (!found || at > found.at)) found = { base, at, length: token.length };
  }
  if (found && found.at < 40 && !url.slice(0, found.at).includes('(')) {
    const prefix = url.slice(0, found.at);
    return { base: found.base, rest: url.slice(found.at + found.length), prefix };
  }
  const spelled = bases
    .flatMap((base) => base.forms.map((form) => ({ base, form })))
    .filter(({ form }) => url.startsWith(form))
    .sort((a, b) => b.form.length - a.form.length)[0];
  if (spelled) return { base: spelled.base, rest: url.slice(spelled.form.length), prefix: '' };
  return { rest: url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ''), prefix: '' };
}

/** Other spellings of variables (`/:id`, `/<id>`, `/(id)`, `/[id]`) as OpenAPI has them. */
function braced(path: string): string {
  return path
    .replace(
      /(?<=^|[/.,(=])(?::([A-Za-z_]\w*)|<:?([A-Za-z_][\w-]*)>)/g,
      (_, colon?: string, angle?: string) => `{${colon ?? angle}}`,
    )
    .replace(/(?<=[/.])(?:\(([A-Za-z_][\w-]*)\)|\[([A-Za-z_][\w-]*)\])(?=[/.?]|$)/g, '{$1$2}');
}

/** Index of the `?` that starts the query: not one inside the quotes of a key. The text's length where there is none. */
export function queryMark(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === '?' && !quoted) return i;
  }
  const plain = text.indexOf('?');
  return plain < 0 ? text.length : plain;
}

/** Drops braces without a partner. */
function balance(text: string): string {
  let out = '';
  let open = -1;
  for (const char of text) {
    if (char === '{') {
      if (open >= 0) out = out.slice(0, open) + out.slice(open + 1);
      open = out.length;
      out += char;
    } else if (char === '}') {
      if (open < 0) continue;
      out += char;
      if (out.length - open === 2) out = out.slice(0, open);
      open = -1;
    } else out += char;
  }
  return open >= 0 ? out.slice(0, open) + out.slice(open + 1) : out;
}

/** `Name='{a},Other='{b}'` → `Name='{a}',Other='{b}'`. */
function closeQuotes(text: string): string {
  return text.replace(/='(\{[^{}']*\})(?=[,)])/g, "='$1'").replace(/=(\{[^{}']*\})'(?=[,)])/g, "='$1'");
}

/** `Role(Name='{a}'/$links/_Box` → `Role(Name='{a}')/$links/_Box`: a key ends where its last quoted value does. */
export function closeKeys(text: string): string {
  return text.replace(/(\([^()/]{1,200}')(?=\/|$)/g, '$1)');
}

function numberVariables(path: string): { path: string; variables: string[] } {
  const seen = new Map<string, number>();
  const variables: string[] = [];
  const numbered = path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const clean = name.trim().replace(/[^\w.$-]+/g, '_') || 'value';
    const n = (seen.get(clean) ?? 0) + 1;
    seen.set(clean, n);
    const unique = n === 1 ? clean : `${clean}${n}`;
    variables.push(unique);
    return `{${unique}}`;
  });
  return { path: numbered, variables };
}

/** Ranges inside the parentheses of keys. */
function keyRanges(structure: string): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i < structure.length; i++) {
    if (structure[i] !== '(') continue;
    const to = closing(structure, i);
    out.push([i + 1, to]);
    i = to;
  }
  return out;
}

/** The `)` of a key: quotes are honoured where they are balanced. */
function closing(text: string, open: number): number {
  let quoted = false;
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === ')' && !quoted) return i;
  }
  const plain = text.indexOf(')', open);
  return plain < 0 ? text.length : plain;
}

function withoutKeys(structure: string, keys: [number, number][]): string {
  let out = '';
  let at = 0;
  for (const [from, to] of keys) {
    const empty = from === to;
    out += structure.slice(at, empty ? from - 1 : from);
    at = empty ? to + 1 : to;
  }
  return out + structure.slice(at);
}

function countParts(key: string): number {
  let parts = key.trim() === '' ? 0 : 1;
  let quoted = false;
  for (const char of key) {
    if (char === "'") quoted = !quoted;
    else if (char === ',' && !quoted) parts++;
  }
  return parts;
}

function targetOf(path: string): string {
  const plain = withoutEnd(path.replace(/\([^/]*$/, ''), '/');
  const last = plain.slice(plain.lastIndexOf('/') + 1).split('(', 1)[0] ?? '';
  return last
    .replace(/^\{|\}$/g, '')
    .replace(/^_+/, '')
    .replace(/^\{|\}$/g, '')
    .replace(/(?<=\w)(?:Name|URL|ID)\d*$/, '');
}
