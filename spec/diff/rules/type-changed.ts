// The JSON type of a value, null apart.
import { type Rule, shown } from '../change.js';
import { typesOf } from '../flat-schema.js';

export const typeChanged: Rule = {
  id: 'diff/type-changed',
  about: 'a value has another JSON type',
  schema({ direction, where, word, old, new: after }) {
    const [before, later] = [typesOf(old).types, typesOf(after).types];
    if (!before && !later) return [];
    const lost = !later ? [] : before ? [...before].filter((t) => !accepts(later, t)) : ['any'];
    const gained = !before ? [] : later ? [...later].filter((t) => !accepts(before, t)) : ['any'];
    if (lost.length === 0 && gained.length === 0) return [];
    const isWorse = direction === 'request' ? lost.length > 0 : gained.length > 0;
    const message = `${where}: the type was ${listed(before)} and is ${listed(later)}`;
    return [{ level: isWorse ? 'breaking' : 'safe', message, ...(word === undefined ? {} : { word }) }];
  },
};

/** Every integer is a number. */
function accepts(types: Set<string>, type: string): boolean {
  return types.has(type) || (type === 'integer' && types.has('number'));
}

function listed(types: Set<string> | undefined): string {
  return types === undefined ? 'anything' : [...types].map((t) => shown(t).replaceAll('"', '')).join(' or ') || 'null';
}
