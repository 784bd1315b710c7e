// Stories of a link that is made twice: one after the other, and at the same moment.
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { BaseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { documents, listsError, refused } from '../refusal.js';

/** The error list has a message for it: `Links exists already`. */
export function refusesTwice(operation: Operation): boolean {
  return documents(operation, '409') && listsError(operation, 409, /\blinks?\b/i, /exist/i);
}

/** What is linked already is not linked again. */
export function twice(suite: Suite, operation: Operation, base: BaseRequest): CaseGroup[] {
  if (!suite.hasCommands || !refusesTwice(operation)) return [];
  const telling = new Telling(`story/${operation.op.id}-twice`);
  telling.add('link', operation, base, expectation(operation.op, operation));
  telling.add('link-again', operation, base, refused(operation, ['409'], 'the error list has a message for it'));
  const racing = new Telling(`story/${operation.op.id}-at-once`);
  const { statuses } = expectation(operation.op);
  const because = 'one makes the link, and to the others it is there already';
  const expect = { statuses: [...statuses, '409', '503'], because, response: false, error: false };
  racing.add('link', operation, base, expect, { atOnce: true });
  return [...telling.group(), { id: racing.story, cases: racing.cases }];
}
