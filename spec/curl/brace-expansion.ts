// Brace expansion of a shell (bash manual, 3.5.1): `a{b,c}` is two words. Textual, before anything else is expanded.

/** More words than this are not worth the work; a document that asks for them is refused. */
const MOST = 200;

/** What stands for a brace expansion in turn, as source text: `{a,'b'}` or `{1..3}`; undefined where that cannot be told. */
export function braceAlternatives(text: string): string[] | undefined {
  const inner = text.slice(1, -1);
  const parts = splitCommas(inner);
  if (parts.length > 1) return parts.length > MOST ? undefined : parts;
  return sequence(inner);
}

function splitCommas(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** `1..9`, `9..1`, `1..9..2`, `a..e`. Numbers with leading zeros keep their width in bash; they are left to it. */
function sequence(text: string): string[] | undefined {
  const found = /^(?:(-?\d{1,9})\.\.(-?\d{1,9})|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d{1,9}))?$/.exec(text);
  if (!found || /(?:^|\.)-?0\d/.test(text)) return undefined;
  const [, low, high, first, last, by] = found;
  const from = low === undefined ? (first as string).charCodeAt(0) : Number(low);
  const to = high === undefined ? (last as string).charCodeAt(0) : Number(high);
  const step = Math.abs(Number(by ?? 1)) || 1;
  const count = Math.floor(Math.abs(to - from) / step) + 1;
  if (count > MOST) return undefined;
  return Array.from({ length: count }, (_, i) => {
    const value = from + i * step * (to < from ? -1 : 1);
    return low === undefined ? String.fromCharCode(value) : String(value);
  });
}
