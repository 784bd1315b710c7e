// Quotes, blanks and colons that an editor has made typographic: where they stand for the keys that a shell knows, and where they are text.
import { continuationEnd } from './continuation.js';
import type { CurlProblem } from './problem.js';

const SINGLE = /[\u2018\u2019\u201B\u2032\u00B4\uFF07]/;
const DOUBLE = /[\u201C\u201D\u201F\u2033\uFF02]/;
const OPENING = /[\u2018\u201C]/;
const WIDE_BLANK = /[\u00A0\u3000]/;
const WIDE_COLON = '\uFF1A';
/** The value of a key in a URL, which may be wrapped, with a backslash or without: `Things(’a’)`, `Things(Name=‘a’,Box=‘b’)`. */
const KEY =
  /([(=,])[\u2018\u2019\u2032\u00B4]((?:[^\s\u2018\u2019\u2032\u00B4'"]|\r?\n(?!\s)){0,300})[\u2019\u2018\u2032\u00B4](?=\\?\r?\n?[),])/g;
/** Up to the colon of a header. */
const HEADER = /(?<=\s)(?:-H|--header)[ \t]{0,4}["'\u2018\u201C]?[A-Za-z][\w-]{0,60}[ \u3000]?\uFF1A/g;

/**
 * Typographic quotes, wide blanks and wide colons of headers of `[from, to)` as the keys they stand for; one unit each, so that offsets stay. Inside straight quotes
 * they are text, but for one that closes the argument.
 */
export function straighten(given: string, from: number, to: number): string {
  const found = given.slice(from, to);
  const text = found.includes(WIDE_COLON)
    ? given.slice(0, from) + found.replace(HEADER, (header) => `${header.slice(0, -1)}:`) + given.slice(to)
    : given;
  if (!SINGLE.test(found) && !DOUBLE.test(found) && !WIDE_BLANK.test(found)) return text;
  const out = [...text.slice(0, from).split('')];
  /** The key of the quote that is open, whether it was typographic, and how many of its kind are open inside it. */
  let open: { key: string; curly: boolean; nested: number } | undefined;
  for (let i = from; i < to; i++) {
    const char = text[i] as string;
    const key = keyOf(char);
    if (char === '\\' && open?.key !== "'" && continuationEnd(text, i) === undefined) {
      out.push(char, ...(i + 1 < to ? [text[i + 1] as string] : []));
      i++;
      continue;
    }
    const opensInside = OPENING.test(char) || /[(=,]/.test(text[i - 1] ?? '');
    if (open?.curly && key === open.key && (opensInside || open.nested > 0) && !endsArgument(text, i + 1, to)) {
      open.nested += opensInside ? 1 : -1;
      out.push(char);
      continue;
    }
    if (open) {
      const ends =
        key === open.key &&
        (char === key ? !open.curly || endsArgument(text, i + 1, to) : curlyEnds(open, text, i, to));
      out.push(ends ? key : char);
      if (ends) open = undefined;
      continue;
    }
    const opens = key !== undefined && (char === key || startsArgument(text, i, from));
    if (opens) open = { key, curly: char !== key, nested: 0 };
    out.push(opens ? key : WIDE_BLANK.test(char) ? ' ' : char);
  }
  const straight = out.join('');
  return straight.slice(0, from) + straightKeys(straight.slice(from)) + text.slice(to);
}

/** A URL with plain quotes around the values of its keys. */
export function straightKeys(url: string): string {
  return url.replace(KEY, "$1'$2'");
}

function curlyEnds(open: { curly: boolean }, text: string, i: number, to: number): boolean {
  return endsArgument(text, i + 1, to) || (open.curly && /[\u2019\u201D]/.test(text[i] as string));
}

function keyOf(char: string): "'" | '"' | undefined {
  if (char === "'" || SINGLE.test(char)) return "'";
  return char === '"' || DOUBLE.test(char) ? '"' : undefined;
}

function startsArgument(text: string, i: number, from: number): boolean {
  return i === from || /[\s=:]/.test(text[i - 1] as string);
}

/** Behind a closing quote: the end, the line's end, or blanks and then an option. */
function endsArgument(text: string, i: number, to: number): boolean {
  if (i >= to || continuationEnd(text, i) !== undefined) return true;
  const rest = text.slice(i, Math.min(to, i + 40));
  return /^[ \t\u00A0\u3000]*(?:\r?\n|$|\\\s|[ \t\u00A0\u3000][-\u2013\u2014'"\u2018\u201C]|[ \t]+(?:https?:|\{[A-Z]))/.test(
    rest,
  );
}

/** What was straightened of `[from, end)`: quotes are letters to a shell, and so are wide blanks; a wide colon is none to curl. */
export function typographicProblems(original: string, straight: string, from: number, end: number): CurlProblem[] {
  const quotes: number[] = [];
  const blanks: number[] = [];
  const colons: number[] = [];
  for (let i = from; i < end; i++)
    if (original[i] !== straight[i])
      (straight[i] === ' ' ? blanks : original[i] === WIDE_COLON ? colons : quotes).push(i);
  return [
    ...problem(colons, original, straight, 'is no colon: curl sends no such header', 'write a plain colon').map(
      (one): CurlProblem => ({ ...one, code: 'curl/unsupported-option' }),
    ),
    ...problem(quotes, original, straight, `is not a quote to a shell`, `write straight quotes: ' or "`),
    ...problem(
      blanks,
      original,
      straight,
      'is not a blank to a shell: it joins what it stands between',
      'write a plain blank',
    ),
  ];
}

function problem(places: number[], original: string, straight: string, why: string, help: string): CurlProblem[] {
  const [first] = places;
  if (first === undefined) return [];
  const char = original[first] as string;
  const shown = char === '\u00A0' ? 'a no-break space' : char === '\u3000' ? 'a full-width space' : `"${char}"`;
  return [
    {
      code: 'curl/shell-quoting',
      message: `${shown} ${why}`,
      help,
      offset: first,
      length: 1,
      fixes: places.map((offset) => ({ offset, length: 1, text: straight[offset] as string })),
    },
  ];
}
