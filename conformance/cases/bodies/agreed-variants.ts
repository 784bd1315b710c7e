// Body variants that the documents support: where a page lets something be made through something else, or documents several
// targets with one table, its table may be another's. Only what the made thing's own page says too is expected.
import type { Operation } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { isNavigation } from './body-context.js';
import { bodyVariants } from './body-variants.js';

/** Variants of the body on which the operation's table and that of the made resource's own create agree. */
export function agreedVariants(suite: Suite, plain: Case, base: BaseRequest, expect: Expectation): Derived[] {
  const { operation } = plain;
  const own = bodyVariants(suite, operation, base, expect);
  if (!isNavigation(operation)) return own;
  const create = subjectOf(suite, plain).bodyResource?.create;
  if (create?.signature === operation.signature) return own;
  if (create) {
    const theirs = new Map(bodyVariants(suite, operation, base, expect, create).map((d) => [d.what, bodyOf(d)]));
    return own.filter((d) => theirs.has(d.what) && theirs.get(d.what) === bodyOf(d));
  }
  // Nothing to compare with: a table that several targets share is nobody's. What is no JSON is wrong for each.
  return sharesPage(suite, operation) ? own.filter((d) => d.changes.request?.json === undefined) : own;
}

function sharesPage(suite: Suite, { op }: Operation): boolean {
  return suite.model.operations.some(
    (other) =>
      other.judged &&
      other.op.id !== op.id &&
      !other.op.docs.aliasOf &&
      other.op.docs.pages.some((page) => op.docs.pages.includes(page)),
  );
}

function bodyOf(derived: Derived): string | undefined {
  return derived.changes.request?.body;
}
