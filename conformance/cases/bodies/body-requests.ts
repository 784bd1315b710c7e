// Variants of a request by another body: one that is refused, or one that is taken.
import { bodyText } from '../../plan/prerequisite.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents } from '../refusal.js';
import { type Body, type Context, creates, madeBy } from './body-context.js';

function send({ operation, base, inJson }: Context, body: Body, verbatim: string[]): BaseRequest {
  const text = inJson ? JSON.stringify(body) : bodyText(operation, body);
  return { ...base, json: body, ...(text === undefined ? {} : { body: text }), verbatim };
}

export function wrong(
  context: Context,
  what: string,
  title: string,
  body: Body,
  property: string,
  because: string,
): Derived {
  const request = send(context, body, [property]);
  const names = property === '' ? {} : { names: property };
  return { what, title, level: 'MUST', changes: { request, expect: { ...context.expect, because, ...names } } };
}

/**
 * What says of which kind a thing is tells of another thing where it is wrong: to some that is a conflict (JSON:API, 9.1.2), as
 * is any other value of what stays as it was made.
 */
export function orConflict(context: Context, derived: Derived): Derived {
  const { expect } = derived.changes;
  if (!expect || !documents(context.operation, '409')) return derived;
  const statuses = [...expect.statuses, '409'];
  return { ...derived, changes: { ...derived.changes, expect: { ...expect, statuses } } };
}

/**
 * One of the words that an action takes, which it may refuse in the state that the thing is in (409); or of those of what is
 * made: "What is taken out must be in stock, else `409`".
 */
export function rightWord(context: Context, derived: Derived): Derived {
  const { expect } = derived.changes;
  const { operation } = context;
  const acts = operation.op.method === 'POST' && !creates(context) && !madeBy(context);
  const own = operation.op.responses.some(({ status, docs }) => status === '409' && docs.derived !== true);
  if (!expect || !(acts ? documents(operation, '409') : creates(context) && own)) return derived;
  const statuses = [...expect.statuses, '409'];
  const effect = expect.effect === 'created' ? 'created-or-refused' : expect.effect;
  return {
    ...derived,
    changes: { ...derived.changes, expect: { ...expect, statuses, ...(effect ? { effect } : {}) } },
  };
}

/** A value that may be none of those that documents do not list. */
export function orRefused(derived: Derived): Derived {
  const { expect } = derived.changes;
  if (!expect) return derived;
  const because = `${expect.because}, or a refusal of a value that the documents do not show`;
  const statuses = [...expect.statuses, '400', '422'];
  return { ...derived, changes: { ...derived.changes, expect: { ...expect, statuses, because } } };
}

export function right(context: Context, what: string, title: string, body: Body, verbatim: string[] = []): Derived {
  const { operation } = context;
  const request = send(context, body, verbatim);
  return { what, title, level: 'MUST', changes: { request, expect: expectation(operation.op, operation) } };
}
