// What sentences say that comes back: "Returns the customer object", "`201` — the body is the customer", "an array of customers".
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import { singular } from '../singular.js';

/** Words between what says that something comes back and what it is called, at most. */
const AROUND = 4;
const STATUS = /^[1-5]\d\d$/;
/** Words behind the name that say no more than it does. */
const PLAIN = /^(?:objects?|resources?|records?|as)$/;

/** Whether a text says that the thing comes back, one or an array of it: "Returns the updated customer object"; "with the URL of the customer" is none. */
export function answeredWith(text: string, name: string, profile: Profile): 'one' | 'array' | undefined {
  if (WITHOUT_BLANKS.test(name)) return inRun(text.toLowerCase(), name, profile);
  const [first, second] = name.split(' ');
  // As one word: "content type", "content types".
  if (second !== undefined)
    return answeredWith(text.toLowerCase().replaceAll(name, `${first}-${second}`), `${first}-${second}`, profile);
  const [answers, holding, of] = (['answers', 'holding', 'of'] as const).map((kind) => new Set(wordsOf(profile, kind)));
  for (const words of clausesOf(text)) {
    if (isAnswered(words, name, profile)) return 'one';
    const from = words.findIndex((word) => answers?.has(word) || STATUS.test(word));
    if (from < 0) continue;
    if (isArrayOf(words.slice(from + 1), name, profile)) return 'array';
    const at = words.indexOf(name);
    const held = words.findLastIndex(
      (word, i) => i < at && (holding?.has(word) === true || holding?.has(`${words[i - 1]} ${word}`) === true),
    );
    const between = words.slice(held + 1, at);
    if (from <= held && between.length <= AROUND && !between.some((word) => of?.has(word))) return 'one';
    if (STATUS.test(words[from] ?? '') && isAlone(words.slice(from + 1), name, profile)) return 'one';
  }
  return undefined;
}

/** Of words that no blanks part: "更新後の品目オブジェクトを返します", "`200 OK` 品目オブジェクト", "`201`: 登録した品目"; "品目の在庫数を返します" is none. */
function inRun(text: string, name: string, profile: Profile): 'one' | 'array' | undefined {
  const { formsOfObject, listBehindType } = profile.wording;
  for (const clause of text.replace(/[`*]/g, '').split(/[。、\n]/)) {
    const at = clause.indexOf(name);
    if (at < 0) continue;
    const behind = clause.slice(at + name.length);
    const object = formsOfObject.exec(behind)?.[0] ?? '';
    const [list = ''] = listBehindType.exec(behind.slice(object.length)) ?? [];
    const rest = behind.slice(object.length + list.length).trim();
    const isSaid = wordsOf(profile, 'answered').some((word) => rest.startsWith(word));
    const before = WITH_STATUS.test(clause) ? clause.slice(0, at).replace(WITH_STATUS, '').trim() : undefined;
    const isTitled = rest === '' && before !== undefined && (object !== '' || isJustDone(before, profile));
    if (isSaid || isTitled) return list === '' ? 'one' : 'array';
  }
  return undefined;
}

const WITHOUT_BLANKS = /[\u3040-\u30ff\u4e00-\u9fff]/;
const WITH_STATUS = /^\s?2\d\d\b/;

/** Nothing in front of a name, or what was done to it: "登録した", "更新後の". */
function isJustDone(before: string, profile: Profile): boolean {
  const said = before.replace(/^(?:ok|created|accepted)?[\s:：]{0,3}/, '');
  return said === '' || (said.length <= LONGEST && wordsOf(profile, 'justDone').some((word) => said.endsWith(word)));
}

/** Letters that say what was done. */
const LONGEST = 12;

/** "The shipment gets the status `lost` and is returned"; "the shipment date is returned" is none. */
function isAnswered(words: readonly string[], name: string, profile: Profile): boolean {
  const at = words.indexOf(name);
  if (at < 0 || at > 2 || !words.slice(0, at).every((word) => saysNoMore(word, profile))) return false;
  const behind = ` ${words.slice(at + 1).join(' ')}`;
  return /^ (?:is|[a-z]{3,}s) /.test(behind) && wordsOf(profile, 'answered').some((one) => behind.endsWith(` ${one}`));
}

function saysNoMore(word: string, { wording }: Profile): boolean {
  return wording.articles.has(word) || /ed$|^new$/.test(word);
}

function clausesOf(text: string): string[][] {
  const plain = text.toLowerCase().replace(/[`*]/g, '');
  return plain
    .replace(/(?<![\p{L}])[ld]['’](?=\p{L})/gu, '')
    .split(/[.;:!?,](?:\s|$)|[()]|\n/)
    .map((clause) => clause.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)));
}

/** "200 — the customer object": behind the status nothing but what it is called. */
function isAlone(words: readonly string[], name: string, { wording }: Profile): boolean {
  const told = words.filter((word) => !wording.articles.has(word) && !PLAIN.test(word));
  return (
    told.length > 0 &&
    told.length <= 2 &&
    told.at(-1) === name &&
    told.slice(0, -1).every((word) => /ed$|^new$/.test(word))
  );
}

/** "200 — an array of customers"; a list may stand in an object with more about it. */
function isArrayOf(words: readonly string[], name: string, { wording }: Profile): boolean {
  const [first = '', ...others] = words.filter((word) => !wording.articles.has(word));
  const [, last = ''] = others;
  return (
    others.length === 2 &&
    !first.startsWith('list') &&
    wording.isArrayOf.test([first, ...others].join(' ')) &&
    singular(last) === name
  );
}
