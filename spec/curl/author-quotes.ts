// How far a quoted string goes in its author's mind: quotes nested in it, escapes, wrapped lines, a closing quote that is missing.
import { continuationEnd } from './continuation.js';
import { isUrl } from './word.js';

export interface QuotedText {
  text: string;
  at: number[];
  /** Offset behind the closing quote. */
  end: number;
  /** Offsets of quotes that the author meant as text, but that end the string for a shell. */
  nested: number[];
  /** Continuations that a shell keeps or cuts at: `[offset, length]`. */
  joins: [number, number][];
  /** `$name`s that a shell replaces. */
  expansions: { offset: number; text: string }[];
  /** Backquotes or `$(` in double quotes: a shell would run what they hold. */
  substitutions: number[];
  /** No closing quote was found. */
  unclosed: boolean;
  /** Offset of a quote of the other kind that was meant to close the string. */
  mismatched?: number;
}

/** An option right behind a quote: a blank is missing. */
export const OPTION = /^-{1,2}[A-Za-z][\w-]*(?=[\s'"])/;

/** Reads the string whose opening quote stands at `open`; `limit` is where the next command starts. */
export function readQuoted(source: string, open: number, limit: number): QuotedText {
  const strict = scan(source, open, limit, 'strict');
  if (!strict.unclosed) return strict;
  const relaxed = scan(source, open, limit, 'relaxed');
  if (!relaxed.unclosed) return relaxed;
  return withoutMismatch(scan(source, open, unclosedEnd(source, open, limit), 'none'), source[open] as string);
}

/** `'a"` up to the next option: the double quote was meant to be a single one. */
function withoutMismatch(read: QuotedText, quote: string): QuotedText {
  const other = quote === "'" ? '"' : "'";
  if (!read.text.endsWith(other) || (read.text.split(other).length - 1) % 2 === 0) return read;
  const mismatched = read.at.at(-1);
  return {
    ...read,
    text: read.text.slice(0, -1),
    at: read.at.slice(0, -1),
    ...(mismatched === undefined ? {} : { mismatched }),
  };
}

type Mode = 'strict' | 'relaxed' | 'none';

const OPTION_BEFORE = /\s-{1,2}[A-Za-z][\w-]*[ \t=]*$/;
const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})/y;
/** `'\''` and `'"'"'` put a quote into a single-quoted string; `'$x'` and `'"$x"'` a variable. */
const IDIOM = /'\\''|'"'"'/y;
/** `'"'name'"'` puts a name in single quotes there. */
const QUOTED_SPLICE = /'"('[^'"\n\\]{1,200}')"'/y;
const SPLICE = /'("?)(\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}))\1'/y;

function scan(source: string, open: number, limit: number, mode: Mode): QuotedText {
  const quote = source[open] as "'" | '"';
  const out: QuotedText = {
    text: '',
    at: [],
    end: limit,
    nested: [],
    joins: [],
    expansions: [],
    substitutions: [],
    unclosed: false,
  };
  const put = (text: string, offset: number): void => {
    for (let k = 0; k < text.length; k++) out.at.push(offset + k);
    out.text += text;
  };
  for (let i = open + 1; i < limit; ) {
    const char = source[i] as string;
    if (char === '\\' || (char === '^' && continuationEnd(source, i) !== undefined)) {
      i = backslash(source, i, quote, limit, out, put, mode);
      continue;
    }
    if (quote === '"' && (char === '$' || char === '`')) noteExpansion(source, i, out);
    if (char === quote) {
      const special = quote === "'" ? spliced(source, i, out, put) : undefined;
      if (special !== undefined) {
        i = special;
        continue;
      }
      if (mode !== 'none' && closes(source, i + 1, limit, out, quote, mode)) {
        out.end = i + 1;
        return out;
      }
      // `'a -H 'b'`: the quote opens the argument of the next option, so the one before it has no end.
      if (mode !== 'none' && OPTION_BEFORE.test(out.text.slice(-30))) break;
      out.nested.push(i);
    }
    put(char, i);
    i++;
  }
  out.unclosed = true;
  return out;
}

type Put = (text: string, offset: number) => void;

function backslash(
  source: string,
  i: number,
  quote: string,
  limit: number,
  out: QuotedText,
  put: Put,
  mode: Mode,
): number {
  const joined = continuationEnd(source, i);
  if (joined !== undefined) {
    const next = isUrl(out.text) ? indentEnd(source, joined) : joined;
    if (quote === "'" || next > i + 2) out.joins.push([i, next - i]);
    return next;
  }
  const next = source[i + 1] ?? '';
  if (quote === '"' && '"$`\\'.includes(next) && next !== '') {
    put(next, i + 1);
    return i + 2;
  }
  if (quote === "'" && next === "'" && !(mode !== 'none' && closes(source, i + 2, limit, out, quote, mode))) {
    out.nested.push(i);
    put("'", i + 1);
    return i + 2;
  }
  put('\\', i);
  if (next === '\\') {
    put('\\', i + 1);
    return i + 2;
  }
  return i + 1;
}

/** No author means the indent of a wrapped URL's next line to be part of it. */
function indentEnd(source: string, from: number): number {
  let i = from;
  while (source[i] === ' ' || source[i] === '\t') i++;
  return i;
}

function noteExpansion(source: string, i: number, out: QuotedText): void {
  VARIABLE.lastIndex = i;
  const variable = VARIABLE.exec(source);
  if (variable) out.expansions.push({ offset: i, text: variable[0] });
  else if (source[i] === '`' || source[i + 1] === '(') out.substitutions.push(i);
}

function spliced(source: string, i: number, out: QuotedText, put: Put): number | undefined {
  IDIOM.lastIndex = i;
  const idiom = IDIOM.exec(source);
  if (idiom) {
    put("'", i + 1);
    return i + idiom[0].length;
  }
  QUOTED_SPLICE.lastIndex = i;
  const quoted = QUOTED_SPLICE.exec(source);
  if (quoted?.[1]) {
    put(quoted[1], i + 2);
    return i + quoted[0].length;
  }
  SPLICE.lastIndex = i;
  const splice = SPLICE.exec(source);
  if (!splice?.[2]) return undefined;
  const from = i + splice[0].indexOf('$');
  out.expansions.push({ offset: from, text: splice[2] });
  put(splice[2], from);
  return i + splice[0].length;
}

/** Whether the quote before `k` ends the string: what follows is a gap and then something an argument can start with. */
function closes(source: string, k: number, limit: number, out: QuotedText, quote: string, mode: Mode): boolean {
  if (k >= limit) return true;
  if (OPTION.test(source.slice(k, k + 40))) return out.nested.length === 0 && balanced(out.text);
  if (!isGap(source, k)) return quote === '"' ? gluesOn(source, k, limit, out) : splicesOn(source, k, out);
  if (mode === 'relaxed') return true;
  let i = k;
  for (let next: number | undefined = i; next !== undefined && i < limit; ) {
    while (source[i] === ' ' || source[i] === '\t') i++;
    next = continuationEnd(source, i);
    if (next !== undefined) i = next;
  }
  if (i >= limit) return true;
  const rest = source.slice(i, i + 12);
  if (/^(?:[-\u2013\u2014'"|;&>#\n\r]|https?:|\{[A-Z]|2>)/.test(rest)) return true;
  return out.nested.length === 0 && balanced(out.text);
}

function isGap(source: string, k: number): boolean {
  return /[\s|;&>]/.test(source[k] ?? ' ') || continuationEnd(source, k) !== undefined;
}

/** `"$URL"/path` and `"a"'b'`: the word goes on behind the quote, as the author wanted. */
function gluesOn(source: string, k: number, limit: number, out: QuotedText): boolean {
  const next = source.slice(k, Math.min(limit, k + 2000));
  if (/^'[^'\n]*'(?=[\s'"]|$)/.test(next)) return out.nested.length === 0;
  const rest = /^\S*/.exec(next)?.[0] ?? '';
  return !rest.includes('"') && out.nested.length === 0 && balanced(out.text);
}

function splicesOn(source: string, k: number, out: QuotedText): boolean {
  if (out.nested.length > 0 || (out.text.match(/"/g)?.length ?? 0) % 2 !== 0) return false;
  return /^"[^"\n]*"(?=['\s]|$)/.test(source.slice(k, k + 2000));
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '{' || char === '[' || char === '(') depth++;
    else if (char === '}' || char === ']' || char === ')') depth--;
  }
  return depth === 0;
}

/** Without a closing quote the string ends before the next option, or at the end of the last continued line. */
function unclosedEnd(source: string, open: number, limit: number): number {
  const option = /(?<!\s)\s+-{1,2}[A-Za-z][\w-]*(?=[\s'"])/g;
  option.lastIndex = open + 1;
  const found = option.exec(source);
  let end = found && found.index < limit ? found.index : limit;
  const lineEnd = source.indexOf('\n', open);
  const json = jsonEnd(source, open, end);
  if (json !== undefined) return json;
  if (!found && lineEnd >= 0 && lineEnd < end && source[lineEnd - 1] !== '\\') end = lineEnd;
  while (end > open + 1 && /[\s\\]/.test(source[end - 1] ?? '')) end--;
  return end;
}

/** Where JSON in single quotes ends that goes on over several lines. */
function jsonEnd(source: string, open: number, limit: number): number | undefined {
  if (source[open] !== "'" || !/[{[]/.test(source[open + 1] ?? '')) return undefined;
  let depth = 0;
  let inString = false;
  for (let i = open + 1; i < limit; i++) {
    const char = source[i] as string;
    if (inString && char === '\\') i++;
    else if (char === '"') inString = !inString;
    else if (!inString && /[{[]/.test(char)) depth++;
    else if (!inString && /[}\]]/.test(char) && --depth === 0) return i + 1;
  }
  return undefined;
}
