// What names and values say of where a thing stands in its life.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { sameJson } from './entity-in.js';

/** Where a thing stands in its life: what a listed value leads to depends on where it stands now. */
export const LIFE = /(?:^|[a-z_-])(?:status|state|phase|stage|step)$/i;

/**
 * Whether a change may take a thing out of a list that shows, where nothing else is asked for, what is current: it says
 * something else of a yes or no, or of where the thing stands in its life.
 */
export function mayHide(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (!isObject<JsonValue>(after)) return typeof after === 'boolean' && after !== before;
  const old = isObject<JsonValue>(before) ? before : {};
  return Object.entries(after).some(
    ([name, value]) => mayHide(old[name], value) || (LIFE.test(name) && !sameJson(old[name], value)),
  );
}
