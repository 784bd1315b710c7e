// Paths with OData keys, as templates of the contract and as concrete URLs: read, matched, written.
// OData v2 URI conventions, section 2: `Set('k')`, `Set(A='x',B=null)`, `''` for a quote; plain segments work as well.
import { rememberedText } from '../../spec/remember.js';

/** One key of a segment. In a template it has a variable; in a concrete path a value. */
export interface TemplateKey {
  /** Absent in the short form `Set('{k}')`. */
  name?: string;
  variable: string;
}

export interface TemplateSegment {
  /** Literal text; for `{id}` the text around the variable joined by `\0`. */
  text: string;
  /** The variable of a plain segment such as `{id}` or `{id}.json`. */
  variable?: string;
  keys?: TemplateKey[];
  /** The last one of a path that ends with a slash: `/projects/`. */
  slash?: true;
}

export interface ConcreteKey {
  readonly name?: string;
  /** Decoded; null for the bare word `null`. */
  readonly value: string | null;
  /** As written, quotes included. */
  readonly raw: string;
  readonly quoted: boolean;
}

export interface ConcreteSegment {
  /** Decoded, keys left out. */
  readonly text: string;
  readonly raw: string;
  readonly keys?: readonly ConcreteKey[];
}

export type ConcretePath = readonly ConcreteSegment[];

export type Bindings = Map<string, string | null>;

/** Splits at slashes that stand outside quotes; empty segments go. */
function splitPath(path: string): string[] {
  return splitOutsideQuotes(path, '/').filter((part) => part !== '');
}

/** Splits the inside of a key list at commas outside quotes. */
function splitKeys(list: string): string[] {
  return splitOutsideQuotes(list, ',').map((part) => part.trim());
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes("'")) return text.split(separator);
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === separator && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Percent-decoded; what cannot be decoded as it is. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands between the values of a key may be encoded like all else of a path (RFC 3986, section 2.2: it is reserved). */
export function withPlainDelimiters(path: string): string {
  if (!path.includes('%')) return path;
  const parts = path.replaceAll('%27', "'").split("'");
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(/%(?:28|29|2C|3D)/gi, decode))).join("'");
}

const VARIABLE = /\{([^{}]*)\}/;

/** Position of the bracket that opens a key list, where the segment ends with one; -1 otherwise. */
function keyStart(part: string): number {
  return part.endsWith(')') ? part.indexOf('(') : -1;
}

/** Reads an OpenAPI path. `/{Cell}/ctl/Box(Name='{n}')` has three segments, the last with one key. */
export function parseTemplate(path: string): TemplateSegment[] {
  const segments = splitPath(path).map(readTemplateSegment);
  const last = segments.at(-1);
  if (last && path.endsWith('/')) last.slash = true;
  return segments;
}

function readTemplateSegment(part: string): TemplateSegment {
  const open = keyStart(part);
  if (open > 0) {
    const keys = splitKeys(part.slice(open + 1, -1)).map((entry): TemplateKey => {
      const equals = entry.indexOf('=');
      const value = equals < 0 ? entry : entry.slice(equals + 1);
      const variable = VARIABLE.exec(value)?.[1] ?? value.replace(/^'|'$/g, '');
      return equals < 0 ? { variable } : { name: decode(entry.slice(0, equals).trim()), variable };
    });
    return { text: decode(part.slice(0, open)), keys };
  }
  const match = VARIABLE.exec(part);
  if (!match?.[1]) return { text: decode(part) };
  return { text: `${part.slice(0, match.index)}\0${part.slice(match.index + match[0].length)}`, variable: match[1] };
}

/** Reads the path of a URL (no query). Values are decoded; what cannot be decoded stays as it is. */
export const parsePath = rememberedText((path): ConcretePath => splitPath(path).map(readSegment));

function readSegment(raw: string): ConcreteSegment {
  const open = keyStart(raw);
  if (open <= 0) return { text: decode(raw), raw };
  return { text: decode(raw.slice(0, open)), raw, keys: splitKeys(raw.slice(open + 1, -1)).map(readKey) };
}

function readKey(entry: string): ConcreteKey {
  const named = /^([^'=]+)=(.*)$/s.exec(entry);
  const text = named ? (named[2] ?? '').trim() : entry;
  const quoted = text.startsWith("'") && text.endsWith("'") && text.length > 1;
  const value = quoted ? decode(text.slice(1, -1)).replaceAll("''", "'") : text === 'null' ? null : decode(text);
  return { ...(named ? { name: decode((named[1] ?? '').trim()) } : {}), value, raw: text, quoted };
}

/** How well a template fits: undefined not at all; otherwise the bindings and a score (more is closer). */
export function matchTemplate(
  template: TemplateSegment[],
  path: ConcretePath,
): { bindings: Bindings; score: number } | undefined {
  if (template.length !== path.length || !sameLiterals(template, path)) return undefined;
  const bindings: Bindings = new Map();
  let score = 0;
  for (const [index, want] of template.entries()) {
    const got = path[index] as ConcreteSegment;
    const part = matchSegment(want, got, bindings);
    if (part === undefined) return undefined;
    score += part;
  }
  return { bindings, score };
}

/** Tells most templates apart from a path before anything is bound. */
function sameLiterals(template: TemplateSegment[], path: ConcretePath): boolean {
  for (let i = template.length - 1; i >= 0; i--) {
    const want = template[i] as TemplateSegment;
    if (want.variable === undefined && want.text !== path[i]?.text) return false;
  }
  return true;
}

function matchSegment(want: TemplateSegment, got: ConcreteSegment, bindings: Bindings): number | undefined {
  if (want.variable !== undefined) {
    // `Box(Name='b')` is an entity of its own, never the value of a plain variable.
    if (got.keys?.some((key) => key.quoted || key.name !== undefined)) return undefined;
    const [before = '', after = ''] = want.text.split('\0');
    const whole = decode(got.raw);
    if (!whole.startsWith(before) || !whole.endsWith(after) || whole.length <= before.length + after.length)
      return undefined;
    bindings.set(want.variable, whole.slice(before.length, whole.length - after.length));
    return 1 + (before || after ? 1 : 0);
  }
  if (want.text !== got.text || (want.keys === undefined) !== (got.keys === undefined)) return undefined;
  if (!want.keys || !got.keys) return 4;
  return matchKeys(want.keys, got.keys, bindings);
}

function matchKeys(want: TemplateKey[], got: readonly ConcreteKey[], bindings: Bindings): number | undefined {
  const first = got[0];
  if (got.length === 1 && first && first.name === undefined) {
    // The short form gives the first part its value; the others are null.
    for (const [index, key] of want.entries()) bindings.set(key.variable, index === 0 ? first.value : null);
    return want.length === 1 && want[0]?.name === undefined ? 4 : 2;
  }
  const values = new Map(got.map((key) => [key.name, key.value]));
  const wanted = new Set(want.map((key) => key.name));
  const short = want.length === 1 && want[0]?.name === undefined;
  if (short && got.length === 1) {
    bindings.set((want[0] as TemplateKey).variable, first?.value ?? null);
    return 2;
  }
  if (got.some((key) => !wanted.has(key.name))) return undefined;
  for (const key of want) bindings.set(key.variable, values.get(key.name) ?? null);
  return got.length === want.length ? 4 : 3;
}

/** A character of US-ASCII, percent-encoded. */
export function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Quotes a key value for a URL: `'` doubled, the rest percent-encoded; null is the bare word. */
export function writeKey(value: string | null): string {
  return value === null ? 'null' : `'${encodeURIComponent(value).replaceAll("'", "''")}'`;
}

/** Writes a template with its values filled in. Variables without a value are null (in keys) or empty. */
export function writeTemplate(template: TemplateSegment[], values: Bindings): string {
  const path = template
    .map((segment) => {
      if (segment.variable !== undefined)
        return `/${segment.text.replace('\0', encodeURIComponent(values.get(segment.variable) ?? ''))}`;
      if (!segment.keys) return `/${encodePathText(segment.text)}`;
      const keys = segment.keys.map(
        (key) => `${key.name === undefined ? '' : `${key.name}=`}${writeKey(values.get(key.variable) ?? null)}`,
      );
      return `/${encodePathText(segment.text)}(${keys.join(',')})`;
    })
    .join('');
  return template.at(-1)?.slash ? `${path}/` : path;
}

const encodePathText = rememberedText((text) =>
  encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%3A', ':').replaceAll('%40', '@'),
);

/** What all forms of one resource share: literals kept, `{}` for variables, `()` for keys. */
export function signature(template: TemplateSegment[]): string {
  return template
    .map((segment) =>
      segment.variable === undefined
        ? `/${segment.text}${segment.keys ? '()' : ''}`
        : `/${segment.text.replace('\0', '{}')}`,
    )
    .join('');
}
