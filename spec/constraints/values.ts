// Closed lists of values, as cells write them: one a line, with explanations, separated by slashes or commas.
import type { Wording } from './wording.js';
import { plainKey } from './wording-lists.js';

const QUOTES: Record<string, string> = { '"': '"', '“': '”', '「': '」', '`': '`', "'": "'" };
/** A word that is a value rather than a part of a sentence. */
const COMPARED =
  /^(?:less|more|fewer|greater|above|below|over|under|longer|shorter|larger|smaller|higher|lower|later|earlier)$/i;
/** Words that stand between others in a phrase: "of X-Key" lists nothing. */
const PROSE = /^(?:an?|after|before|between|by|for|from|in|is|of|on|than|the|until|with)$/;
const TOKEN = /^[A-Za-z0-9_$*.+#@%~/:\-<>=]{1,200}$/;

/** `asc/desc`, which is no media type. */
const TWO =
  /^(?!(?:application|audio|font|image|multipart|text|video)\/)([A-Za-z][\w-]{0,40})\/([A-Za-z][\w-]{0,40})$/i;

/** A value without its quotes, brackets and final full stop. */
export function bareValue(text: string): string {
  let value = text.trim().replace(/^(\W?\w+) \/ (\w[\w.+-]*\W?)$/, '$1/$2');
  for (let i = 0; i < 3; i++) {
    const close = value[0] === '[' ? ']' : QUOTES[value[0] ?? ''];
    if (close && value.length > 1 && value.endsWith(close)) value = value.slice(1, -1).trim();
    else if (/^[^.](?:.*[^.])?[.。]$/.test(value)) value = value.slice(0, -1);
    else break;
  }
  return value;
}

/**
 * Reads text that is nothing but a list of at least two values. Undefined where it is anything else.
 * `a / b`, `a, b or c`, `"x"⏎"y"`, `a(why)⏎b:c(why)`, `0:why⏎1:why`, and the same lines run together by flattening.
 */
export function readValues(text: string, wording: Wording): string[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.some((line) => wording.exampleLine.test(line))) return undefined;
  const values =
    lines.length > 1 ? (readLines(lines, wording) ?? readCases(lines, wording)) : readLine(lines[0] as string, wording);
  return values && values.length > 1 && new Set(values).size === values.length ? values : undefined;
}

/** The members of a list that words have announced: one is enough, explanations may follow. */
export function announcedValues(text: string, wording: Wording): string[] | undefined {
  const found = readValues(text, wording);
  if (found) return found;
  const quoted = quotedValues(text);
  if (quoted.length > 0 && /^\s*["“「`]/.test(text)) return quoted;
  const [, one, other] = TWO.exec(text.trim()) ?? [];
  if (one && other) return [one, other];
  const joined = splitJoined(text.replace(/[.。]\s*$/, ''), wording);
  if (joined.length > 0 && joined.every((v) => TOKEN.test(v))) return unique(joined);
  return undefined;
}

/** Words that may each be a value; those in front of colons, where each has an explanation behind one. */
export function runTogether(line: string): { words: string[]; explained: boolean } | undefined {
  if (/^[a-z][\w.-]{0,40}(?: [a-z][\w.-]{0,40}){1,9}$/.test(line)) return { words: line.split(' '), explained: false };
  if (line.length > 600 || line.includes('\n')) return undefined;
  const words = [...line.matchAll(/(?:^|\s)([A-Za-z0-9][\w.-]{0,40})\s?:\s?(?=[^\s/])/g)].map(
    (found) => found[1] as string,
  );
  const explained = words.length > 1 && line.startsWith(words[0] as string) && new Set(words).size === words.length;
  return explained ? { words, explained } : undefined;
}

/** Every `"…"` or `` `…` `` in the text. */
export function quotedValues(text: string): string[] {
  return unique(
    [...text.matchAll(/"([^"\n]{1,100})"|“([^”\n]{1,100})”|「([^」\n]{1,100})」|`([^`\n]{1,100})`/g)].map((m) =>
      withoutQuotes((m[1] ?? m[2] ?? m[3] ?? m[4] ?? '').trim()),
    ),
  );
}

/** A value in quotes, all of it in code marks: `"small"`. */
function withoutQuotes(value: string): string {
  return value.replace(/^(["'])(.{1,78})\1$/, '$2');
}

/** So long may be what stands between two values of a list: a remark in brackets, and what joins them. */
const MAX_BETWEEN = 80;

/** The first two or more values in quotes of a kind that nothing but remarks in brackets and what joins a list stand between. */
export function quotedRun(
  text: string,
  quote: '"' | '`' | '「',
  wording: Wording,
): { start: number; end: number; values: string[] } | undefined {
  const marked = quote === '"' ? /"([^"\n]{1,80})"/g : quote === '`' ? /`([^`\n]{1,80})`/g : /「([^」\n]{1,80})」/g;
  let run: { start: number; end: number; values: string[] } | undefined;
  for (const found of text.matchAll(marked)) {
    const value = withoutQuotes((found[1] as string).trim());
    const end = found.index + found[0].length;
    if (run && joins(text.slice(run.end, found.index), wording)) {
      run.values.push(value);
      run.end = end;
    } else if (run && run.values.length > 1) break;
    else run = { start: found.index, end, values: [value] };
  }
  if (!run || run.values.length < 2) return undefined;
  const remark = /^ ?[(（][^()（）\n]{1,60}[)）]/.exec(text.slice(run.end))?.[0].length ?? 0;
  return { ...run, end: run.end + remark, values: unique(run.values) };
}

/** Of values in quotes or code marks, whether one is marked as the default: "`asc` (default) or `desc`". */
export function marksDefault(list: string, { defaultMark }: Wording): boolean {
  return [...list.matchAll(/["`」]/g)].some(({ index }) => defaultMark.test(list.slice(index)));
}

function joins(between: string, wording: Wording): boolean {
  if (between.length > MAX_BETWEEN || between === '') return between === '';
  const rest = between.replace(/[(（][^()（）\n]{1,60}[)）]/, '').replace(wording.joiners, ',');
  return /^[\s,、|/・]*$/.test(rest) && !rest.includes('\n');
}

/** `T:overwrite / F:do not overwrite`. */
function explained(parts: string[]): string[] | undefined {
  const values = parts.map(
    (part) => /^([^\s:：=]{1,100})(?:\s?[:：]\s?| = |=(?=[^\p{ASCII}]))\S/u.exec(part.trim())?.[1],
  );
  return values.every((v) => v !== undefined && TOKEN.test(v)) ? (values as string[]) : undefined;
}

function readLines(lines: string[], wording: Wording): string[] | undefined {
  const values = lines.map(valueOfLine);
  return values.every((v) => v !== undefined) ? (values as string[]) : namedValues(lines, wording);
}

/** `Message: message⏎Request (by mail): request.mail`: each line names a value in words and gives it behind the colon. */
function namedValues(lines: string[], wording: Wording): string[] | undefined {
  const pairs = lines.map((line) => /^([^:：]{1,80}?)\s?[:：]\s?([a-z][\w.-]{0,60})$/.exec(line)?.slice(1) ?? []);
  const sure = pairs.every(
    ([name = '', value = '']) =>
      value !== '' &&
      // "Form: json" beside others tells what the value is like, as the name of a type does.
      (!TOKEN.test(name) || name === value) &&
      !wording.types.has(plainKey(value)),
  );
  const inWords = pairs.some(([name = '']) => !TOKEN.test(name));
  return sure && inWords ? pairs.map(([, value = '']) => value) : undefined;
}

/** Values below lines that tell for which case they are ("When Type is message"): all of them, one or several a line. */
function readCases(lines: string[], wording: Wording): string[] | undefined {
  const isCase = (line: string): boolean => wording.caseLine.test(line) || /^.{1,60}[:：]$/.test(line);
  if (!isCase(lines[0] as string)) return undefined;
  const values = lines.flatMap((line) => {
    if (isCase(line)) return [];
    const one = valueOfLine(line);
    return one === undefined ? (readLine(line, wording) ?? [undefined]) : [one];
  });
  return values.every((value) => value !== undefined) ? [...new Set(values)] : undefined;
}

/** The same that flattening ran together: `Kindがnoteの場合 open:開く shut:閉じる`, each value with its explanation. */
function casesOf(line: string, wording: Wording): string[] | undefined {
  if (line.length > 600) return undefined;
  const words = line
    .replace(/\s?[:：]\s?(?=\S)/g, ':')
    .replace(wording.caseWords, ' ')
    .trim()
    .split(/\s+/);
  const rest = words.filter((word) => !wording.caseLine.test(word));
  const cut = rest.length < words.length || !line.replace(/\s?[:：]\s?(?=\S)/g, ':').startsWith(words[0] as string);
  return cut && rest.length > 1 ? (explained(rest) ?? inFront(rest.join(' '))) : undefined;
}

/** Values of which each has an explanation of several words behind it: `open:Opens it shut:Shuts it`. */
function inFront(line: string): string[] | undefined {
  const values = [...line.matchAll(/(?:^|\s)([A-Za-z0-9][\w.-]{0,40}):(?=\S)/g)].map((found) => found[1] as string);
  const sure = values.length > 1 && line.startsWith(`${values[0]}:`) && unique(values).length === values.length;
  return sure ? values : undefined;
}

/** `oidc:google(why)`, `0: why`, `"ready"`, `relay - why`. */
function valueOfLine(line: string): string | undefined {
  const text = line
    .replace(/^(?:[-*]\s+|[・•]\s*)/, '')
    .replace(/[,、;]$/, '')
    .trim();
  const quoted = /^["“「`']([^"”」`']{1,100})["”」`']\s*(?:[(:：-].*)?$/.exec(text);
  if (quoted) return quoted[1]?.trim();
  const explained =
    /^([^\s(（]{1,200}?)\s*[(（][^\n]*[)）]$/.exec(text) ??
    /^([^\s:：]{1,100})\s?[:：]\s?[^\s].*$/.exec(text.includes(':') && TOKEN.test(text) ? '' : text) ??
    /^(\S{1,100}) (?:-|–|—) .+$/.exec(text) ??
    /^([^\s・.]{1,100})\s?(?:・{2,3}|\.{3}|…)\s?\S.*$/.exec(text);
  const value = explained ? explained[1] : text;
  return value !== undefined && TOKEN.test(value) && !/^[-*]$/.test(value) ? value : undefined;
}

function readLine(line: string, wording: Wording): string[] | undefined {
  const slashed = line.split(/\s+[/|]\s+|(?<=[^\s"“「]["”」])\s*\/\s*(?=["“「][^\s"”」])/);
  if (slashed.length > 1 && slashed.every((part) => /^[ymdhs]+$/i.test(part))) return undefined;
  if (slashed.length > 1) {
    const values = all(slashed) ?? explained(slashed);
    // "string | null" says of which type a value is.
    const typed = values?.every((v) => wording.types.has(plainKey(v)) || wording.nullWords.has(plainKey(v)));
    return typed ? undefined : values;
  }
  const cases = casesOf(line, wording);
  if (cases) return cases;
  const told = explained(line.split(/[、,]\s?/));
  if (told && told.length > 1 && told.every((v) => /^[a-z0-9]/.test(v))) return told;
  const cut = explained(line.split('/'));
  if (cut && cut.length > 1) return cut;
  const commas = splitJoined(line, wording);
  if (commas.length > 1) {
    const values = all(commas);
    // "URL or URN", "number or string" say of which type a value is.
    const types = (values ?? []).map((v) => wording.types.get(plainKey(v)));
    if (values?.some((v) => COMPARED.test(v)) && values.some((v) => /\d/.test(v))) return undefined;
    if (values && !types.some((type) => type?.format === 'uri') && !types.every((type) => type)) return values;
  }
  const numbered = [...line.matchAll(/(?:^|\s)(\d{1,3})[:：]\s?(?=\S)/g)].map((m) => m[1] as string);
  if (numbered.length > 1 && /^\d{1,3}[:：]/.test(line)) return numbered;
  const quoted = quotedValues(line);
  if (quoted.length > 1 && /^\s*(?:["“「`][^"”」`]{1,100}["”」`]\s*)+$/.test(line)) return quoted;
  if (/^[A-Za-z][\w-]{0,40}(?:\/[A-Za-z][\w-]{0,40}){2,20}$/.test(line) && !/^[ymdhs/]+$/i.test(line))
    return line.split('/');
  return namedValues(line.split(' '), wording) ?? readWords(line, wording);
}

/** Lines that flattening ran together: every word a value, most of them no words of prose. */
function readWords(line: string, wording: Wording): string[] | undefined {
  if (line.length > 600) return undefined;
  const words = line
    .replace(/[(（][^()（）]{0,200}[)）]/g, ' ')
    .trim()
    .split(/\s+/);
  if (words.some((word) => PROSE.test(word))) return undefined;
  if (words.length < 2 || !words.every((w) => TOKEN.test(w) && /[\w*]/.test(w) && !/^\$|[:.,]$|^\d+-\d+$/.test(w)))
    return undefined;
  // "a_b c_d or the name of one": what comes last is told in words.
  const joined = words.findIndex((word) => word.replace(wording.joiners, '') === '');
  if (joined >= 0 && joined < words.length - 2) return undefined;
  // "Existing EntityType" is the start of a sentence, "Base64 string" the name of a type.
  if (/^[A-Z][a-z]+$/.test(words[0] ?? '') || wording.types.has(plainKey(words.at(-1) ?? ''))) return undefined;
  // "Edm.String Edm.Int32 Registered type name": what comes last is a phrase.
  const phrase = words.findIndex((word) => /^[A-Z][a-z]+$/.test(word));
  if (phrase > 0 && phrase < words.length - 1 && /^[a-z]+$/.test(words.at(-1) ?? '')) return undefined;
  const coded = words.filter((w) => /[_:.]|\/|\d|[a-z][A-Z]/.test(w) && !/^\d+$/.test(w));
  // A digit is no more than a hint: "IPv4 address".
  const sure = coded.some((w) => /[_:.]|\/|[a-z][A-Z]/.test(w)) || coded.length * 2 > words.length;
  return sure && coded.length * 2 >= words.length && !words.every((w) => w.startsWith('{')) ? words : undefined;
}

function all(parts: string[]): string[] | undefined {
  const values = parts.map((part) => bareValue(part.replace(/\s*[(（][^()（）]{0,200}[)）]\s*$/, '')));
  const quoted = parts.every((part) => /^\s*["“「`]/.test(part));
  // A range may have blanks around its dots: `0 .. 1`.
  return values.every((v) => v !== '' && (quoted || TOKEN.test(v.replace(/ ?\.\. ?/g, '..')))) ? values : undefined;
}

function splitJoined(text: string, wording: Wording): string[] {
  return text
    .replace(/[(（][^()（）]{0,200}[)）]/g, ' ')
    .replace(wording.joiners, ',')
    .split(/[,、;|・]/)
    .map((part) => bareValue(part))
    .filter((part) => part !== '');
}

function unique(values: string[]): string[] {
  return [...new Set(values)].filter((v) => v !== '');
}
