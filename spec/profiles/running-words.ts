// The words of all languages of a profile, for looking into running text.
import type { Profile, WordKind } from './profile.js';

/** In small letters, in the order of the languages. */
export function wordsOf({ languages }: Pick<Profile, 'languages'>, kind: WordKind): string[] {
  return languages.flatMap(({ words }) => words[kind] ?? []).map((word) => word.toLowerCase());
}

/** Where a word stands last, whole in languages that part words by blanks; -1 where it does not. @param text in small letters */
export function lastOf(text: string, word: string): number {
  let at = text.lastIndexOf(word);
  while (at >= 0 && isLatin(word) && (isLatin(text[at - 1] ?? ' ') || isLatin(text[at + word.length] ?? ' ')))
    at = at === 0 ? -1 : text.lastIndexOf(word, at - 1);
  return at;
}

/** Whether it ends with a letter of languages that part words by blanks. */
export function isLatin(text: string): boolean {
  return /[a-zà-ÿ]$/.test(text);
}
