// A type that tells all values: `enum (manual, remote)`, `enum: new, old, required`, `string, one of: new | old`; and values that only
// look like types.
import { readConstraints } from '../../constraints/read-constraints.js';
import { plainKey } from '../../constraints/wording-lists.js';
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

/** `` `number`, `text` or `choice` ``, and the names of types alone where one of them is the default: what the value may be, not its type. */
export function beginsWithValues(notes: string, { wording }: Profile): boolean {
  const [list = ''] = LISTED.exec(notes) ?? [];
  const words = [...list.matchAll(/`([^`]+)`/g)].flatMap(([, word = '']) => (word === 'null' ? [] : [word]));
  if (words.length < 2) return false;
  const { default: fallback } = readConstraints({ notes }, wording).schema;
  return words.includes(String(fallback)) || words.some((word) => !wording.types.has(plainKey(word)));
}

/** Words in code marks with little between them. */
const LISTED = /^`[^`\n]{1,40}`(?:[^`\n]{1,8}`[^`\n]{1,40}`){1,30}/;
