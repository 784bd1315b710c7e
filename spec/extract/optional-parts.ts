// Parts of a URL form that may be left out (`/loans[/{LoanId}]`) → the forms with and without them.
import { straightKeys } from '../curl/typographic.js';

/** More than these are no forms that anybody writes down in one. */
const MOST = 4;

/** The form, or the forms that it stands for: the longest first. Quotes of keys that an editor has made typographic are plain ones. */
export function formsOf(url: string): string[] {
  return withAndWithout(straightKeys(url), MOST);
}

function withAndWithout(url: string, left: number): string[] {
  const found = /\[([^[\]]{1,200})\]/.exec(url);
  const part = found?.[1] ?? '';
  if (!found || left === 0 || !isPart(part)) return [url];
  const before = url.slice(0, found.index);
  const after = url.slice(found.index + found[0].length);
  const whole = withAndWithout(before + part + after, left - 1);
  // What stands behind the `?` may be left out of every form.
  if (/^[?&]/.test(part)) return whole;
  return [...new Set([...whole, ...withAndWithout(before + after, left - 1)])].sort((a, b) => b.length - a.length);
}

/** Segments, parts of a key, or a query: not an index or a set of characters. */
function isPart(text: string): boolean {
  return /^[/?&,]/.test(text) || text.endsWith('/');
}
