// JSON that opens bracket in bracket without an end: parsers that call themselves for each would end the whole process.

/** Levels of brackets; nobody's document has so many. */
const DEEPEST = 500;

/** Whether a text in JSON is too deep to be parsed. Linear. */
export function nestsTooDeep(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    else if (quoted) i += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') {
      if (++depth > DEEPEST) return true;
    } else if (char === ']' || char === '}') depth--;
  }
  return false;
}
