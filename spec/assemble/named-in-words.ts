// Fields that sentences name one after the other: "`name`, `memo` and `due_on`", and what is said of them behind.
import { readRequired } from '../extract/table-rows.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';

interface Run {
  names: string[];
  /** One of them is meant, not each: "either `email` or `phone`". */
  oneOf: boolean;
  /** The last words of the clause in front of them. */
  before: string[];
  /** The rest of the clause. */
  behind: string[];
}

/** Words behind a name in which a word of requirement may stand: "are always required". */
const NEAR = 3;

/** Names that a text says are required, and that it says may be left out. */
export function marksIn(text: string, known: ReadonlySet<string>, profile: Profile): Record<'yes' | 'no', Set<string>> {
  const found = { yes: new Set<string>(), no: new Set<string>() };
  const obliges = new Set(wordsOf(profile, 'obliges'));
  const given = new Set(wordsOf(profile, 'given'));
  for (const { names, before, behind, oneOf } of runsIn(text, known, profile)) {
    // "Required are": what is said of them in front counts where it begins the clause.
    // "Must be sent", and not "must be short".
    const isGiven = behind.slice(0, NEAR + 1).some((word) => given.has(word.toLowerCase()));
    const near = [...behind.slice(0, NEAR), ...(before.length <= 2 ? before : [])];
    const marks = near.map((word) =>
      word.length > 3 && (isGiven || !obliges.has(word.toLowerCase())) ? readRequired(word, profile) : undefined,
    );
    const denied = denies(near) || before.slice(-NEAR).some((word) => /^(?:neither|nor|weder|noch|ni)$/i.test(word));
    const mark = denied ? undefined : marks.find((one) => one !== undefined);
    if (mark === 'no' || (mark === 'yes' && !oneOf)) for (const name of names) found[mark].add(name);
  }
  for (const { names, mark } of unspacedIn(text, known, profile)) for (const name of names) found[mark].add(name);
  return found;
}

/** What stands between names of a run, in languages that put no blanks between words. */
const JOINED = /^[)）]?\s?([^\s\x00-\x7f]{1,4}?|,)\s?(?:[^\s\x00-\x7f]{1,12}[(（])?$/u;
/** Letters between the last name and its mark. */
const MOST_BETWEEN = 8;

/** The same in languages without blanks between words: a mark of requirement right behind names in code marks. */
function unspacedIn(
  text: string,
  known: ReadonlySet<string>,
  profile: Profile,
): { names: string[]; mark: 'yes' | 'no' }[] {
  const marks = (['no', 'yes'] as const).flatMap((mark) =>
    wordsOf(profile, mark).flatMap((word) => (/^[^\x00-\x7f]{2,}$/u.test(word) ? [{ word, mark }] : [])),
  );
  if (marks.length === 0) return [];
  const alternatives = new Set(wordsOf(profile, 'or'));
  const joining = new Set([...wordsOf(profile, 'and'), ...alternatives, '\u3001', ',', '\u30fb']);
  const denials = wordsOf(profile, 'denied');
  const found: { names: string[]; mark: 'yes' | 'no' }[] = [];
  let run: string[] = [];
  let oneOf = false;
  let end = 0;
  for (const { 0: whole, 1: name = '', index } of text.slice(0, 5000).matchAll(/`([\w$.-]{1,100})`/g)) {
    const [, joiner = ''] = JOINED.exec(text.slice(end, index)) ?? [];
    if (!joining.has(joiner)) run = [];
    oneOf = run.length > 0 && (oneOf || alternatives.has(joiner));
    run = known.has(name) ? [...run, name] : [];
    end = index + whole.length;
    const behind = text.slice(end, end + MOST_BETWEEN + 6);
    const told = marks
      .map(({ word, mark }) => ({ word, mark, at: behind.indexOf(word) }))
      .filter(
        ({ at }) =>
          at > 0 &&
          at <= MOST_BETWEEN &&
          /^[^\s\x00-\x7f\u3001\u3002]+$/u.test(behind.slice(0, at).replace(/^[)）]?\s?/, '')),
      )
      .sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0];
    const rest = told === undefined ? '' : text.slice(end + told.at + told.word.length);
    const inCase = profile.wording.tellsOfCase.test(
      text
        .slice(0, end + (told?.at ?? 0))
        .split('\u3002')
        .at(-1) ?? '',
    );
    if (told && run.length > 0 && !oneOf && !inCase && !denials.some((word) => rest.startsWith(word)))
      found.push({ names: run, mark: told.mark });
  }
  return found;
}

/** Names that a text gives side by side, two at least, and denies nothing of: those that a change takes. */
export function listedIn(text: string, known: ReadonlySet<string>, profile: Profile): Set<string> {
  const runs = runsIn(text, known, profile).filter(({ names, behind }) => names.length > 1 && !denies(behind));
  return new Set(runs.flatMap(({ names }) => names));
}

/** Names behind a word such as "without": "a boat without `id` and `made_at`". */
export function lackingIn(text: string, known: ReadonlySet<string>, profile: Profile): Set<string> {
  const lacks = new Set(wordsOf(profile, 'lacks'));
  const runs = runsIn(text, known, profile).filter(({ before }) => lacks.has(before.at(-1)?.toLowerCase() ?? ''));
  return new Set(runs.flatMap(({ names }) => names));
}

function denies(words: readonly string[]): boolean {
  return words.some((word) => /^(?:not|never|no|cannot|nicht|kein|pas)$|n['’]t$/.test(word));
}

function runsIn(text: string, known: ReadonlySet<string>, profile: Profile): Run[] {
  const alternatives = new Set(wordsOf(profile, 'or'));
  const joining = new Set([...wordsOf(profile, 'and'), ...alternatives]);
  // "`weight` (grams) and `to`": what a name is called aside does not part it from the next.
  const plain = text
    .slice(0, 5000)
    .replace(/(?<=`) \([^()`]{1,30}\)(?= )/g, '')
    .replace(/[`*"]/g, '');
  return plain.split(/[.;:!?](?:\s|$)|[()]/).flatMap((clause) => {
    const words = clause.split(/\s+/).filter(Boolean);
    const runs: Run[] = [];
    let open: Run | undefined;
    for (const [i, word] of words.entries()) {
      const name = word.replace(/,$/, '');
      if (known.has(name)) {
        if (!open) {
          open = { names: [], oneOf: false, before: words.slice(0, i), behind: [] };
          runs.push(open);
        }
        open.oneOf ||= open.names.length > 0 && alternatives.has(words[i - 1]?.toLowerCase() ?? '');
        open.names.push(name);
        open.behind = words.slice(i + 1).map((one) => one.replace(/,$/, ''));
      } else if (!joining.has(word.toLowerCase())) open = undefined;
    }
    return runs;
  });
}
