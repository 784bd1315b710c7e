// Statuses and samples of answers as many-operation pages give them: in sentences, lists, HTTP messages and fences.
import type { Profile, Role } from '../../profiles/profile.js';
import { wordsOf } from '../../profiles/running-words.js';
import type { FenceBlock, Inline } from '../../read/document.js';
import type { StatusFact } from '../page.js';
import { isStatusLine } from './parted-exchanges.js';
import { STATUS_CODES } from './status-codes.js';
import { CODE_BEHIND, clauseAt, plain, sentenceAt, WITHOUT_BLANKS } from './status-sentences.js';

/**
 * Statuses of a sentence: a code with its reason ("201 Created"), or behind words of the profile ("returns 204").
 *
 * @param listed in a section about statuses, where a code alone is enough
 */
export function answersIn(line: Inline, profile: Profile, listed: boolean): StatusFact[] {
  const out: StatusFact[] = [];
  const text = line.text.replace(/\s+/g, ' ');
  const answers = [...wordsOf(profile, 'answers'), ...wordsOf(profile, 'refusedWith')];
  const answered = wordsOf(profile, 'answered');
  const joining = [...wordsOf(profile, 'or'), ...wordsOf(profile, 'and')];
  /** Where the last status ended: what is strung to it is told by the same words. */
  let end = -1;
  const listing = new Set(Array.from(text.matchAll(ENDS_SENTENCE), ([, code]) => code)).size > 1;
  for (const found of text.matchAll(/(?<![\w.#/-])([1-5]\d\d)(?![\w-]|\.\d)/g)) {
    const code = found[1] as string;
    const behind = text.slice(found.index + 3, found.index + 60);
    const before = text.slice(Math.max(0, found.index - 60), found.index).toLowerCase();
    const reason = STATUS_CODES[code];
    const named = reason !== undefined && behind.trimStart().toLowerCase().startsWith(reason.toLowerCase());
    const told =
      answers.some((word) => endsWithWord(before, word)) || isToldBehind(text.slice(found.index + 3), code, answered);
    const lead = listed && found.index <= 6;
    const strung =
      end >= 0 &&
      reason !== undefined &&
      isStrung(text.slice(end, found.index), behind, { joining, answers, answered }, profile);
    const unchanged = code === '304' && /\bIf-None-Match\b/i.test(text);
    const one = listing && reason !== undefined && code >= '400' && /^[`"]?[.;。]?(?:\s|$)/.test(behind);
    const alone = (): boolean => unchanged || one || isRefusalAlone(code, text, found.index, joining, profile);
    if (!named && !told && !lead && !strung && !alone()) continue;
    end = found.index + 3 + (named ? behind.search(/\S/) + reason.length : 0);
    const rest = named ? behind.trimStart().slice((reason as string).length) : behind;
    const description = /^\s?[:：–—-]\s?(.+)$/.exec(
      text.slice(text.length - (text.length - found.index - 3 - (behind.length - rest.length))),
    )?.[1];
    const words = description?.trim() || (named ? (reason as string) : lead ? namedError(text.slice(end)) : '');
    const said =
      /^[24]/.test(code) && !lead && !description
        ? sentenceAt(text, found.index) || clauseAt(text, found.index, joining, profile)
        : '';
    out.push({ code, description: said === '' ? words : [reason, said].join('\n\n'), span: line.span });
  }
  return out;
}

/** "428を返します", and of two of a kind the first as well: "指定がない場合は428、一致しない場合は412を返します". */
function isToldBehind(behind: string, code: string, answered: readonly string[]): boolean {
  const says = (text: string): boolean => answered.some((word) => beginsWith(text, word));
  if (says(behind.slice(0, 60))) return true;
  const [next] =
    (/^20\d$/.test(code) ? SUCCESS_BEHIND : code >= '400' ? REFUSAL_BEHIND : undefined)?.exec(behind) ?? [];
  return next !== undefined && WITHOUT_BLANKS.test(next) && says(behind.slice(next.length, next.length + 60));
}

const SUCCESS_BEHIND = /^[`」]?、[^。\d]{1,60}?[`「]?20\d(?!\d)/;
const REFUSAL_BEHIND = /^[`」]?、[^。\d]{1,60}?[`「]?[45]\d\d(?!\d)/;

/** The name of an error behind its status, and what it means: "`409 name_taken` – another boat has it". */
function namedError(behind: string): string {
  const [, name = '', meaning] = /^\s([A-Za-z][\w.-]{2,60})(?:\s?[:：–—-]\s(.{1,400}))?$/.exec(behind) ?? [];
  return meaning ? `${name}: ${meaning.trim()}` : name.includes('_') ? name : '';
}

/** A status alone, or with what it comes with and what it means: "200 (Stamp): OK". */
const LEADS = /^[1-5]\d\d(?:$|\s?[(:：–-])/;

/** Whether a line is in a section about statuses, or begins with one below a title for answers. */
export function listsStatuses(role: Role | undefined, { text }: Inline): boolean {
  return role === 'status' || role === 'errors' || (role === 'response' && LEADS.test(text.trim()));
}

/** Whether an item begins with a status in code marks and what it means: "`409`: The name is taken". */
export function leadsWithStatus({ span }: Inline, source: string): boolean {
  const code = /^\s{0,20}(?:[-*+]\s{1,4})?`([1-5]\d\d)`\s?[:：–—-]\s?\S/.exec(
    source.slice(span.start, span.start + 60),
  )?.[1];
  return code !== undefined && STATUS_CODES[code] !== undefined;
}

/** A title with the status that it is about, and nothing else: "Response `200 OK`", "Response schema (Status: 200):". */
export function titledStatus(line: Inline, profile: Profile): { title: string; status: StatusFact } | undefined {
  const [, title, code, behind = ''] =
    /^(?:> ?)?([\p{L}][\p{L} ]{2,30}?)[ :]{0,3}\(?(?:status[ :]{1,3})?([1-5]\d\d)\b([^\n]{0,60})$/iu.exec(line.text) ??
    [];
  const rest = behind.replace(/[():]/g, '').trim().toLowerCase();
  if (!title || !code || (rest !== '' && rest !== STATUS_CODES[code]?.toLowerCase())) return undefined;
  const status = { code, description: STATUS_CODES[code] ?? '', span: line.span };
  return profile.titles.match(title) || profile.captions.match(title) ? { title, status } : undefined;
}

/** The status of a line that announces what it comes with: "Nothing is sent. Returns `200`:"; "to get a 200, send:" tells of the request. */
export function announcedBy(
  { text }: Inline,
  answers: readonly StatusFact[],
  profile: Profile,
): StatusFact | undefined {
  const [, code, behind = ''] = /([1-5]\d\d)(?!\d)([^,.;。、\d]{0,80})[:：]$/.exec(text.slice(-90)) ?? [];
  const sends = new Set(wordsOf(profile, 'isSent'));
  const isSent = behind
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => sends.has(word));
  return isSent ? undefined : answers.find((one) => one.code === code);
}

/** "Returns `201` with the boat." right above a sample, where a table has told what is sent: the sample is what comes back. */
export function toldWith({ text }: Inline, answers: readonly StatusFact[]): StatusFact | undefined {
  const [success, another] = answers.filter(({ code }) => /^20[0-3]$/.test(code));
  return another || /[:：]$/.test(text) ? undefined : success;
}

/** Whether a status goes on with what was told of one before it: "401, 404 and 409", "404 if there is none, 403 if …". */
function isStrung(
  between: string,
  behind: string,
  { joining, answers, answered }: Record<'joining' | 'answers' | 'answered', readonly string[]>,
  { wording }: Profile,
): boolean {
  const written = plain(between);
  const verb = answered.find((word) => written.startsWith(word));
  const gap = verb === undefined ? written : written.slice(verb.length);
  // "If it is missing, 428 is returned, and if it does not match, 412."
  const [, clause] = /^[,;] (?:\p{L}{2,4} )?(\S[^.;]{1,80}),$/u.exec(gap) ?? [];
  if (clause !== undefined && wording.startsCase.test(clause) && ENDS_CLAUSE.test(behind)) return true;
  const joined = /^[,;/&]?$/.test(gap) || joining.includes(gap.replace(/^[,;] ?/, ''));
  if (joined || (/[,;]$/.test(gap) && wording.startsCase.test(plain(behind.replace(CODE_BEHIND, ''))))) return true;
  // "with the boat, or 404"
  const last = /^[^.!?]{1,100}[,;] (\S{1,8})$/.exec(gap)?.[1];
  if (last !== undefined && joining.includes(last) && ENDS_CLAUSE.test(behind)) return true;
  // "without it 428, with another one 412"
  if (!ENDS_CLAUSE.test(behind)) return false;
  // "refused with 428, with a stale one with 412"
  const again = answers.some((word) => gap.endsWith(word.slice(word.lastIndexOf(' '))) && word.includes(' '));
  return (again ? /^[,;](?: [^ ,.;:]{1,20}){1,7}$/ : /^[,;](?: [^ ,.;:]{1,20}){1,4}$/).test(gap);
}

/** What ends a clause, behind code marks. */
const ENDS_CLAUSE = /^[`"'*]{0,3} ?(?:$|[,.;)。])/;

/** "What does not exist is `404`. What we don't understand is `400`.": two sentences of one form, no limits. */
const ENDS_SENTENCE = /\s[`"]?([45]\d\d)[`"]?(?:[.;](?=\s|$)|。)/g;

/** Refusals, and outcomes whose number is none of a size: "removes it (`204`)". */
const TOLD_ALONE = /^(?:4\d\d|20[0124])$/;

/**
 * A refusal that a sentence tells by its number alone: "A berth with boats can't be removed (`409`)", "If the name is taken:
 * `409`", "`409` if the name is taken", "…, or `409` if the name is taken"; or a success in brackets: "can be removed (`204`)".
 */
function isRefusalAlone(code: string, text: string, at: number, joining: readonly string[], profile: Profile): boolean {
  if (!TOLD_ALONE.test(code) || STATUS_CODES[code] === undefined) return false;
  const before = text.slice(Math.max(0, at - 20), at).replace(/[`"'*]+$/, '');
  // The name of the error may stand between: "`409 name_taken` if there is one".
  const behind = text
    .slice(at + 3, at + 90)
    .replace(/^[`"'*]+/, '')
    .replace(NAMED_ERROR, '');
  if (/[(（]$/.test(before)) return code !== '200' && ENDS_BRACKETS.test(behind);
  if (!code.startsWith('4')) return beginsWithSuccess(code, before, behind, profile);
  if (/[:：] ?$/.test(before) && /^ ?(?:$|[.;。])/.test(behind)) return true;
  // "missing → `428`, stale → `412`"
  if (/(?:→|⇒|->|=>) ?[`"']?$/.test(text.slice(Math.max(0, at - 4), at)) && /^ ?(?:$|[.,;)。、])/.test(behind))
    return true;
  const begins = /(?:^|[.:;!?。] ?)$/.test(before) || joining.includes(/[,;] ([^ ,;]{1,8}) $/.exec(before)?.[1] ?? '');
  const named = behind.length < text.slice(at + 3, at + 90).replace(/^[`"'*]+/, '').length;
  const rest = plain(behind.replace(/^,/, ''));
  return begins && ((named && /^(?:$|[.;。])/.test(rest)) || profile.wording.startsCase.test(rest));
}

/** The end of brackets around a status, or around it and the code of its error: "(`409`, `not_a_draft`)". */
const ENDS_BRACKETS = /^(?:[,:;、]? ?(?:[`"'][\w.-]{2,60}[`"']|[a-z]{2,40}(?:_[a-z0-9]{1,40}){1,6}))?[)）]/;

/** The code of an error behind its status, in the same code marks. */
const NAMED_ERROR = /^ [a-z]{2,40}(?:[_-][a-z]{1,40}){1,6}`?(?![\w-])/;

/** "`201` with the boat, and its address.", "`204`, or …": a line or sentence that begins so. */
function beginsWithSuccess(code: string, before: string, behind: string, profile: Profile): boolean {
  if (!/(?:^|[.!?。] ?)$/.test(before)) return false;
  const rest = plain(behind);
  const begins = (word: string): boolean => rest.startsWith(`${word} `);
  if (wordsOf(profile, 'holding').some(begins) || profile.wording.startsCase.test(rest)) return true;
  // 200 is a number of many things.
  const strung = [...wordsOf(profile, 'or'), ...wordsOf(profile, 'and')];
  return code !== '200' && (/^(?:$|[.,;:。、])/.test(rest) || strung.some(begins));
}

/** Behind a status may stand its code in brackets: "`409` (`taken`) is returned". */
function beginsWith(text: string, word: string): boolean {
  return plain(text.replace(/^[`"']?(?:[)）]| ?[(（][`"']?[\w.-]{2,40}[`"']?[)）])/, '')).startsWith(word);
}

function endsWithWord(text: string, word: string): boolean {
  return text.replace(/[\s`"'(:（：「]+$/, '').endsWith(word);
}

export function looksLikeJson(fence: FenceBlock): boolean {
  return (
    /^json/.test(fence.info) ||
    (/^(?:|text|plaintext|javascript|js|http)$/.test(fence.info) && /^\s*[[{]/.test(fence.text))
  );
}

export interface HttpMessage {
  status?: StatusFact;
  /** Names of its headers. */
  headers: string[];
  /** The body. */
  text: string;
  /** Its media type, where a header says that it is no JSON. */
  type?: string;
  start: number;
}

/** A status line with the body right below it. */
const ANSWER_WITH_BODY = /^\s{0,20}[^\n]{0,200}\n[ \t]{0,20}[[{]/;

/** An HTTP message in a fence: `HTTP/1.1 201 Created`, or a request with headers; undefined for anything else. */
export function readHttpMessage(fence: FenceBlock): HttpMessage | undefined {
  const response =
    /^\s*(?:HTTP\/[\d.]{1,4}\s+|Status:[ \t]{1,4}(?=[^\n]{3,80}\n\s*\S))([1-5]\d\d)[ \t]{0,4}([^\n]{0,80})/.exec(
      fence.text,
    );
  const request =
    /^\s*[A-Z]{3,10}\s+(?:\/|https?:\/\/)\S*(?:\s+HTTP\/[\d.]{1,4})?[ \t]*\n\s*(?:[A-Za-z][\w-]{1,40}:|[[{])/.exec(
      fence.text,
    );
  const bare = response || request ? null : bareAnswer(fence.text);
  if (!response && !request && !bare) return undefined;
  const [, code, words] = response ?? bare ?? [];
  // The body stands behind an empty line, or right below the first line where there are no headers.
  const head = (request ?? ANSWER_WITH_BODY.exec(fence.text))?.[0] ?? '';
  const gap = /[[{]$/.test(head) ? head.length - 1 : fence.text.search(/\n[ \t]*\n/);
  const text = gap < 0 ? '' : fence.text.slice(gap).trim();
  const start = fence.start + (text === '' ? 0 : fence.text.indexOf(text, gap));
  const type = /\n[ \t]*content-type:[ \t]{0,4}([\w.+/-]{1,80})/i.exec(gap < 0 ? '' : fence.text.slice(0, gap))?.[1];
  return {
    headers: headersIn(gap < 0 ? fence.text : fence.text.slice(0, gap)),
    ...(code ? { status: { code, description: (words ?? '').trim(), span: fence.span } } : {}),
    text,
    start,
    ...(type && !/json/i.test(type) ? { type: type.toLowerCase() } : {}),
  };
}

/** `200 OK`, and headers or a body below it. */
function bareAnswer(text: string): RegExpExecArray | null {
  const found = /^\s{0,8}([1-5]\d\d) ([A-Za-z -]{2,40})\n\s{0,8}\S/.exec(text);
  return found && isStatusLine(text.split('\n', 1)[0] ?? '') ? found : null;
}

/** Names in front of colons, below the first line. */
function headersIn(head: string): string[] {
  return head.split('\n').flatMap((line) => /^\s{0,40}([A-Za-z][A-Za-z0-9-]{1,60}):\s/.exec(line)?.[1] ?? []);
}

/** Statuses of a fence that holds nothing else: `201 Created`, `Status: 201 Created`. */
export function statusLines(fence: FenceBlock, profile: Profile): StatusFact[] {
  const lines = fence.text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > 3) return [];
  return lines.flatMap((line) => answersIn({ text: line.trim(), span: fence.span, links: [] }, profile, true));
}
