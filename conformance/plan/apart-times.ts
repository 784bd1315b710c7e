// Times of things that may not overlap: each of those that a story makes beside another has a time of its own.
import type { JsonValue } from '../../spec/contract/api.js';
import { says } from '../told/told.js';
import type { Entity } from './entities.js';
import { fieldOrders } from './field-orders.js';
import type { Operation } from './resources.js';

const WEEK = 7 * 86_400_000;
const WEEKS = 150;

/** Whether documents refuse what overlaps with another one of its kind. */
function refusesOverlaps({ op }: Operation): boolean {
  const refusals = op.responses.filter(({ status }) => /^4\d\d$/.test(status));
  return [op.description, ...refusals.map(({ description }) => description)].some((text) => says(text, 'overlaps'));
}

/** The body with each pair of its moments some weeks later, as many as the key of the thing says. */
export function apartFrom(
  operation: Operation,
  { keys }: Entity,
  body: { [name: string]: JsonValue },
): { [name: string]: JsonValue } {
  if (!refusesOverlaps(operation)) return body;
  const weeks = [...(keys[0] ?? '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % WEEKS, 0);
  const moved = fieldOrders(operation).flatMap(({ low, high }) =>
    [low, high].flatMap((name) => {
      const value = body[name];
      const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(time) || typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return [];
      const later = new Date(time + weeks * WEEK).toISOString();
      return [[name, /T/i.test(value) ? later.replace('.000Z', 'Z') : later.slice(0, 10)] as const];
    }),
  );
  return { ...body, ...Object.fromEntries(moved) };
}
