// Derived cases of other accounts, where the target has some: what the run makes is not a stranger's to see, nor a reader's to
// change. Whoever names such an account says that it is so.
import type { OtherAccount } from '../../plan/others.js';
import type { Operation } from '../../plan/resources.js';
import { onlyLooks, SAFE_METHODS } from '../../plan/safe-methods.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';

/**
 * To whom it is closed, a thing may be said not to be there (RFC 9110, section 15.5.4). Documents without a 403 may mean
 * their 401 for both.
 */
function closedFor(operation: Operation): string[] {
  return [...(documents(operation, '403') ? [] : ['401']), '403', '404'];
}

export function otherAccountCases(suite: Suite, operation: Operation, plain: Case): Derived[] {
  const { op } = operation;
  const closed = op.security.length > 0 && op.security.every((names) => names.length > 0);
  const ofRun = subjectOf(suite, plain).located.some(({ entity }) => entity.resource.create);
  if (!closed || suite.tokenEndpoint === operation) return [];
  const reads = SAFE_METHODS.has(op.method) || onlyLooks(operation);
  const as = (who: OtherAccount, expect: Case['expect']): Derived[] =>
    suite.others.has(who)
      ? [{ what: `as-${who}`, title: `by a ${who}`, level: 'MUST', changes: { auth: who, expect } }]
      : [];
  const no = (because: string): Case['expect'] => ({
    ...refused(operation, closedFor(operation), because),
    statuses: closedFor(operation),
  });
  return [
    ...(ofRun ? as('stranger', no("it is not a stranger's")) : []),
    ...(reads ? (ofRun ? as('reader', expectation(op, operation)) : []) : as('reader', no('a reader changes nothing'))),
  ];
}
