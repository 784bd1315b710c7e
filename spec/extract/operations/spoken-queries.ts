// Query options that a page has no table for: of an address in its text (`?include=deleted`), of a list that a sentence gives
// ("Filters: `status`, `priority`"), and of the command that it shows.
import { readCurlFence } from '../../curl/read-curl.js';
import { mentions } from '../../profiles/mentions.js';
import type { Profile } from '../../profiles/profile.js';
import { wordsOf } from '../../profiles/running-words.js';
import { titledSection } from './section.js';

export interface SpokenQuery {
  name: string;
  /** What an address gives it. */
  value?: string;
  /** Of the address; empty where it begins with the options. */
  path: string;
  /** Without code marks; empty for one of a command. */
  sentence: string;
}

const MAX_TEXT = 4000;
/** Of one address. */
const MOST = 12;
/** What a client proves itself with is a security scheme. */
const CREDENTIAL = /^(?:api_?key|(?:access_?)?token|auth\w{0,20}|sig(?:nature)?|secret)$/i;
const NAME = /^[A-Za-z_$][\w.$-]{0,60}(?:\[[\w.-]{0,40}\]){0,2}$/;

/** "Pass `null` to clear it" is about a member of a body. */
const VALUE = /^(?:null|true|false)$/;

/** In a list of options the sign of an address may be missing: `created_since=2026-01-01`. */
const PAIR = /^[\w.[\]-]{1,60}=[^&=?\s]{1,100}$/;

/** @param text of a paragraph or item of a read, with its code marks */
export function spokenQueries(text: string, profile: Profile): SpokenQuery[] {
  if (text.length > MAX_TEXT || !text.includes('`')) return [];
  const found: SpokenQuery[] = [];
  let lists = false;
  for (const sentence of text.replace(/\s+/g, ' ').split(/(?<=[.!?]) |(?<=。)/)) {
    const plain = sentence.replaceAll('`', '');
    const [, lead] = /^([\p{L} ]{3,40}):/u.exec(sentence) ?? [];
    lists = lead === undefined ? lists : asksInQuery(lead, profile);
    for (const [, code = ''] of sentence.matchAll(/`([^`\n]{1,200})`/g))
      found.push(
        ...inAddress(lists && PAIR.test(code) ? `?${code}` : code).map((one) => ({ ...one, sentence: plain })),
      );
    found.push(...passedIn(sentence, profile).map((name) => ({ name, path: '', sentence: plain })));
    if (lists)
      found.push(
        ...startsOfClauses(sentence, profile).map((name) => ({ name, path: '', sentence: clauseOf(plain, name) })),
      );
  }
  return found;
}

/** "You can pass `min_seats` to get only rooms with …", "With `room` you get only those of a room." */
function passedIn(sentence: string, profile: Profile): string[] {
  if (!mentions(sentence, 'narrows', profile)) return [];
  const [passes, starts] = [wordsOf(profile, 'passes'), wordsOf(profile, 'passesFirst')];
  return [...sentence.matchAll(/`([^`\s]{1,60})`/g)].flatMap(({ 1: name = '', index }) => {
    const before = sentence.slice(0, index).trimEnd().toLowerCase();
    const isPassed = passes.some((word) => endsWithWord(before, word)) || starts.includes(before);
    return isPassed && NAME.test(name) && !VALUE.test(name) ? [name] : [];
  });
}

function endsWithWord(text: string, word: string): boolean {
  return text.endsWith(word) && !/\p{L}/u.test(text.charAt(text.length - word.length - 1));
}

/** What brackets behind the name of an option say of it alone: "`limit` (1 to 50, default 10)". */
export function behindName(name: string, text: string): string | undefined {
  const [form] = [`\`${name}\``, `\`?${name}=\``, `\`?${name}\``].filter((one) => text.includes(one));
  const behind = form === undefined ? '' : text.slice(text.indexOf(form) + form.length);
  return /^(?: [^\s`.,;:()（）]{1,20}){0,3}\s?[(（]([^()（）\n]{1,200})[)）]/.exec(behind)?.[1];
}

/** Several options that an item of a list has together: "`from`, `to`: the first and the last day". */
export function queriesOfItem(text: string): SpokenQuery[] {
  const [, names = '', told = ''] =
    /^((?:`[^`\s]{1,60}`(?: ?[,/、] ?| )?){2,8}) ?[:：–—-] ?([^\n]{1,1000})/.exec(text.trim()) ?? [];
  const all = [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  if (!all.every((name) => NAME.test(name))) return [];
  return all.map((name) => ({ name, path: '', sentence: told.replaceAll('`', '') }));
}

/** Options of the first command of a fence. */
export function queriesOfCommand(fence: string): SpokenQuery[] {
  const url = readCurlFence(fence)[0]?.meant?.url ?? '';
  return inAddress(url).map((one) => ({ ...one, sentence: '' }));
}

function asksInQuery(lead: string, profile: Profile): boolean {
  const role = titledSection(lead.trim(), profile)?.role;
  return role === 'query' || role === 'parameters';
}

/** `?status=open&sort=name`, of an address or alone; a value in braces stands for one. */
function inAddress(text: string): Omit<SpokenQuery, 'sentence'>[] {
  const at = text.indexOf('?');
  const path = text.slice(0, Math.max(at, 0)).replace(/^[A-Z]{3,7} /, '');
  if (at < 0 || /\s/.test(path + text.slice(at))) return [];
  const pairs = text
    .slice(at + 1)
    .replace(/#.*$/, '')
    .split('&', MOST);
  const options = pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name: decoded(name), value: decoded(value.join('=')), path };
  });
  if (!options.every(({ name }) => NAME.test(name)) || !pairs.every((pair) => pair.includes('='))) return [];
  const own = options.filter(({ name }) => !CREDENTIAL.test(name));
  return own.map(({ value, ...one }) => (/^$|[{}<>…]|\.\.\./.test(value) ? one : { ...one, value }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Names that a list begins with, and at the beginning of its other parts: "`status` restricts …, `holder` to …". */
function startsOfClauses(text: string, profile: Profile): string[] {
  const sentence = withoutAsides(text);
  const joining = [...wordsOf(profile, 'and'), ...wordsOf(profile, 'or')];
  const found: string[] = [];
  /** Where the last of them ended. */
  let end = -1;
  for (const { 0: marked, 1: name = '', index } of sentence.matchAll(/`([^`\s]{1,60})`(?! ?=)/g)) {
    const between = sentence.slice(Math.max(end, 0), index).trim().toLowerCase();
    const behind = sentence.slice(index + marked.length).trimStart();
    const strung = end >= 0 && (/^[,、]?$/.test(between) || joining.includes(between.replace(/^, ?/, '')));
    const begins =
      /(?:^|[:;,])$/.test(between) &&
      (end < 0 || (/^\p{L}/u.test(behind) && !joining.some((word) => behind.startsWith(`${word} `))));
    if (!(strung || begins) || !NAME.test(name)) continue;
    end = index + marked.length;
    found.push(name);
  }
  return found;
}

/** From the name to the end of what is said of it. */
function clauseOf(sentence: string, name: string): string {
  const from = sentence.indexOf(name);
  const own = sentence.slice(Math.max(from, 0));
  const end = withoutAsides(own).search(/[;,](?= )/);
  const clause = end < 0 ? own : own.slice(0, end);
  return clause.trim() === name ? sentence : clause;
}

/** With blanks for what stands in brackets: "`tag` (exact), `state` (`open` or `sold`)". */
function withoutAsides(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, (aside) => ' '.repeat(aside.length));
}
