// A type with what it is without a value, in one pair of brackets: `(string: <required>)`, `(int: 30)`, `(array: [])`.
import type { Profile } from '../../profiles/profile.js';
import { readRequired } from '../table-rows.js';

/** What stands for no value at all; an empty list or map is what leaving it out means anyway. */
const NOTHING = /^(?:nil|null|none|undefined|""|''|\[\]|\{\})$/i;

/** `string: <required>` → the type with its mark, `int: 30` → the type and the default; as it is where it tells nothing of the kind. */
export function readTypedDefault(text: string, profile: Profile): { type: string; default?: string } {
  const [, type, value] = /^([\w[\]]{1,40}(?:<[\w|, ]{1,40}>)?)\s?:\s{1,4}(\S.{0,200})$/.exec(text) ?? [];
  const name = type?.replace(/<.*>$/, '');
  if (!type || !name || !value || !profile.wording.typeName.test(name)) return { type: text };
  const mark = /^(?:true|false)$/i.test(value) ? '' : (/^<(\w{1,30})>$/.exec(value)?.[1] ?? value);
  if (readRequired(mark, profile)) return { type: `${name}, ${mark}` };
  if (NOTHING.test(value)) return { type: name };
  return { type: name, default: value.replace(/^(["'`])(.*)\1$/, '$2') };
}
