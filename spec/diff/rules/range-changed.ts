// Lengths, numbers and counts within limits.
import { type Finding, type Rule, type SchemaPair, shown } from '../change.js';

const LIMITS = [
  ['minLength', 'lower', 'the least length'],
  ['maxLength', 'upper', 'the greatest length'],
  ['minimum', 'lower', 'the least value'],
  ['maximum', 'upper', 'the greatest value'],
  ['exclusiveMinimum', 'lower', 'the limit below the value'],
  ['exclusiveMaximum', 'upper', 'the limit above the value'],
  ['minItems', 'lower', 'the least number of items'],
  ['maxItems', 'upper', 'the greatest number of items'],
] as const;

export const rangeNarrowed: Rule = {
  id: 'diff/range-narrowed',
  about: 'a limit of length, value or count is tighter',
  schema: (pair) => limits(pair, 'narrower'),
};

export const rangeWidened: Rule = {
  id: 'diff/range-widened',
  about: 'a limit of length, value or count is looser',
  schema: (pair) => limits(pair, 'wider'),
};

function limits({ direction, where, word, old, new: after }: SchemaPair, wanted: 'narrower' | 'wider'): Finding[] {
  return LIMITS.flatMap(([keyword, side, name]): Finding[] => {
    const [before, later] = [bound(old[keyword], side), bound(after[keyword], side)];
    if (before === later) return [];
    const isTighter = side === 'lower' ? later > before : later < before;
    if (isTighter !== (wanted === 'narrower')) return [];
    const level = direction === 'request' ? (isTighter ? 'breaking' : 'safe') : isTighter ? 'safe' : 'risky';
    const message = `${where}: ${name} was ${shown(old[keyword])} and is ${shown(after[keyword])}`;
    return [{ level, message, ...(word === undefined ? {} : { word }) }];
  });
}

/** No limit is infinitely far away. */
function bound(value: unknown, side: 'lower' | 'upper'): number {
  return typeof value === 'number' ? value : side === 'lower' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
