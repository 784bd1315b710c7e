// Variants of a value: members of oneOf and anyOf.
import type { Schema } from '../../contract/api.js';
import type { Finding, Rule } from '../change.js';

export const variantsChanged: Rule = {
  id: 'diff/variants-changed',
  about: 'a value has variants that it had not, or lost some',
  schema({ direction, where, word, old, new: after, resolve }) {
    const [before, later] = [variants(old, resolve.old), variants(after, resolve.new)];
    if (before.size === 0 && later.size === 0) return [];
    const at = word === undefined ? {} : { word };
    const finding = (names: string[], isWorse: boolean, what: string): Finding[] =>
      names.length === 0
        ? []
        : [{ level: isWorse ? 'breaking' : 'safe', message: `${where}: ${what}: ${names.join(', ')}`, ...at }];
    const lost = [...before].filter(([key]) => !later.has(key)).map(([, name]) => name);
    const gained = [...later].filter(([key]) => !before.has(key)).map(([, name]) => name);
    return [
      ...finding(lost, direction === 'request', 'variants gone'),
      ...finding(gained, direction === 'response', 'variants new'),
    ];
  },
};

/** By their content, so that an inlined component is the same variant; null is the business of nullable-changed. */
function variants(schema: Schema, resolve: (s: Schema) => Schema): Map<string, string> {
  const all = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter((branch) => branch.type !== 'null');
  return new Map(all.map((branch, i) => [JSON.stringify(branch.$ref ?? resolve(branch)), nameOf(branch, i)]));
}

function nameOf(branch: Schema, index: number): string {
  const name = branch.$ref?.split('/').at(-1) ?? branch['title'];
  return typeof name === 'string' ? name : `number ${index + 1}`;
}
