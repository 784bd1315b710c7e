// A finding of a case: at the level and the place in the documents that the case has.
import type { Finding } from '../assess/answer.js';
import type { Difference } from '../assess/entity-in.js';
import type { Case } from '../plan/story.js';

export function caseFinding(one: Case, id: string, ok: boolean, expected: string, actual: string): Finding {
  const source = one.source ?? one.operation.op.docs.source;
  return { id, level: one.level, ok, expected, actual, ...(source ? { source } : {}) };
}

/** How the actual value of a finding tells of a property that is not as it is to be: as it was sent, or as it was before. */
export function difference(wrong: Difference): string {
  const found = wrong.found === undefined ? 'absent' : JSON.stringify(wrong.found);
  return `${wrong.property} is ${found}, not ${JSON.stringify(wrong.wanted)}`;
}
