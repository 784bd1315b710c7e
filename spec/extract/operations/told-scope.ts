// Which operations a sentence about all of them is about: "Every request needs …, except `POST /sessions`", "All PUT requests …",
// "Updates need …".
import type { Profile } from '../../profiles/profile.js';
import { isLatin, lastOf, wordsOf } from '../../profiles/running-words.js';

export interface Scope {
  /** The sentence without its exceptions. */
  text: string;
  /** What it leaves out, in its own words. */
  except?: string;
  /** It speaks of all requests or answers, but for those exceptions. */
  ofAll: boolean;
  /** Methods that it is about alone. */
  methods?: ReadonlySet<string>;
}

/** @param sentence with or without code marks */
export function scopeOf(sentence: string, profile: Profile): Scope {
  const { text, except } = withoutExceptions(sentence.replace(LINK, '$1'), profile);
  const plain = text.replaceAll('`', '');
  const named = plain.match(/\b(?:GET|PUT|POST|PATCH|DELETE)\b/g);
  const acting = actionsOf(plain, profile);
  const methods = acting?.methods ?? (named ? new Set(named) : undefined);
  const ofAll =
    acting !== undefined || isOfAll(plain, profile) || (named !== null && isOfAll(withoutMethods(plain), profile));
  return {
    text: acting?.isCase ? text.slice(text.indexOf(',') + 1) : text,
    ...(except === undefined ? {} : { except }),
    ofAll,
    ...(methods ? { methods } : {}),
  };
}

/** "All POST requests" speaks as "all requests" does, of these. */
function withoutMethods(text: string): string {
  return text.replace(METHODS, '').replace(/ {2,}/g, ' ');
}

const METHODS = /\b(?:GET|PUT|POST|PATCH|DELETE)(?![\w-])(?:\/|, |・|、| \p{Ll}{2,4} (?=[A-Z]{3}))?/gu;

/** In the words of all, with nothing behind them that narrows what is meant: "all requests that make something". */
function isOfAll(text: string, profile: Profile): boolean {
  const lower = text.toLowerCase();
  return wordsOf(profile, 'ofAll').some((word) => {
    const at = lastOf(lower, word);
    if (at < 0) return false;
    const behind = lower.slice(at + word.length).replace(/^s?[\s,]+/, '');
    const isWhole = wordsOf(profile, 'ofWhole').some((one) => behind.startsWith(one));
    return isWhole || !wordsOf(profile, 'narrowing').some((one) => begins(behind, one));
  });
}

const LINK = /\[([^\]\n]{1,200})\]\([^()\n]{0,300}\)/g;

/** Actions that a sentence begins with: "Updates need `If-Match`", "更新には". */
function actionsOf(text: string, profile: Profile): { methods: ReadonlySet<string>; isCase: boolean } | undefined {
  const whole = text.trim().toLowerCase();
  const isCase = profile.wording.startsCase.test(whole);
  let rest = isCase ? whole.slice(whole.search(/\s/) + 1) : whole;
  const methods = new Set<string>();
  const drop = (words: readonly string[]): boolean => {
    const word = words.find((one) => begins(rest, one));
    if (word === undefined) return false;
    rest = rest.slice(word.length).replace(/^[\s,、・/]+/, '');
    return true;
  };
  const [determiners, updates, deletes, methodWords] = [
    wordsOf(profile, 'every'),
    wordsOf(profile, 'updates'),
    wordsOf(profile, 'deletions'),
    ['put', 'patch', 'delete', 'post', 'get'],
  ];
  while (drop(determiners));
  for (let found = true; found; ) {
    found = true;
    const verb = methodWords.find((one) => begins(rest, one));
    if (verb !== undefined) drop([verb]);
    if (verb !== undefined) methods.add(verb.toUpperCase());
    else if (drop(updates)) for (const method of ['PUT', 'PATCH', 'MERGE']) methods.add(method);
    else if (drop(deletes)) methods.add('DELETE');
    else found = false;
    if (found) drop([...wordsOf(profile, 'and'), ...wordsOf(profile, 'or')]);
  }
  if (methods.size === 0) return undefined;
  // "When updating or deleting a boat, `If-Match` is mandatory."
  if (isCase) return CLAUSE_END.test(rest) ? { methods, isCase } : undefined;
  drop(wordsOf(profile, 'calls'));
  return wordsOf(profile, 'doNeed').some((one) => begins(rest, one)) ? { methods, isCase } : undefined;
}

/** A few words up to a comma: what is changed. */
const CLAUSE_END = /^(?:[^\s,.;:]{1,30} ){0,3}[^\s,.;:]{0,30},/;

/** "`X` is needed, except for `GET /health`", "Except for …, all requests", "（`GET /health` を除く）". */
function withoutExceptions(sentence: string, profile: Profile): { text: string; except?: string } {
  const lower = sentence.toLowerCase();
  for (const word of wordsOf(profile, 'exceptFor')) {
    const at = lastOf(lower, word);
    if (at < 0) continue;
    const end = at + word.length;
    if (!isLatin(word)) {
      const start = Math.max(sentence.lastIndexOf('（', at), sentence.lastIndexOf('(', at), -1) + 1;
      return { text: sentence.slice(0, start) + sentence.slice(end), except: sentence.slice(start, at) };
    }
    // In front of what is said, up to a comma.
    const from = at === 0 ? lower.lastIndexOf(', ', firstOfAll(lower, profile)) : -1;
    if (from > 0) return { text: sentence.slice(from + 2), except: sentence.slice(end, from) };
    const isBracketed = sentence.lastIndexOf('(', at) > sentence.lastIndexOf(')', at);
    const closing = (isBracketed ? /[;)]/ : /;/).exec(sentence.slice(end));
    const to = closing
      ? end + closing.index
      : /[,(（] ?$/.test(sentence.slice(0, at))
        ? sentence.length
        : verbBehind(sentence, end, profile);
    return { text: sentence.slice(0, at) + sentence.slice(to), except: sentence.slice(end, to) };
  }
  return { text: sentence };
}

/** "All APIs except the login require a token": the exception ends where the sentence goes on. */
function verbBehind(sentence: string, from: number, profile: Profile): number {
  const lower = sentence.toLowerCase();
  const places = [...wordsOf(profile, 'doNeed'), ...wordsOf(profile, 'carry')].map((word) => {
    const at = lower.indexOf(` ${word} `, from);
    return at < 0 ? sentence.length : at;
  });
  return Math.min(...places, sentence.length);
}

/** Sentences, each with what the next one leaves out of it: "All requests need a token. The only exception is `GET /health`." */
export function withExceptions(sentences: readonly string[], profile: Profile): (Scope & { sentence: string })[] {
  return sentences.flatMap((sentence, i) => {
    if (exceptionOf(sentence, profile) !== undefined) return [];
    const scope = scopeOf(sentence, profile);
    const next = scope.ofAll && scope.except === undefined ? exceptionOf(sentences[i + 1] ?? '', profile) : undefined;
    return [{ ...scope, sentence, ...(next === undefined ? {} : { except: next }) }];
  });
}

/** Whether words of a text tell of a request only to leave it out: "…, except `POST /sessions`", "The only exception is `GET /health`." */
export function leavesOut(sentence: string, words: string, profile: Profile): boolean {
  const { except = '', ofAll } = scopeOf(sentence, profile);
  return (ofAll && except.includes(words)) || exceptionOf(sentence, profile)?.includes(words) === true;
}

/** What a sentence that begins so leaves out of the one before it, up to the words that need no credential. */
function exceptionOf(sentence: string, profile: Profile): string | undefined {
  const lower = sentence.trim().toLowerCase();
  const word = wordsOf(profile, 'exceptions').find((one) => begins(lower, one));
  if (word === undefined) return undefined;
  const rest = sentence.trim().slice(word.length);
  const ends = wordsOf(profile, 'open').map((one) => rest.toLowerCase().indexOf(one));
  const end = Math.min(...ends.filter((at) => at > 0), rest.length);
  return isLatin(word) || end < rest.length ? rest.slice(0, end) : undefined;
}

function firstOfAll(lower: string, profile: Profile): number {
  const places = wordsOf(profile, 'ofAll').map((word) => lower.indexOf(word));
  return Math.min(...places.filter((at) => at >= 0), lower.length);
}

/** Whole words in languages that part them by blanks. */
function begins(text: string, word: string): boolean {
  return text.startsWith(word) && !(isLatin(word) && /^[a-zà-ÿ]/.test(text.slice(word.length)));
}

/** How an operation may be called. */
export interface Called {
  method: string;
  path: string;
  titles: readonly string[];
}

/** @returns the operations that the words of an exception name; nothing where a part of the words names none */
export function exceptedBy<T extends Called>(
  except: string,
  all: readonly T[],
  profile: Profile,
): ReadonlySet<T> | undefined {
  const found = new Set<T>();
  const isFound = (hits: readonly T[]): boolean => {
    for (const one of hits) found.add(one);
    return hits.length > 0;
  };
  let rest = except
    .replaceAll('`', '')
    .replace(REQUEST, (written, method: string | undefined, path: string) =>
      isFound(all.filter((one) => isCalled(one, method, path))) ? ' ' : written,
    );
  for (const title of [...new Set(all.flatMap(({ titles }) => titles))].sort((a, b) => b.length - a.length)) {
    const at = title.length < SHORTEST ? -1 : rest.toLowerCase().indexOf(title.toLowerCase());
    if (at < 0) continue;
    isFound(all.filter(({ titles }) => titles.includes(title)));
    rest = rest.slice(0, at) + rest.slice(at + title.length);
  }
  const fillers = wordsOf(profile, 'calls');
  for (const part of partsOf(rest, profile)) {
    const words = part
      .toLowerCase()
      .split(/[\s.。]+/)
      .filter((word) => word !== '' && !fillers.includes(word));
    if (found.size > 0 && words[0] !== undefined && RELATIVE.test(words[0])) break;
    const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const name = bare(words.join(''));
    if (
      name !== '' &&
      !isFound(
        all.filter(
          ({ path }) =>
            bare(
              path
                .split('/')
                .filter((one) => !one.startsWith('{'))
                .at(-1) ?? '',
            ) === name,
        ),
      )
    )
      return undefined;
  }
  return found.size > 0 ? found : undefined;
}

/** Between commas and words that join. */
function partsOf(text: string, profile: Profile): string[] {
  const joining = [...wordsOf(profile, 'and'), ...wordsOf(profile, 'or')].filter((word) => /^\p{L}+$/u.test(word));
  const parts = text.split(/[,、・/]/);
  return joining.reduce<string[]>(
    (all, word) => all.flatMap((part) => part.split(isLatin(word) ? ` ${word} ` : word)),
    parts,
  );
}

const SHORTEST = 4;
/** What goes on about an exception. */
const RELATIVE = /^(?:which|that|who|where|as|since|because|they|these|die|der|das|denn|qui|que|car)$/;
const REQUEST = /(?:\b(GET|PUT|POST|PATCH|DELETE) )?((?<![\w.])\/[\w\-{}:.*~/$%']{1,200})/g;

function isCalled({ method, path }: Called, named: string | undefined, written: string): boolean {
  if (named !== undefined && named !== method) return false;
  const [is, says] = [path, written].map((one) =>
    one.replace(/\{[^}]{0,100}\}|:[A-Za-z]\w{0,60}/g, '{}').replace(/[/.]+$/, ''),
  ) as [string, string];
  if (says.endsWith('*')) return is.startsWith(says.slice(0, -1)) || `${is}/` === says.slice(0, -1);
  return is === says || (is.endsWith(says) && says.length > 1);
}
