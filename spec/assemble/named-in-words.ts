// Fields that sentences name one after the other: "`name`, `memo` and `due_on`", and what is said of them behind.
import { readRequired } from '../extract/table-rows.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';

interface Run {
  names: string[];
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
  for (const { names, before, behind } of runsIn(text, known, profile)) {
    // "Required are": what is said of them in front counts where it begins the clause.
    const near = [...behind.slice(0, NEAR), ...(before.length <= 2 ? before : [])];
    const marks = near.map((word) => (word.length > 3 ? readRequired(word, profile) : undefined));
    const mark = denies(near) ? undefined : marks.find((one) => one !== undefined);
    if (mark === 'yes' || mark === 'no') for (const name of names) found[mark].add(name);
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
  const joining = new Set(['and', 'or'].flatMap((kind) => wordsOf(profile, kind as 'and' | 'or')));
  const plain = text.slice(0, 5000).replace(/[`*"]/g, '');
  return plain.split(/[.;:!?](?:\s|$)|[()]/).flatMap((clause) => {
    const words = clause.split(/\s+/).filter(Boolean);
    const runs: Run[] = [];
    let open: Run | undefined;
    for (const [i, word] of words.entries()) {
      const name = word.replace(/,$/, '');
      if (known.has(name)) {
        if (!open) {
          open = { names: [], before: words.slice(0, i), behind: [] };
          runs.push(open);
        }
        open.names.push(name);
        open.behind = words.slice(i + 1).map((one) => one.replace(/,$/, ''));
      } else if (!joining.has(word.toLowerCase())) open = undefined;
    }
    return runs;
  });
}
