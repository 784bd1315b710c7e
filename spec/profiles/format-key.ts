// How a page names the format of a body → the key of that format in the profile's `media.formats`.
import type { Profile } from './profile.js';

/** `JSON format`, `JSON形式` → `json`. */
export function formatKey(words: string, profile: Profile): string {
  return (profile.words.format.match(words)?.capture ?? words).toLowerCase().trim();
}
