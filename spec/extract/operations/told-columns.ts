// What tables have a column for, told by a description: at its end ("The name. **Mandatory:** yes"), or by nothing else in it.
import type { Profile } from '../../profiles/profile.js';
import { readRequired } from '../table-rows.js';

/** A word with a colon, and a word behind it. */
const TOLD =
  /(?<=^|[.。;\n]\s{0,3})[*_]{0,2}(\p{L}{4,20})[*_]{0,2}:[*_]{0,2}\s{0,3}(\p{L}{2,12})(?![\p{L}`])[*_]{0,2}\s{0,3}/gu;

const ALONE = /^[\p{L} -]{2,30}$/u;

/** The mark of requirement that a description is, or tells under the title of its column, and the text without it. */
export function toldRequirement(notes: string, profile: Profile): { mark: string; rest: string } | undefined {
  const alone = ALONE.test(notes) ? readRequired(notes, profile) : undefined;
  if (alone === 'yes' || alone === 'no') return { mark: notes, rest: '' };
  if (!notes.includes(':')) return undefined;
  for (const [whole, title = '', mark = ''] of notes.slice(0, 2000).matchAll(TOLD))
    if (profile.columns.match(title)?.value === 'required' && readRequired(mark, profile) !== undefined)
      return { mark, rest: notes.replace(whole, '').trim() };
  return undefined;
}
