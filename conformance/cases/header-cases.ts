// Request headers with one thing wrong, or just right: the limits and characters that the documents give them.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from '../plan/resources.js';
import type { Suite } from '../plan/subject.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { expectation } from './documented.js';
import { refused } from './refusal.js';
import { rightTexts, wrongTexts } from './texts.js';

/** Preconditions have cases of their own; what says how the rest is to be read is not a value of the API. */
const NOT_VALUES = /^(?:if-|accept|content-|authorization$|host$)|method-?override/i;
/** What a header field may hold (RFC 9110, section 5.5), without what some servers take off its ends. */
const SENDABLE = /^[!-~](?:[ -~]*[!-~])?$/;

/** Of the headers that the request shows; where its operation says how it refuses. */
export function headerCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (!operation.op.responses.some((r) => r.status === '400' || r.status === '422')) return [];
  // A header of a plain spec may choose a tenant or a version: whichever way that is refused is right.
  const refusals = suite.hasCommands ? ['400', '422'] : ['4XX'];
  return operation.op.parameters.flatMap((parameter): Derived[] => {
    const given = Object.keys(base.headers).find((name) => name.toLowerCase() === parameter.name.toLowerCase());
    if (parameter.in !== 'header' || given === undefined || NOT_VALUES.test(parameter.name)) return [];
    const sample = base.headers[given];
    const schema = mergedSchema(operation.api, parameter.schema);
    if (schema.type !== 'string') return [];
    const asking = (value: string): BaseRequest => ({
      ...base,
      headers: { ...base.headers, [given]: value },
      verbatim: [...(base.verbatim ?? []), given],
    });
    const wrong = wrongTexts(schema, sample, false).flatMap(({ what, title, value, because }): Derived[] => {
      if (typeof value !== 'string' || !SENDABLE.test(value)) return [];
      const expect = refused(operation, refusals, because);
      const changes = { request: asking(value), expect };
      return [{ what: `${what}/${given}`, title: `${given}: ${title}`, level: 'MUST', changes }];
    });
    const right = rightTexts(schema, sample).flatMap(({ what, title, value }): Derived[] => {
      if (typeof value !== 'string' || !SENDABLE.test(value)) return [];
      const changes = { request: asking(value), expect: expectation(operation.op, operation) };
      return [{ what: `${what}/${given}`, title: `${given} ${title}`, level: 'MUST', changes }];
    });
    return [...wrong, ...right];
  });
}
