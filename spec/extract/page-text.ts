// Facts that stand in sentences and list items: privileges, methods, statuses.
import type { Wording } from '../constraints/wording.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import type { Inline } from '../read/document.js';
import { STATUS_CODES } from './operations/status-codes.js';
import type { Fact, Privilege, StatusFact } from './page.js';

const METHODS: ReadonlySet<string> = new Set(
  'GET PUT POST DELETE HEAD PATCH OPTIONS TRACE CONNECT MERGE LIST PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK ACL REPORT SEARCH BIND REBIND UNBIND MKACTIVITY MKCALENDAR CHECKOUT CHECKIN LINK UNLINK PURGE QUERY NOTIFY SUBSCRIBE UNSUBSCRIBE VERSION-CONTROL UPDATE LABEL BASELINE-CONTROL ORDERPATCH'.split(
    ' ',
  ),
);

export function isMethod(word: string): boolean {
  return METHODS.has(word);
}

/** Methods of a line: alone, or several with commas, slashes or bars between. */
export function readMethods(line: Inline, profile: Profile): Fact[] {
  // "PUT (or POST with X-HTTP-Method-Override)": what stands in brackets explains.
  const text = line.text.normalize('NFKC');
  const plain = text.replace(/[(（][^()（）]{0,120}[)）]/g, ' ');
  const words = withoutJoiners(/[A-Za-z]/.test(plain) ? plain : text, profile)
    .split(/[\s,、/|・:：]+/)
    .filter((word) => word !== '' && word !== 'and' && !profile.words.or.match(word));
  const nothingElse = words.every((word) => METHODS.has(word.toUpperCase()));
  const methods = words
    .map((w) => w.toUpperCase())
    .filter((word, i) => METHODS.has(word) && (nothingElse || words[i] === word));
  // A word in capitals that is the whole section is a method even where no list knows it.
  if (methods.length === 0 && words.length === 1 && /^[A-Z][A-Z-]{2,19}$/.test(words[0] ?? ''))
    methods.push(words[0] as string);
  return methods.map((value) => ({ value, span: line.span }));
}

/**
 * `200`, `201 Created`, `204: done`, `200 / 204`, `Success: 200`, one a line or several behind each other (`200: found, 304: not
 * changed`); a sentence that only mentions a number has none.
 */
export function readStatuses(line: Inline, profile: Profile): StatusFact[] {
  return withoutJoiners(line.text.normalize('NFKC'), profile)
    .split(/\n|[,、;](?=\s?(?:[^\s\d:：]{1,20}\s?[:：]\s?)?[1-5]\d\d(?!\d))/)
    .flatMap((part) =>
      statusesIn(part.trim().replace(/^[^\d:：]{1,40}[:：]\s*(?=[1-5]\d\d(?!\d))/, ''), line, profile),
    );
}

function statusesIn(text: string, line: Inline, profile: Profile): StatusFact[] {
  const lead = /^[*_`"']{0,3}(?:HTTP(?:\/[\d.]+)?\s+)?([1-5]\d\d)(?!\d)/.exec(text);
  if (lead) {
    const rest = text.slice(lead[0].length);
    const more = /^(?:\s*[/,、]\s*[1-5]\d\d(?!\d))+/.exec(rest);
    const codes = [lead[1] as string, ...(more?.[0].match(/[1-5]\d\d/g) ?? [])];
    const description = rest.slice(more?.[0].length ?? 0).replace(/^[\s:：\-–—.)*_`"']+/, '');
    return codes.map((code) => ({ code, description, span: line.span }));
  }
  // "On success 200 is returned", "成功時は200を返却する".
  const told = /^[^\d]{1,40}(?<![\w.-])([1-5]\d\d)(?!\d)[^\d]{0,30}$/.exec(text)?.[1];
  if (told && mentions(text, 'answers', profile) && !mentions(text, 'failing', profile))
    return [{ code: told, description: text, span: line.span }];
  return [];
}

/** Words for "or" between codes or methods become commas. */
function withoutJoiners(text: string, { languages }: Profile): string {
  const words = languages.flatMap(({ words }) => words.or ?? []).map((word) => word.replace(/[\s,、]/g, ''));
  let out = text;
  for (const word of new Set(words))
    if (!/^[a-z]+$/i.test(word)) out = out.replaceAll(word, ',');
    else out = out.replace(new RegExp(`(?<=\\d\\s{1,4})${word}(?=\\s{1,4}\\d)`, 'gi'), ',');
  return out;
}

const PRIVILEGE = /^[A-Za-z][A-Za-z0-9]*(?:[-_:.][A-Za-z0-9]+)*$/;

/**
 * Privileges of a line: `auth`, `message or message-read`, `box-read,auth-read`, `read : why`. A sentence names none, except by a word that
 * has the shape of one (`acl-read is required together`), which is then conditional.
 */
export function readPrivileges(line: Inline, profile: Profile): Privilege[] {
  const lines = line.text.split('\n');
  // "Example) When a role is read\nrole-read": what follows is of that case.
  const example = lines.findIndex((text) => profile.wording.exampleLine.test(text.trim()));
  if (example >= 0) {
    const [own, shown] = [lines.slice(0, example), lines.slice(example)];
    const read = (part: string[]): Privilege[] => privilegesIn({ ...line, text: part.join('\n') }, profile);
    return [...read(own), ...read(shown).map((privilege) => ({ ...privilege, conditional: true as const }))];
  }
  return privilegesIn(line, profile);
}

function privilegesIn(line: Inline, profile: Profile): Privilege[] {
  const out: Privilege[] = [];
  for (const text of line.text.split('\n').flatMap((part) => joinedLines(part.trim(), profile))) {
    if (text === '' || profile.words.none.match(text)) continue;
    const captioned = captionedPrivileges(text, profile);
    if (captioned) {
      out.push(...captioned.names.map((name) => ({ name, ...captioned.about, span: line.span })));
      continue;
    }
    const [, inBrackets, why = ''] = /^([a-z][\w-]*)\s?[(（]([^()（）]{1,120})[)）]$/.exec(text) ?? [];
    const explained = /^([\w-]+)\s*[:：]\s/.exec(`${text} `)?.[1] ?? inBrackets;
    const about = isCase(why, profile.wording) ? { conditional: true as const } : {};
    const words = explained
      ? [explained]
      : undemanded(text, profile)
          .split(profile.wording.betweenNames)
          .map((word) => withoutNoun(word, profile));
    if (
      words.every((word) => PRIVILEGE.test(word)) &&
      !words.some((word) => /^[A-Z][a-z]+$/.test(word) && words.length > 1)
    )
      out.push(...words.map((name) => ({ name, ...about, span: line.span })));
    else
      for (const name of text.match(/(?<![a-z])[a-z]+(?:-[a-z]+)+/gi) ?? [])
        if (/^(?:read|write|[a-z]+)-(?:read|write|acl|properties|receive|send|schema|export|install)$/i.test(name))
          out.push({ name, conditional: true, span: line.span });
  }
  return out;
}

/** "when a request is approved": a privilege that not every request needs. */
function isCase(text: string, { caseLine, tellsOfCase }: Wording): boolean {
  return caseLine.test(text) && tellsOfCase.test(text);
}

/** "The root role is required." → "The root role": the section says as much. */
function undemanded(text: string, { languages, wording }: Profile): string {
  const plain = text.replace(/[.。]$/, '');
  const listed = (kind: 'yes' | 'privilegeNouns'): string[] => languages.flatMap(({ words }) => words[kind] ?? []);
  const ends = (part: string, words: string[]): string | undefined =>
    words.find((word) => word.length > 1 && part.toLowerCase().endsWith(word.toLowerCase()));
  const demand = ends(plain, listed('yes'));
  if (demand === undefined) return text;
  const head = plain
    .slice(0, -demand.length)
    .trim()
    .replace(wording.verbAtEnd, '')
    .replace(wording.behindCondition, '');
  return ends(head, listed('privilegeNouns')) === undefined ? text : head;
}

/** `root role` → `root`: what stands behind the name says of what kind it is. */
function withoutNoun(word: string, { languages, wording }: Profile): string {
  for (const noun of languages.flatMap(({ words }) => words.privilegeNouns ?? []))
    if (word.toLowerCase().endsWith(noun)) {
      const before = word.slice(0, -noun.length).replace(/^the\s+/i, '');
      const name = before.replace(wording.behindCondition, '');
      if (PRIVILEGE.test(name) && (/\s$/.test(before) || /^[^a-z]/i.test(noun))) return name;
    }
  return word;
}

/** Names in quotes or code of a sentence: `The privilege "root" is required`. */
export function quotedPrivileges(line: Inline): Privilege[] {
  const names = line.text.matchAll(/["“「`]([a-z][a-z0-9]{0,40}(?:[-_:.][a-z0-9]{1,40}){0,5})["”」`]/g);
  return [...names].map((found) => ({ name: found[1] as string, span: line.span }));
}

/** The status that a heading is: `200 OK`, `404 (Not Found)`. */
export function statusTitle(line: Inline, profile: Profile): StatusFact | undefined {
  const text = line.text.normalize('NFKC').trim();
  if (!/^(?:HTTP )?[1-5]\d\d(?!\d)/.test(text) || text.length > 60) return undefined;
  const [status, ...others] = statusesIn(text, line, profile);
  return status && others.length === 0 && status.code in STATUS_CODES ? status : undefined;
}

/** `When linking with Keeper: shelf, keeper`: names behind a caption of several words. */
function captionedPrivileges(
  text: string,
  profile: Profile,
): { names: string[]; about: Pick<Privilege, 'target'> } | undefined {
  const found = /^(.{2,80}?)\s*[:：]\s*([a-z]+(?:-[a-z]+)*(?:\s*[,、/]\s*[a-z]+(?:-[a-z]+)*){0,9})$/.exec(text);
  // In small letters one word is a privilege, explained behind the colon.
  if (!found?.[1] || !found[2] || /^[a-z][\w-]*$/.test(found[1])) return undefined;
  if (text.split(/\s*[,、]\s*/).every((word) => PRIVILEGE.test(word))) return undefined;
  const target = profile.titles.match(found[1])?.capture;
  return { names: found[2].split(/(?<!\s)\s*[,、/]\s*/), about: target ? { target } : {} };
}

/** In flattened text the lines of a cell or item are joined by blanks: `box auth`, `When acquiring Role auth-read`. */
function joinedLines(text: string, profile: Profile): string[] {
  const words = text.split(/\s+/);
  if (
    words.length > 1 &&
    words.length <= 4 &&
    words.every((word) => /^[a-z]+(?:-[a-z]+)*$/.test(word)) &&
    !words.some((word) => word === 'or' || word === 'and')
  )
    return words;
  const last = words.at(-1) ?? '';
  const caption = words.slice(0, -1).join(' ');
  const titled = profile.titles.match(caption);
  if (
    words.length > 1 &&
    /^[a-z]+(?:-[a-z]+)*(?:,[a-z]+(?:-[a-z]+)*)*$/.test(last) &&
    titled?.value === 'variant' &&
    !/\s/.test(titled.capture ?? '')
  )
    return [last];
  return [text];
}
