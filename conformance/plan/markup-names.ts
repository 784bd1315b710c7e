// Things of the documents that an XML body names by their bare names: `<href>role1</href>`, `base="https://…/box1/"`.
import { isObject } from '../../spec/is-object.js';
import { belongs, type Entity, entityOf } from './entities.js';
import { sampleBody } from './prerequisite.js';
import type { Resource } from './resources.js';

/** Words between the delimiters of markup and of addresses, tags among them. */
const WORDS = /<?[^\s<>/"'=?#]+/g;

export function isMarkup(text: string): boolean {
  return /^\s*</.test(text);
}

/**
 * Entities whose sample name stands in a text: each with all the keys that the command which creates it gives.
 *
 * @param parents entities that the path of the request names
 */
export function namedInMarkup(resources: Resource[], text: string, parents: Entity[]): Entity[] {
  const words = new Set(text.match(WORDS));
  return resources.flatMap((resource) => {
    const { create, keys, remove, removeAll } = resource;
    const sample = create && sampleBody(create);
    if (!isObject(sample) || !(remove ?? removeAll)) return [];
    const values = keys.map(({ property }) => (property === undefined ? undefined : sample[property]) ?? null);
    const [first] = values;
    if (typeof first !== 'string' || !words.has(first) || !values.every(isKey)) return [];
    const around = parents.filter((parent) => belongs(parent, resource));
    return [entityOf(resource, values, around)];
  });
}

/** The text with other names in place of those. */
export function markupWithNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(WORDS, (word) => names.get(word) ?? word);
}

const isKey = (value: unknown): value is string | null => value === null || typeof value === 'string';
