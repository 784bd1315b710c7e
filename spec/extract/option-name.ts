// The name of a query option by the words of a link or title.
import type { Profile } from '../profiles/profile.js';

/** `$select` of "$select  Query", `q` of "Full-text Search (q) Query". */
export function optionName(text: string, profile: Profile): string | undefined {
  // A link may be called `$select` and no more.
  if (/^\$[a-z]+$/.test(text.trim())) return text.trim();
  const capture = profile.words.optionQuery.match(text)?.capture;
  if (!capture) return undefined;
  const inner = /\((\$?\w+)\)/.exec(capture)?.[1] ?? capture.replace(/^\$\s+/, '$');
  return /^\$?\w+$/.test(inner) ? inner : undefined;
}
