// Whether the members of a list stand in the order of one of their properties.
import type { JsonValue } from '../../spec/contract/api.js';
import { mayTellApart } from '../plan/names.js';
import type { Direction } from '../plan/order.js';
import { objectsWith } from './entity-in.js';

/** A moment as OData 2.0 writes it in JSON, with the milliseconds since 1970. */
const TICKS = /^\/Date\((-?\d+)(?:[+-]\d+)?\)\/$/;
const TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d/;
/** Servers order texts in many ways: only what is wrong in each of these is. */
const COLLATIONS: ((a: string, b: string) => number)[] = [
  (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  (a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0),
  new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare,
  new Intl.Collator('en', { ignorePunctuation: true }).compare,
];

/**
 * Two neighbours in the wrong order; what has no value may stand anywhere, and words that are no names have ranks.
 *
 * @param words whether texts have no ranks of their own
 * @param direction undefined where the documents do not say which way: then one of both is enough
 */
export function outOfOrder(
  members: readonly JsonValue[],
  property: string,
  direction: Direction | undefined,
  words = mayTellApart(property),
): [JsonValue, JsonValue] | undefined {
  const values = members.flatMap((one) => {
    const value = objectsWith(one, [property])[0]?.[property];
    const ticks = typeof value === 'string' ? TICKS.exec(value)?.[1] : undefined;
    if (ticks !== undefined) return [Number(ticks)];
    const plain = typeof value === 'string' && (TIME.test(value) || words);
    return plain || typeof value === 'number' ? [value] : [];
  });
  const wrong = (way: Direction): [JsonValue, JsonValue] | undefined => {
    for (const [i, next] of values.entries()) {
      const before = values[i - 1];
      if (
        before !== undefined &&
        surelyAfter(...(way === 'asc' ? ([before, next] as const) : ([next, before] as const)))
      )
        return [before, next];
    }
    return undefined;
  };
  if (direction) return wrong(direction);
  return wrong('asc') && wrong('desc');
}

/** Two neighbours of which the one that should come later stands in front. */
export function outOfRank(
  members: readonly JsonValue[],
  property: string,
  ranks: readonly (readonly string[])[],
): [JsonValue, JsonValue] | undefined {
  const values = members.flatMap((one) => {
    const value = objectsWith(one, [property])[0]?.[property];
    const rank = typeof value === 'string' ? ranks.findIndex((alike) => alike.includes(value)) : -1;
    return typeof value === 'string' && rank >= 0 ? [{ value, rank }] : [];
  });
  const at = values.findIndex(({ rank }, i) => rank < (values[i - 1]?.rank ?? 0));
  const [before, next] = values.slice(at - 1);
  return at > 0 && before && next ? [before.value, next.value] : undefined;
}

function surelyAfter(one: string | number, other: string | number): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one > other;
  if (typeof one === 'number' || typeof other === 'number') return false;
  if (TIME.test(one) && TIME.test(other)) return Date.parse(one) > Date.parse(other);
  return COLLATIONS.every((compare) => compare(one, other) > 0);
}
