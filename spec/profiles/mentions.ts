// Whether a text has one of the words of a profile in it, anywhere and in any language.
import type { ProfileFile, WordKind } from './profile.js';

export function mentions(text: string, kind: WordKind, { languages }: ProfileFile): boolean {
  const lower = text.toLowerCase();
  return languages.some(({ words }) => (words[kind] ?? []).some((word) => lower.includes(word.toLowerCase())));
}
