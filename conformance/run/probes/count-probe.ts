// Looks whether what a thing counts went up and down with what is in it.
import type { JsonValue } from '../../../spec/contract/api.js';
import { objectsWith } from '../../assess/entity-in.js';
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

function numberIn(value: JsonValue | undefined, property: string): number | undefined {
  const number = objectsWith(value, [property])[0]?.[property];
  return typeof number === 'number' ? number : undefined;
}
