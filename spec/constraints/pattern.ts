// Facts about strings → patterns of ECMA-262 (flag `u`), each of which matches in linear time.
import type { CharacterSet } from './character-set.js';
import { escapeRegExp } from './template.js';

const GROUPS: [string, string][] = [
  ['a', 'z'],
  ['A', 'Z'],
  ['0', '9'],
];

/** A character class: `a-z`, `A-Z`, `0-9` first, then the rest in code order. */
export function characterClass(characters: ReadonlySet<string>): string {
  const rest = new Set(characters);
  let out = '';
  for (const [from, to] of GROUPS) {
    const all: string[] = [];
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) all.push(String.fromCharCode(code));
    if (!all.every((c) => rest.has(c))) continue;
    for (const c of all) rest.delete(c);
    out += `${from}-${to}`;
  }
  for (const c of [...rest].sort()) out += /[\\\]^[-]/.test(c) ? `\\${c}` : c;
  return `[${out}]`;
}

/**
 * A string of allowed characters; the first and the last may have fewer to choose from. Lengths stay in minLength and maxLength.
 *
 * @param mayBeEmpty whether the empty string is allowed as far as characters go
 */
export function charactersPattern(
  set: CharacterSet,
  { first, last }: { first?: ReadonlySet<string> | undefined; last?: ReadonlySet<string> | undefined },
  mayBeEmpty: boolean,
): string {
  const rest = characterClass(set.characters);
  const head = first ? characterClass(first) : rest;
  if (last) {
    const single = first ? new Set([...last].filter((c) => first.has(c))) : last;
    return edges(head, rest, characterClass(last), single.size > 0 ? characterClass(single) : undefined, mayBeEmpty);
  }
  if (head === rest) return `^${rest}${mayBeEmpty ? '*' : '+'}$`;
  return mayBeEmpty ? `^(?:${head}${rest}*)?$` : `^${head}${rest}*$`;
}

/** @param single one character that is the first and the last; undefined where none may be both */
function edges(head: string, rest: string, tail: string, single: string | undefined, mayBeEmpty: boolean): string {
  const many =
    head === rest ? `${rest}*${tail}` : head === single ? `${head}(?:${rest}*${tail})?` : `${head}${rest}*${tail}`;
  const either = head === rest || head === single || !single ? many : `(?:${single}|${many})`;
  return mayBeEmpty ? `^(?:${either})?$` : `^${either}$`;
}

/** The first character must not be one of these, nor the last one of those. */
export function edgesForbiddenPattern(first: ReadonlySet<string> | undefined, last: ReadonlySet<string>): string {
  const any = '[\\s\\S]';
  const single = outside(new Set([...(first ?? []), ...last]));
  return edges(first ? outside(first) : any, any, outside(last), single, true);
}

/** None of these anywhere. */
export function excludedPattern(excluded: ReadonlySet<string>): string {
  return `^${outside(excluded)}*$`;
}

function outside(characters: ReadonlySet<string>): string {
  return `[^${characterClass(characters).slice(1)}`;
}

/** Only the first character is limited: it must not be one of these. */
export function firstForbiddenPattern(forbidden: ReadonlySet<string>): string {
  return `^(?:${outside(forbidden)}|$)`;
}

/** Only the first character is limited: it must be one of these. */
export function firstAllowedPattern(allowed: ReadonlySet<string>): string {
  return `^${characterClass(allowed)}`;
}

/** What a URI ends with, and what it has not. */
interface UriEnd {
  trailingSlash: boolean;
  /** Those of the schemes whose URIs end with a slash. */
  slashed: readonly string[];
  noFragment: boolean;
  noTrailingSlash: boolean;
}

/** A URI with one of the schemes (any where none is named), ending in a slash where it must, without a fragment where it must. */
export function uriPattern(schemes: readonly string[], end: UriEnd): string {
  const { trailingSlash, noFragment, noTrailingSlash, slashed } = end;
  const some = trailingSlash || noTrailingSlash ? [] : schemes.filter((scheme) => slashed.includes(scheme));
  const others = schemes.filter((scheme) => !some.includes(scheme));
  const rest = noFragment ? '[^\\s#]*' : '[^\\s]*';
  const last = trailingSlash ? '\\/' : noTrailingSlash ? (noFragment ? '[^\\s#/]' : '[^\\s/]') : '';
  if (some.length === 0) return `^${schemeOf(schemes)}:${rest}${last}$`;
  if (others.length === 0) return `^${schemeOf(schemes)}:${rest}\\/$`;
  return `^(?:${schemeOf(some)}:${rest}\\/|${schemeOf(others)}:${rest})$`;
}

function schemeOf(schemes: readonly string[]): string {
  return schemes.length > 0 ? `(?:${schemes.map(escapeRegExp).join('|')})` : '[A-Za-z][A-Za-z0-9+.\\-]*';
}

/** One or more of the tokens, one separator between two. */
export function tokensPattern(tokens: readonly string[], separator: ' ' | ','): string {
  const one = `(?:${tokens.map(escapeRegExp).join('|')})`;
  return separator === ' ' ? `^${one}(?: ${one})*$` : `^${one}(?:, ?${one})*$`;
}

/** IPv4 addresses or prefixes (`192.0.2.0/24`, RFC 4632), separated by commas; one way to match at each character. */
export function addressRangesPattern(): string {
  const octet = '(?:0|1[0-9]{0,2}|2(?:[0-4][0-9]?|5[0-5]?|[6-9])?|[3-9][0-9]?)';
  const one = `(?:${octet}\\.){3}${octet}(?:\\/(?:[12][0-9]?|3[0-2]?|[04-9]))?`;
  return `^${one}(?:, ?${one})*$`;
}
