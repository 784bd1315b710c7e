// Reads one path segment in OData key syntax: `Relation('x')`, `Relation(Name='x',_Box.Name=null)`, `Product(5)`.
// OData 4.01, URL Conventions 4.3.1: a quote inside a value is doubled; keys come in any order.

export interface Key {
  /** '' in the short form. */
  name: string;
  /** Decoded, quotes taken off and undoubled; `null` for the literal null. */
  value: string | null;
  /** `'` for a string, `''` for a bare literal, `guid'` for a prefixed one. */
  quote: string;
}

export interface KeySegment {
  /** What stands before the parenthesis. */
  set: string;
  /** Absent when what stands in the parentheses is not a list of keys. */
  keys?: Key[];
}

type Decode = (text: string) => string;
const asIs: Decode = (text) => text;

/**
 * Reads a segment as it stands in a URL. Delimiters count as they came: an encoded quote, comma or parenthesis is part
 * of a value, unless the whole segment was encoded and holds no raw delimiter at all.
 *
 * @returns undefined when the segment has no key syntax; `keys` is absent when the syntax is broken
 * @throws URIError for a bad percent-encoding
 */
export function readKeySegment(raw: string): KeySegment | undefined {
  if (!raw.includes('(')) {
    if (!/%28/i.test(raw) || raw.includes("'")) return undefined;
    return readSegment(decodeURIComponent(raw), asIs);
  }
  if (!raw.includes("'") && /%27/i.test(raw)) return readSegment(decodeURIComponent(raw), asIs);
  return readSegment(raw, decodeURIComponent);
}

/** Reads a segment of a path template, where nothing is encoded: values are `{variables}`. */
export function readKeyTemplate(template: string): KeySegment | undefined {
  return readSegment(template, asIs);
}

function readSegment(text: string, decode: Decode): KeySegment | undefined {
  const open = text.indexOf('(');
  if (open <= 0) return undefined;
  const set = decode(text.slice(0, open));
  if (!text.endsWith(')')) return { set };
  const keys = readKeys(text, open + 1, text.length - 1, decode);
  return keys ? { set, keys } : { set };
}

function readKeys(text: string, start: number, end: number, decode: Decode): Key[] | undefined {
  const keys: Key[] = [];
  for (let at = start; ; ) {
    const equals = nameEnd(text, at, end);
    const name = equals === -1 ? '' : decode(text.slice(at, equals));
    const value = readValue(text, equals === -1 ? at : equals + 1, end, decode);
    if (!value || keys.some((key) => key.name === name)) return undefined;
    keys.push({ name, value: value.value, quote: value.quote });
    if (value.end === end) break;
    if (text[value.end] !== ',') return undefined;
    at = value.end + 1;
  }
  const short = keys.some((key) => key.name === '');
  return short && keys.length > 1 ? undefined : keys;
}

/** Position of the `=` after a key's name; -1 where a value starts at once. */
function nameEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '=') return at === start ? -1 : at;
    if (char === "'" || char === ',' || char === '(' || char === ')') return -1;
  }
  return -1;
}

function readValue(
  text: string,
  start: number,
  end: number,
  decode: Decode,
): (Omit<Key, 'name'> & { end: number }) | undefined {
  let at = start;
  while (at < end && !"',()=".includes(text[at] as string)) at++;
  if (text[at] !== "'" || at === end) {
    if (at === start) return undefined;
    const bare = text.slice(start, at);
    return { value: bare === 'null' ? null : decode(bare), quote: '', end: at };
  }
  const quote = text.slice(start, at + 1);
  const from = at + 1;
  for (at = from; at < end; at++) {
    if (text[at] !== "'") continue;
    if (text[at + 1] !== "'" || at + 1 >= end) break;
    at++;
  }
  if (at >= end) return undefined;
  return { value: decode(text.slice(from, at)).replaceAll("''", "'"), quote, end: at + 1 };
}
