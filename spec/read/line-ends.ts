// What stands at the end of a line, found from its end: a regular expression tries every place of a long line instead.

/** Length of a text without the characters at its end that are among the given. */
export function lengthWithout(text: string, characters: string, length = text.length): number {
  let end = length;
  while (end > 0 && characters.includes(text[end - 1] as string)) end--;
  return end;
}
