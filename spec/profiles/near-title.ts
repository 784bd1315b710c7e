// A heading that is a slip away from the title of a section: it is taken for the section that is meant, and reported.
import type { Field, Profile, Role } from './profile.js';
import { normalise } from './words.js';

export interface TitleMeant {
  /** As the profile writes it. */
  title: string;
  role: Role;
}

/** Roles whose titles are too common as words of a page's own. */
const COMMON: ReadonlySet<Role> = new Set<Role>(['detail', 'namespace', 'variant']);

/** Roles whose titles are one short word: with a letter more at its end it is another word. */
const SHORT: ReadonlySet<Role> = new Set<Role>(['request', 'response']);

/** The title that a line is nearly, but not quite, the same as; undefined where it is one, or near to none. */
export function nearTitle(text: string, { titles }: Profile): TitleMeant | undefined {
  if (text.length < 4 || text.length > 40 || titles.match(text)) return undefined;
  const near = titles.near(text, COMMON);
  if (!near || (SHORT.has(near.value) && normalise(text).startsWith(normalise(near.text)))) return undefined;
  return { title: near.text, role: near.value };
}

/** Columns with one word each, from which a letter more or less makes another word. */
const SHORTEST_COLUMN = 7;

/** What a column is whose title is a slip away from one that the profile knows: "Requierd"; of a short one, two letters have changed places: "Tpye". */
export function nearColumn(text: string, { columns }: Profile): Field | undefined {
  if (text.length < SHORTEST_COLUMN)
    return columns.phrases.find((phrase) => isSwapped(normalise(text), phrase.key))?.value;
  if (text.length > 40) return undefined;
  const near = columns.near(text, NONE);
  return near && near.text.length >= SHORTEST_COLUMN ? near.value : undefined;
}

function isSwapped(text: string, title: string): boolean {
  if (text.length < 4 || text.length !== title.length) return false;
  const at = [...text].findIndex((char, i) => char !== title[i]);
  const swapped = `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
  return at >= 0 && swapped === title;
}

const NONE: ReadonlySet<Field> = new Set<Field>();

/** The role of the section that a title is, or is meant to be, that of. */
export function roleOf(text: string, profile: Profile): Role | undefined {
  return profile.titles.match(text)?.value ?? nearTitle(text, profile)?.role;
}
