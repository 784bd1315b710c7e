// Which languages samples are made in: asked for, remembered from the last run, or the first ones.
import type { Language } from '../language.js';
import { FIRST_LANGUAGES, LANGUAGES } from './index.js';

/** `all`, or names; in the order of the index page. Undefined with the name that is none. */
export function languagesNamed(
  names: readonly string[],
): { languages: Language[] } | { unknown: string; known: string[] } {
  const known = LANGUAGES.map((language) => language.name);
  const unknown = names.find((name) => name !== 'all' && !known.includes(name));
  if (unknown !== undefined) return { unknown, known };
  return { languages: LANGUAGES.filter((language) => names.includes('all') || names.includes(language.name)) };
}

/** The languages that an output folder has, by the paths of its manifest; the first ones where it has none. */
export function languagesOf(paths: readonly string[]): Language[] {
  const there = LANGUAGES.filter((language) => paths.some((path) => path.startsWith(`samples/${language.name}/`)));
  return there.length > 0 ? there : [...FIRST_LANGUAGES];
}
