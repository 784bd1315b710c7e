// Values that a header always has, as documents say them.
import type { Profile } from '../profiles/profile.js';

/** The value that a header always has: `Return value fixed to "*"`, `Fixed to no-store`. */
export function fixedValue(written: string, profile: Profile): string | undefined {
  const lines = written
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[“”„]/g, '"')
    .split('\n');
  for (const language of profile.languages)
    for (const phrase of language.words.fixed ?? [])
      for (const line of lines) {
        const value = fixedIn(line, phrase);
        if (value !== undefined) return value;
      }
  return undefined;
}

/** A phrase without quotes around its value begins the line, and takes a single word of ASCII at its end: more are prose. */
function fixedIn(line: string, phrase: string): string | undefined {
  const hole = phrase.indexOf('{value}');
  if (hole < 0) return undefined;
  const prefix = phrase.slice(0, hole).toLowerCase();
  const suffix = phrase.slice(hole + 7).toLowerCase();
  const lower = line.toLowerCase();
  const at = lower.indexOf(prefix);
  const from = at + prefix.length;
  const to = suffix === '' ? line.length : lower.indexOf(suffix, from);
  if (at < 0 || to <= from) return undefined;
  const value = line
    .slice(from, to)
    .trim()
    .replace(/^["'“「]|["'”」]$/g, '');
  const quoted = prefix.endsWith('"') || suffix.startsWith('"');
  if (!value || value.length >= 80 || (!quoted && !(at === 0 && /^[!-~]*[A-Za-z\d*]$/.test(value)))) return undefined;
  return value;
}
