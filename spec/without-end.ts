// Ends of texts cut off in linear time: `/x+$/` tries a long run that does not reach the end from each of its places.

/** A text without any of the given characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
