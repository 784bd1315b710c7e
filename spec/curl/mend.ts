// How an argument is written so that a POSIX shell passes just that.

/** The argument in quotes: single ones, or double ones where it holds single quotes and nothing special to double ones. */
export function fixWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!text.includes("'")) return `'${text}'`;
  if (!/["`\\]/.test(text)) return `"${text.replaceAll('$', '\\$')}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What stands at a line's end inside quotes: single ones have to be closed before the backslash. */
export function fixQuotes(quote: string): string {
  return quote === "'" ? "'\\\n'" : '\\\n';
}
