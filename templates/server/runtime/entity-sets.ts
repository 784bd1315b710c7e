// The keys of every entity set, gathered from all documented forms of all paths.
import { readPathTemplate, type TemplateKey } from './path-template.js';

/** Keys of an entity set in their documented order. */
export interface EntitySet {
  /** Names; [''] when only short forms are documented. */
  names: string[];
  /** Keys that every named form has: the short form gives these its value, the others are null. */
  required: ReadonlySet<string>;
}

/**
 * Gathers the entity sets of the paths given, alias forms included.
 *
 * A key is nullable when some named form of its set leaves it out. A set of several keys with one named form only takes
 * the short form's value for the key that has the short form's variable, or for the first.
 */
export function entitySets(paths: Iterable<string>): Map<string, EntitySet> {
  const forms = new Map<string, TemplateKey[][]>();
  for (const path of paths)
    for (const segment of readPathTemplate(path)) {
      if (segment.kind !== 'keys') continue;
      const known = forms.get(segment.set);
      if (known) known.push(segment.keys);
      else forms.set(segment.set, [segment.keys]);
    }
  return new Map([...forms].map(([set, keys]) => [set, entitySet(keys)]));
}

function entitySet(forms: TemplateKey[][]): EntitySet {
  const named = forms.filter((keys) => keys[0]?.name !== '');
  const longest = [...named].sort((a, b) => b.length - a.length);
  const names = [...new Set(longest.flatMap((keys) => keys.map((key) => key.name)))];
  if (names.length === 0) return { names: [''], required: new Set(['']) };
  const inAll = names.filter((name) => named.every((keys) => keys.some((key) => key.name === name)));
  const short = forms.filter((keys) => keys[0]?.name === '');
  if (inAll.length === 1 || short.length === 0) return { names, required: new Set(inAll.length > 0 ? inAll : names) };
  const variables = new Set(short.map((keys) => keys[0]?.variable));
  const meant = named.flat().find((key) => variables.has(key.variable))?.name ?? names[0] ?? '';
  return { names, required: new Set([meant]) };
}
