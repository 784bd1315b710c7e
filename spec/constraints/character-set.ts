// Sets of allowed characters as prose names them ("alphanumerics, hyphens ("-") and the following symbols …").
import type { Wording } from './wording.js';
import { plainKey } from './wording-lists.js';

export interface CharacterSet {
  /** Every allowed character, once. */
  characters: Set<string>;
  /** Those named one by one rather than by a class. */
  symbols: Set<string>;
  /** More symbols are announced, but not named. */
  vague?: boolean;
}

const LITERAL = /`([!-/:-@[-_{-~])`|["'“”「]?([!-/:-@[-`{-~])["'“”」]?/y;
/** Ranges as regular expressions have them, in brackets or without: `a-z`, `[a-zA-Z0-9_-]`. */
const RANGES = /\[?((?:a-z|A-Z|0-9|a-f|A-F){1,5})(?![A-Za-z0-9])/y;
/** Any name of a symbol with the symbol behind it: `carets ("^")`. */
const SHOWN = /\p{L}[\p{L}ー -]{0,24}\s?\(\s?["'“「]([!-/:-@[-`{-~])["'”」]\s?\)/uy;
const RUN = /\(?([!-/:-@[-`{-~]{3,60})/y;
/** Symbols one by one in brackets: `(!, #, $)`. */
const LISTED = /\(\s?((?:[!-/:-@[-`{-~](?:,\s?|、\s?|\s)){1,40}[!-/:-@[-`{-~])\s?\)/y;
const BLANK = /[\s,、・;；]+/y;

/** Reads a list of characters at `from`: classes, named symbols, literal symbols. `end` is where it stops. */
export function readCharacters(
  text: string,
  from: number,
  wording: Wording,
): { set: CharacterSet; end: number; members: number } {
  const set: CharacterSet = { characters: new Set(), symbols: new Set() };
  let at = from;
  let end = from;
  let members = 0;
  while (at < text.length) {
    const next = readMember(text, at, set, wording);
    if (next !== undefined) {
      members++;
      at = next;
      end = next;
      continue;
    }
    const skipped = match(BLANK, text, at) ?? match(wording.fillers, text, at);
    if (!skipped) break;
    at += skipped[0].length;
  }
  if (members > 0 && goesOn(text.slice(end, at), text.slice(at, at + 40), wording)) set.vague = true;
  return { set, end, members };
}

/** Whether a word that joins members stands behind the last one, and what it joins is no character that is known: the set is larger. */
function goesOn(between: string, rest: string, wording: Wording): boolean {
  wording.joiners.lastIndex = 0;
  const joined = wording.joiners.test(between) && !/[\n\u0001]/.test(between);
  return joined && /^\p{L}/u.test(rest) && !wording.newStatement.test(rest);
}

/** The whole text must be a list of characters; undefined where anything else stands in it. */
export function onlyCharacters(text: string, wording: Wording): CharacterSet | undefined {
  const { set, end, members } = readCharacters(text, 0, wording);
  return members > 0 && /^[\s)）"'.,、。]*$/.test(text.slice(end)) ? set : undefined;
}

/** The same, or one of them by the name of their class: "a letter". */
export function oneOfCharacters(text: string, wording: Wording): CharacterSet | undefined {
  const several = wording.classEnds.map((end) => text.trim().replace(/\p{L}(?!\p{L})/gu, `$&${end}`));
  return [text, ...several].flatMap((one) => onlyCharacters(one, wording) ?? [])[0];
}

function readMember(text: string, at: number, set: CharacterSet, wording: Wording): number | undefined {
  const found = readClass(text, at, set, wording) ?? readRanges(text, at, set) ?? readRun(text, at, set, wording);
  if (found !== undefined) return found;
  const named = match(wording.symbolPattern, text, at);
  if (named) {
    let next = at + named[0].length;
    const shown = /^\s{0,2}\(\s?["'“]?([!-~])["'”]?\s?\)/u.exec(text.slice(next, next + 12));
    const symbol = shown?.[1] ?? wording.symbols.get(plainKey(named[0]));
    if (shown) next += shown[0].length;
    if (symbol === undefined) return undefined;
    return add(set, symbol, next);
  }
  const shown = set.characters.size > 0 ? match(SHOWN, text, at) : undefined;
  if (shown?.[1]) return add(set, shown[1], at + shown[0].length);
  return readLiteral(text, at, set, wording);
}

function readRanges(text: string, at: number, set: CharacterSet): number | undefined {
  const found = match(RANGES, text, at);
  if (!found?.[1]) return undefined;
  let next = at + found[0].length;
  if (found[0].startsWith('[')) {
    const rest = /^([!-/:-@^-`{-~]{0,40})\](?![*+?{])/.exec(text.slice(next, next + 48));
    if (rest?.[1] === undefined) return undefined;
    for (const char of rest[1].replaceAll('\\', '')) add(set, char, 0);
    next += rest[0].length;
  }
  for (const char of expand(found[1])) set.characters.add(char);
  // Code marks around the ranges are no members.
  return text[at - 1] === '`' && text[next] === '`' ? next + 1 : next;
}

function readClass(text: string, at: number, set: CharacterSet, wording: Wording): number | undefined {
  wording.classPattern.lastIndex = at;
  const found = wording.classPattern.exec(text);
  if (found?.index !== at) return undefined;
  const end = at + found[0].length;
  const lower = match(wording.lowerCaseOnly, text, end);
  const upper = lower ? undefined : match(wording.upperCaseOnly, text, end);
  const without = lower ? /[A-Z]/ : upper ? /[a-z]/ : undefined;
  for (const char of expand(wording.classes.get(plainKey(found[0])) ?? ''))
    if (!without?.test(char)) set.characters.add(char);
  return end + ((lower ?? upper)?.[0].length ?? 0);
}

/** A row of symbols in one word, with or without words that announce it: `-_!$*=^`. */
function readRun(text: string, at: number, set: CharacterSet, wording: Wording): number | undefined {
  let start = at;
  const intro = match(wording.listIntro, text, start);
  if (intro)
    start +=
      intro[0].length +
      (/^[\s:：]*/.exec(text.slice(start + intro[0].length, start + intro[0].length + 8))?.[0].length ?? 0);
  else if (set.characters.size === 0) return undefined;
  const listed = match(LISTED, text, start);
  if (listed?.[1]) {
    for (const char of listed[1].split(/[,、\s]\s?/)) if (char !== '') add(set, char, 0);
    return start + listed[0].length;
  }
  const run = match(RUN, text, start);
  if (!run) return intro ? announced(text, start, set, wording) : undefined;
  const closed = run[0].startsWith('(') && run[0].endsWith(')');
  const symbols = closed ? run[0].slice(1, -1) : run[0];
  if (!intro && /^\(?["'`,;]/.test(run[0])) return undefined;
  // "-_(half-width …": the bracket is of what explains the symbols.
  const opens = !closed && /\($/.test(symbols) && /^\p{L}/u.test(text.slice(start + run[0].length));
  for (const char of opens ? symbols.slice(0, -1) : symbols) add(set, char, 0);
  return start + run[0].length - (opens ? 1 : 0);
}

/** Symbols with blanks between them, or by their names, to the end of the line: `symbols: - _ .`. */
function announced(text: string, at: number, set: CharacterSet, wording: Wording): number {
  const line = /^[^\n\u0001]*/.exec(text.slice(at, at + 400))?.[0] ?? '';
  const shown = /[:：]\s*$/.test(text.slice(0, at)) || /^\(?["'“]?[!-+\-/:<-@[-`{-~]/.test(line);
  const listed = shown ? onlyCharacters(line.replace(/^\(/, ''), wording) : undefined;
  if (!listed || listed.vague || listed.symbols.size < listed.characters.size) {
    set.vague = true;
    return at;
  }
  for (const char of listed.symbols) add(set, char, 0);
  return at + line.length;
}

function readLiteral(text: string, at: number, set: CharacterSet, wording: Wording): number | undefined {
  const literal = match(LITERAL, text, at);
  const sign = literal?.[1] ?? literal?.[2];
  if (!literal || sign === undefined || /^[(),;]$/.test(literal[0])) return undefined;
  let next = at + literal[0].length;
  const name = /^\s{0,2}\(\s?([^()\n]{1,40})\s?\)/.exec(text.slice(next, next + 48));
  const named = name?.[1] !== undefined && isName(name[1], wording);
  // A full stop is a member where it has its name behind it or stands by itself between two others.
  if (literal[0] === '.' && !named && !/^[\s,、・][.](?:[\s,、・)）]|$)/.test(text.slice(at - 1, at + 2)))
    return undefined;
  if (named) next += name[0].length;
  else if (/^[A-Za-z0-9]/.test(text.slice(next, next + 1))) return undefined;
  // "* Cannot start with …" is a note.
  else if (literal[0] === '*' && /^\s(?:\u0001|(?!and\s|or\s)\p{L})/u.test(text.slice(next, next + 5)))
    return undefined;
  return add(set, sign, next);
}

function isName(text: string, wording: Wording): boolean {
  for (let at = 0; at < text.length; ) {
    const part = match(wording.symbolPattern, text, at) ?? match(wording.fillers, text, at) ?? match(BLANK, text, at);
    if (!part) return false;
    at += part[0].length;
  }
  return true;
}

function add(set: CharacterSet, char: string, next: number): number {
  set.characters.add(char);
  set.symbols.add(char);
  return next;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && found.index === at && found[0] !== '' ? found : undefined;
}

/** `a-z0-9` → every character; a leading or trailing hyphen is itself. */
function expand(ranges: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < ranges.length; i++) {
    const from = ranges.charCodeAt(i);
    const isRange = ranges[i + 1] === '-' && i + 2 < ranges.length;
    if (isRange) i += 2;
    const to = ranges.charCodeAt(i);
    for (let code = from; code <= to; code++) out.push(String.fromCharCode(code));
  }
  return out;
}
