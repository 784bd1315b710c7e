// Words behind a name → its type, whether it may be null, and whether it is required, with commas between.
import type { Profile } from '../../profiles/profile.js';
import { readRequired } from '../table-rows.js';
import { isTyping, typing } from './type-words.js';

/** `string, optional, nullable` → `string or null, optional` */
export function typed(words: string, profile: Profile): string {
  const { mayBeNull } = profile.wording;
  if (!mayBeNull.test(words)) return apart(words, profile);
  const others = words
    .replace(mayBeNull, ' ')
    .replace(/([,、])\s{0,3}[,、]/, '$1')
    .replace(/[\s,、]{1,4}$/, '');
  return apart(typing(others), profile).replace(/^[^,]+/, '$& or null');
}

/** `array of strings required` → `array of strings, required`; `required string` → `required, string`. */
function apart(words: string, profile: Profile): string {
  const [mark, type] = /^([^\s,]{1,30}) (\S.{0,60})$/u.exec(words)?.slice(1) ?? [];
  if (mark && type && readRequired(mark, profile) && isTyping(type, profile)) return `${mark}, ${type}`;
  return behindType(words, profile);
}

function behindType(words: string, profile: Profile): string {
  if (isTyping(words, profile)) return words;
  // The URL shows what is in the path: `integer required in path`.
  const parts = words.replace(/ in path$/, '').split(/\s+/);
  const mark = parts.findIndex((word) => readRequired(word, profile) !== undefined);
  const type = parts.slice(0, mark).join(' ');
  return isTyping(type, profile) ? [type, ...parts.slice(mark)].join(', ') : parts.join(', ');
}
