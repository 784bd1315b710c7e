// How the variables of one path form are filled from what a request's segments give.
import type { EntitySet } from './entity-sets.js';
import type { Key } from './key-segment.js';
import { readPathTemplate, type TemplateKey } from './path-template.js';

/** What a matching segment gave: a decoded text, several of them, or keys. */
export type Capture = string | string[] | Key[];

/** Fills the variables of one segment; returns what is wrong with its keys, if anything. */
export type Binding = (capture: Capture, into: Record<string, string | null>) => string | undefined;

/** The bindings of a path, one for each of its segments that captures something. */
export function bindings(path: string, sets: ReadonlyMap<string, EntitySet>): Binding[] {
  return readPathTemplate(path).flatMap((segment): Binding[] => {
    if (segment.kind === 'literal') return [];
    if (segment.kind === 'variable')
      return [
        (capture, into) => {
          into[segment.variable] = capture as string;
          return undefined;
        },
      ];
    if (segment.kind === 'mixed')
      return [
        (capture, into) => {
          segment.variables.forEach((variable, index) => {
            into[variable] = (capture as string[])[index] ?? '';
          });
          return undefined;
        },
      ];
    const set = sets.get(segment.set) ?? { names: [], required: new Set<string>() };
    return [(capture, into) => bindKeys(segment.set, segment.keys, set, capture as Key[], into)];
  });
}

function bindKeys(
  setName: string,
  template: readonly TemplateKey[],
  set: EntitySet,
  given: readonly Key[],
  into: Record<string, string | null>,
): string | undefined {
  const short = given.length === 1 && given[0]?.name === '' ? given[0] : undefined;
  // Where the documents only know the short form, nobody knows the key's name.
  const lone = set.names[0] === '' && given.length === 1 ? given[0] : undefined;
  const stranger = given.find((key) => key.name !== '' && !set.names.includes(key.name) && key !== lone);
  if (stranger) return `${setName} has no key ${stranger.name}`;
  for (const { name, variable, quote } of template) {
    const named = given.find((key) => key.name === name);
    const meant = short && (name === '' || set.required.has(name)) ? short : named;
    const key = meant ?? (name === '' ? (given.find((k) => set.required.has(k.name)) ?? lone) : undefined);
    if (key && key.value !== null && key.quote !== quote)
      return quote === '' ? `the key of ${setName} takes no quotes` : `the key of ${setName} must be in quotes`;
    into[variable] = key?.value ?? null;
    if (!key && set.required.has(name)) return `${setName} needs the key ${name}`;
  }
  const lost = given.find(
    (key) =>
      key.name !== '' &&
      key.value !== null &&
      !set.required.has(key.name) &&
      !template.some((t) => t.name === key.name),
  );
  return lost && lost !== lone ? `${setName} is not addressed by the key ${lost.name} here` : undefined;
}
