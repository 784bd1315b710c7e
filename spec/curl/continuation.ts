// A line that goes on: backslash (POSIX), `^` (Windows) or a backquote (PowerShell) before the line break.

const CONTINUATION = /[\\^`][ \t\u3000]*\r?\n/y;

/** Offset behind the continuation that starts at `i`; undefined where there is none. */
export function continuationEnd(source: string, i: number): number | undefined {
  const char = source[i];
  if (char !== '\\' && char !== '^' && char !== '`') return undefined;
  CONTINUATION.lastIndex = i;
  const found = CONTINUATION.exec(source);
  return found ? i + found[0].length : undefined;
}
