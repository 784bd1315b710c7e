// How a page names the format of a body → the key of that format in the profile's `media.formats`.

/** `JSON format`, `JSON形式` → `json`. */
export function formatKey(words: string): string {
  return words
    .toLowerCase()
    .replace(/(?:形式|(?<!\s)\s*format)$/, '')
    .trim();
}
