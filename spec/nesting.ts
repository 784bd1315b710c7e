// JSON that opens bracket in bracket without an end: parsers that call themselves for each would end the whole process.

/** Levels of brackets; nobody's document has so many. */
export const DEEPEST = 500;

/** Where a text in JSON becomes too deep to be parsed; undefined where it does not. Linear. */
export function tooDeepAt(text: string): number | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    else if (quoted) i += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') {
      if (++depth > DEEPEST) return i;
    } else if (char === ']' || char === '}') depth--;
  }
  return undefined;
}
