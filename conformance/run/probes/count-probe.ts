// Looks whether what a thing counts went up and down with what is in it.
import type { JsonValue } from '../../../spec/contract/api.js';
import { listIn, objectsWith } from '../../assess/entity-in.js';
import type { Case } from '../../plan/story.js';
import { jsonBody, type Probe } from './probe.js';

/** @param value the answer that shows the thing now */
export function counted(
  probe: Probe,
  { of, property, more }: NonNullable<Case['counts']>,
  value: JsonValue | undefined,
): void {
  const made = probe.conversation.world.told(of)?.made;
  const before = made && numberIn(jsonBody({ body: made.answer }), property);
  const now = numberIn(value, property);
  if (before === undefined || now === undefined) return;
  const since =
    more === 0 ? 'as when it was made' : `${Math.abs(more)} ${more > 0 ? 'more' : 'less'} than when it was made`;
  probe.addAtCase('counted', now === before + more, `${property} is ${before + more}, ${since}`, String(now));
}

/** Notes how long a list is, and compares it with what it was. */
export function lengthened(
  probe: Probe,
  { since, more = 0 }: NonNullable<Case['lengthens']>,
  value: JsonValue | undefined,
): void {
  const { lengths } = probe.conversation;
  const now = listIn(value)?.length;
  if (now === undefined) return;
  lengths.set(probe.one.id, now);
  const before = since === undefined ? undefined : lengths.get(since);
  // A longer list may be cut.
  if (before === undefined || before + more > SHORT) return;
  probe.addAtCase('recorded', now >= before + more, `${before + more} entries, ${more} more than before`, String(now));
}

const SHORT = 9;

function numberIn(value: JsonValue | undefined, property: string): number | undefined {
  const number = objectsWith(value, [property])[0]?.[property];
  if (Array.isArray(number)) return number.length;
  return typeof number === 'number' ? number : undefined;
}
