// The words of all languages of a profile, for looking into running text.
import type { Profile, WordKind } from './profile.js';

/** In small letters, in the order of the languages. */
export function wordsOf({ languages }: Pick<Profile, 'languages'>, kind: WordKind): string[] {
  return languages.flatMap(({ words }) => words[kind] ?? []).map((word) => word.toLowerCase());
}
