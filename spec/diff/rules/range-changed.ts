// Lengths, numbers and counts within limits.
import type { Schema } from '../../contract/api.js';
import { type Finding, type Rule, type SchemaPair, shown } from '../change.js';

const LIMITS = [
  ['minLength', 'lower', 'the least length'],
  ['maxLength', 'upper', 'the greatest length'],
  ['minItems', 'lower', 'the least number of items'],
  ['maxItems', 'upper', 'the greatest number of items'],
  ['minProperties', 'lower', 'the least number of fields'],
  ['maxProperties', 'upper', 'the greatest number of fields'],
] as const;

export const rangeNarrowed: Rule = {
  id: 'diff/range-narrowed',
  about: 'a limit of length, value or count is tighter',
  schema: (pair) => [...limits(pair, 'narrower'), ...values(pair, 'narrower')],
};

export const rangeWidened: Rule = {
  id: 'diff/range-widened',
  about: 'a limit of length, value or count is looser',
  schema: (pair) => [...limits(pair, 'wider'), ...values(pair, 'wider')],
};

type Wanted = 'narrower' | 'wider';

function limits(pair: SchemaPair, wanted: Wanted): Finding[] {
  const { old, new: after } = pair;
  return LIMITS.flatMap(([keyword, side, name]): Finding[] => {
    const [before, later] = [bound(old[keyword], side), bound(after[keyword], side)];
    if (before === later) return [];
    const isTighter = side === 'lower' ? later > before : later < before;
    if (isTighter !== (wanted === 'narrower')) return [];
    return [finding(pair, isTighter, `${name} was ${shown(old[keyword])} and is ${shown(after[keyword])}`)];
  });
}

function finding({ direction, where, word }: SchemaPair, isTighter: boolean, what: string): Finding {
  const level = direction === 'request' ? (isTighter ? 'breaking' : 'safe') : isTighter ? 'safe' : 'risky';
  return { level, message: `${where}: ${what}`, ...(word === undefined ? {} : { word }) };
}

/** A number's least or greatest value, and whether it is a limit that the number itself may not reach. */
interface Edge {
  value: number;
  isOpen: boolean;
}

function values(pair: SchemaPair, wanted: Wanted): Finding[] {
  return (['lower', 'upper'] as const).flatMap((side): Finding[] => {
    const [before, later] = [edge(pair.old, side), edge(pair.new, side)];
    const difference = (later.value - before.value) * (side === 'lower' ? 1 : -1);
    const isSame = before.value === later.value;
    if (isSame && before.isOpen === later.isOpen) return [];
    const isTighter = isSame ? later.isOpen : difference > 0;
    if (isTighter !== (wanted === 'narrower')) return [];
    const name = side === 'lower' ? 'the least value' : 'the greatest value';
    return [finding(pair, isTighter, `${name} was ${edgeText(before, side)} and is ${edgeText(later, side)}`)];
  });
}

/** Both keywords together; OpenAPI 3.0's `exclusiveMaximum: true` says that `maximum` itself is out. */
function edge(schema: Schema, side: 'lower' | 'upper'): Edge {
  const [closed, open] = side === 'lower' ? ['minimum', 'exclusiveMinimum'] : ['maximum', 'exclusiveMaximum'];
  const edges = [
    { value: bound(schema[closed], side), isOpen: schema[open] === true && schema[closed] !== undefined },
    { value: bound(schema[open], side), isOpen: typeof schema[open] === 'number' },
  ];
  const tightest = Math[side === 'lower' ? 'max' : 'min'](...edges.map((e) => e.value));
  return { value: tightest, isOpen: edges.some((e) => e.value === tightest && e.isOpen) };
}

function edgeText({ value, isOpen }: Edge, side: 'lower' | 'upper'): string {
  if (!Number.isFinite(value)) return 'none';
  return isOpen ? `${side === 'lower' ? 'above' : 'below'} ${value}` : String(value);
}

/** No limit is infinitely far away. */
function bound(value: unknown, side: 'lower' | 'upper'): number {
  return typeof value === 'number' ? value : side === 'lower' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
