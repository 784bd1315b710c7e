// A type that tells all values: `enum (manual, remote)`, `enum: new, old, required`, `string, one of: new | old`.
import type { Profile } from '../../profiles/profile.js';
import { readRequired } from '../table-rows.js';

const WORD =
  /^(?:([\p{L}]{1,20}), )?(?:enum|one of)\s?(?:[:=]\s{0,3}([^()（）]{1,300})|[(（]([^()（）]{1,300})[)）])$/iu;

/** The type without its values, and those, each on a line; as it is where it tells none. */
export function readTypedValues(text: string, profile: Profile): { type: string; values: string } {
  const [, named = '', bare, bracketed] = WORD.exec(text) ?? [];
  const parts = (bare ?? bracketed)?.split(/\s{0,3}[,|/]\s{0,3}/).map((part) => part.trim()) ?? [];
  const marks = parts.filter((part) => readRequired(part, profile) !== undefined);
  const values = parts.filter((part) => part !== '' && !marks.includes(part));
  if (values.length < 2) return { type: text, values: '' };
  return { type: [named, ...marks].filter(Boolean).join(', '), values: values.join('\n') };
}
