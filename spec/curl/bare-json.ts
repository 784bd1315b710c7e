// JSON that stands in a command without quotes around it.

/** Longer arguments are in files. */
const MAX = 20_000;

/** The JSON that begins at `at` and ends before a blank or the end, on one line; undefined where there is anything else. */
export function bareJson(source: string, at: number, limit: number): string | undefined {
  if (!/^(?:\{"|\[[{"])/.test(source.slice(at, at + 2))) return undefined;
  let depth = 0;
  let quoted = false;
  for (let i = at; i < Math.min(limit, at + MAX); i++) {
    const char = source[i] as string;
    if (char === '\n') return undefined;
    if (quoted && char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '{' || char === '[')) depth++;
    else if (!quoted && (char === '}' || char === ']') && --depth === 0)
      return i + 1 >= limit || /\s/.test(source[i + 1] as string) ? source.slice(at, i + 1) : undefined;
  }
  return undefined;
}
