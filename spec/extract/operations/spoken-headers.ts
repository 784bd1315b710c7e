// Headers that only a sentence names: "Send `Idempotency-Key` with each POST", "The answer carries an `ETag` header".
import type { Profile, WordKind } from '../../profiles/profile.js';
import { lastOf as lastWord, wordsOf } from '../../profiles/running-words.js';
import { isKnownHeader, looksLikeHeader } from '../header-names.js';

export interface SpokenHeader {
  name: string;
  side: 'request' | 'response';
  /** What code marks give it: `X-Version: 2`; not a mere stand-in such as `<key>`. */
  value?: string;
  /** The sentence says that it must be sent. */
  required: boolean;
  /** The sentence names a case in which it comes back, or the header itself is one for cases. */
  maybe: boolean;
  /** The sentence speaks of all requests or answers. */
  ofAll: boolean;
  /** Without code marks. */
  sentence: string;
  /** The sentences behind it, up to one that names another header. */
  rest: string;
}

interface Named {
  name: string;
  start: number;
  end: number;
  /** In code marks. */
  marked: boolean;
  value?: string;
}

/** In code marks, a value behind a colon or not; or a word that begins with a capital. */
const NAME =
  /`([A-Za-z][A-Za-z0-9]{0,40}(?:-[A-Za-z0-9]{1,40}){0,6})(?::([^`\n]{0,80}))?`|(?<![\w`-])([A-Z][A-Za-z0-9]{0,40}(?:-[A-Z][A-Za-z0-9]{0,40}){0,6})(?![\w`-])/g;
/** Written out: a stand-in has brackets or dots, or is a word in capitals. */
const WRITTEN = /^(?![A-Z_-]+$)[\w./+;=,-]{1,80}$/;
/** Words with capitals: `Idempotency-Key`; a field, a file or a value is seldom written so. */
const IN_CAPITALS = /^[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)+$/;
const SENT = /^(?:if-|accept|content-type$|prefer$|range$|cookie$|idempotency-|user-agent$)/;
/** Nothing else is called so, either (RFC 9110, sections 13.1, 10.2.3 and 11.6.1). */
const CONDITION = /^(?:if-(?:none-)?match|if-(?:un)?modified-since|retry-after|www-authenticate)$/i;
const SENT_BACK =
  /^(?:etag|location|link|last-modified|retry-after|set-cookie|allow|www-authenticate)$|ratelimit|rate-limit|total/;
/** They come only where there is something for them to say. */
const FOR_CASES = /^(?:link|retry-after|www-authenticate|allow|set-cookie|warning|deprecation|sunset)$|next|prev/;
/** Parts of every message, and credentials, which are read by themselves (`assemble/told-security.ts`). */
const OF_EVERY_MESSAGE = /^(?:host|connection|content-length|transfer-encoding|date|server|authorization)$/;
/** "No body, no `If-Match`." */
const NONE_BEFORE = /(?:^|[\s(])(?:no|kein|keinen|aucun|pas d['’]|pas de) ?$/i;
/** How far from a name the word "header" may stand. */
const NEAR = 28;

/** @param text of a paragraph or item, with its code marks @param side of the section that it stands in */
export function spokenHeaders(text: string, side: SpokenHeader['side'] | undefined, profile: Profile): SpokenHeader[] {
  if (text.length > MAX_TEXT || !(text.includes('-') || /etag|locat|link|head/i.test(text))) return [];
  const sentences = text.replace(/\s+/g, ' ').split(/(?<=[.!?]) |(?<=。)/);
  const found = sentences.map((sentence) => inSentence(sentence, side, profile));
  return found.flatMap((headers, i) => {
    const next = found.findIndex(({ length }, at) => at > i && length > 0);
    const rest = sentences
      .slice(i + 1, next < 0 ? undefined : next)
      .join(' ')
      .replaceAll('`', '');
    return headers.map((header) => ({ ...header, rest }));
  });
}

const MAX_TEXT = 4000;

function inSentence(
  sentence: string,
  side: SpokenHeader['side'] | undefined,
  profile: Profile,
): Omit<SpokenHeader, 'rest'>[] {
  const names = [...sentence.matchAll(NAME)].flatMap((found): Named[] => {
    const [, coded, value = '', plainly] = found;
    const name = (coded ?? plainly) as string;
    const marked = coded !== undefined;
    if (!marked && !name.includes('-') && !isKnownHeader(name)) return [];
    const given = WRITTEN.test(value.trim()) ? { value: value.trim() } : {};
    return [{ name, start: found.index, end: found.index + found[0].length, marked, ...given }];
  });
  if (names.length === 0 || profile.wording.tellsOfRefusal.test(sentence)) return [];
  // "If-Match" names no case.
  const words = names.reduce(
    (text, { start, end }) => text.slice(0, start) + '.'.repeat(end - start) + text.slice(end),
    sentence,
  );
  const says = (kind: WordKind): boolean => lastOf(words, kind, profile) >= 0;
  const plain = sentence.replaceAll('`', '');
  const ofAll = lastOf(plain, 'ofAll', profile) >= 0;
  return names.flatMap((named): Omit<SpokenHeader, 'rest'>[] => {
    const lower = named.name.toLowerCase();
    if (OF_EVERY_MESSAGE.test(lower) || !isHeader(named, names, words, profile)) return [];
    if (NONE_BEFORE.test(sentence.slice(0, named.start)) || isNeedless(sentence.slice(named.end), profile)) return [];
    const goes = sideOf(named, words, side, profile);
    if (goes === undefined) return [];
    const required = goes === 'request' && says('mustBe') && !says('mayBe');
    const maybe = lastOf(clauseAt(words, named), 'mayBe', profile) >= 0 || FOR_CASES.test(lower);
    const value = named.value === undefined ? {} : { value: named.value };
    return [{ name: named.name, side: goes, ...value, required, maybe, ofAll, sentence: plain }];
  });
}

/** Words right behind a name, in languages that say so there. */
function isNeedless(behind: string, profile: Profile): boolean {
  const plain = behind.slice(0, NEAR).replace(/[`\s]/g, '').toLowerCase();
  return wordsOf(profile, 'needless').some((word) => plain.startsWith(word));
}

/** What is said of a header itself: not what brackets explain, nor what another clause says. */
function clauseAt(sentence: string, { start, end }: Named): string {
  const from = sentence.lastIndexOf(';', start) + 1;
  const to = sentence.indexOf(';', end);
  return sentence.slice(from, to < 0 ? undefined : to).replace(/\([^()]{0,120}\)/g, ' ');
}

/** Beside the word "header", or by its form in a sentence about what is sent. */
function isHeader(named: Named, names: readonly Named[], sentence: string, profile: Profile): boolean {
  const { name, marked } = named;
  if (names.some((other) => isStrung(other, named, names, sentence, profile) && isBesideWord(other, sentence, profile)))
    return marked || looksLikeHeader(name) || IN_CAPITALS.test(name);
  const about = (kind: WordKind): boolean => lastOf(sentence, kind, profile) >= 0;
  // There is nothing else that is called so.
  if (/^etag$/i.test(name)) return marked && about('comesBack');
  if (marked && CONDITION.test(name)) return true;
  // "Returns `202` with `Location`."
  if (
    marked &&
    /^(?:Location|Retry-After)$/.test(name) &&
    about('comesBack') &&
    /(?<!\d)[1-5]\d\d(?!\d)/.test(sentence)
  )
    return true;
  if (marked && /^X-/.test(name) && about('mustBe')) return true;
  const formed = IN_CAPITALS.test(name) || (name.includes('-') && looksLikeHeader(name));
  return marked && formed && (about('header') || about('isSent') || about('comesBack'));
}

/** Names with nothing but commas and "and" between them. */
function isStrung(one: Named, other: Named, names: readonly Named[], sentence: string, profile: Profile): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  const row = names.filter(({ start }) => start >= first.start && start <= last.start);
  const joining = [...wordsOf(profile, 'and'), ...wordsOf(profile, 'or'), ''];
  return row.every((name, i) => {
    const before = row[i - 1];
    return (
      !before || joining.includes(sentence.slice(before.end, name.start).replace(/[,、]/g, '').trim().toLowerCase())
    );
  });
}

function isBesideWord({ start, end }: Named, sentence: string, profile: Profile): boolean {
  const behind = sentence.slice(end, end + NEAR).toLowerCase();
  const before = sentence.slice(Math.max(0, start - NEAR), start).toLowerCase();
  return wordsOf(profile, 'header').some((word) => {
    const at = behind.indexOf(word);
    const last = before.lastIndexOf(word);
    const between = last < 0 ? '' : before.slice(last + word.length);
    return (
      (at >= 0 && /^ ?(?:[\p{L}]{2,12} ){0,2}$/u.test(behind.slice(0, at))) ||
      (last >= 0 && /^\p{L}{0,2}[:,(]? ?(?:[\p{L}]{2,8} )?$/u.test(between))
    );
  });
}

/** What is said right at the name, then what the name itself says, then what the sentence is about. */
function sideOf(
  { name, start, end }: Named,
  sentence: string,
  side: SpokenHeader['side'] | undefined,
  profile: Profile,
): SpokenHeader['side'] | undefined {
  const around = `${sentence.slice(Math.max(0, start - NEAR), start)}|${sentence.slice(end, end + NEAR)}`.toLowerCase();
  const calls = (kind: WordKind): boolean =>
    wordsOf(profile, kind).some((word) =>
      wordsOf(profile, 'header').some(
        (header) => around.includes(`${word} ${header}`) || around.includes(word + header),
      ),
    );
  if (calls('comesBack') || isOfAnswers(sentence, profile)) return 'response';
  if (calls('isSent')) return 'request';
  const lower = name.toLowerCase();
  if (SENT.test(lower)) return 'request';
  if (SENT_BACK.test(lower)) return 'response';
  if (isCondition(sentence, start, profile)) return 'request';
  const [sent, back] = [lastOf(sentence, 'isSent', profile), lastOf(sentence, 'comesBack', profile)];
  // "Needs `X-Phone`"
  if (sent < 0 && back < 0) return side ?? (lastOf(sentence, 'mustBe', profile) >= 0 ? 'request' : undefined);
  if (sent < 0 || back < 0) return sent < 0 ? 'response' : 'request';
  const before = sentence.slice(0, start);
  const [nearSent, nearBack] = [lastOf(before, 'isSent', profile), lastOf(before, 'comesBack', profile)];
  return nearSent === nearBack ? side : nearSent > nearBack ? 'request' : 'response';
}

/** "All responses include `X-Trace`": the sentence begins with whose headers they are. */
function isOfAnswers(sentence: string, profile: Profile): boolean {
  const lower = sentence.toLowerCase();
  const [back, sent] = [wordsOf(profile, 'comesBack'), wordsOf(profile, 'isSent')];
  return wordsOf(profile, 'ofAll').some(
    (word) =>
      lower.startsWith(word) && back.some((one) => word.includes(one)) && !sent.some((one) => word.includes(one)),
  );
}

/** "The answer is 409, unless the `X-Whole` header asks for more": what stands in a clause for a case is sent, if nothing says otherwise. */
function isCondition(sentence: string, at: number, profile: Profile): boolean {
  const from = Math.max(sentence.lastIndexOf(', ', at), sentence.lastIndexOf('; ', at)) + 2;
  const to = /[,;]/.exec(sentence.slice(at))?.index ?? sentence.length - at;
  const clause = sentence.slice(from < 2 ? 0 : from, at + to);
  return profile.wording.startsCase.test(clause.toLowerCase()) && lastOf(clause, 'comesBack', profile) < 0;
}

/** Where the last of some words stands; -1 where none does. */
function lastOf(text: string, kind: WordKind, profile: Profile): number {
  const lower = text.toLowerCase();
  return Math.max(-1, ...wordsOf(profile, kind).map((word) => lastWord(lower, word)));
}
