// A finding of a case: at the level and the place in the documents that the case has.
import type { Finding } from '../assess/answer.js';
import type { Case } from '../plan/story.js';

export function caseFinding(one: Case, id: string, ok: boolean, expected: string, actual: string): Finding {
  const source = one.source ?? one.operation.op.docs.source;
  return { id, level: one.level, ok, expected, actual, ...(source ? { source } : {}) };
}

/** How the actual value of a finding tells of a property that is not as it was sent. */
export function difference(wrong: { property: string; wanted: unknown; found: unknown }): string {
  return `${wrong.property} is ${JSON.stringify(wrong.found)}, sent was ${JSON.stringify(wrong.wanted)}`;
}
