// What answers may call the key of a thing: as its create or its address does, or by the last word of that.
import type { ResourceKey } from './resources.js';

/** The likeliest first: `projectKey`, `project_key` and `key` in front of `id`, which is there as well. */
export function keyNames({ property, variable }: Pick<ResourceKey, 'property' | 'variable'>): string[] {
  return [...(property === undefined ? [] : [property]), variable, lastWord(variable), 'id'];
}

/** `projectKey`, `project_key` → `key`. */
function lastWord(variable: string): string {
  return (/(?:[A-Z]|(?<=[_-])[a-z])[a-z0-9]*$/.exec(variable)?.[0] ?? variable).toLowerCase();
}
