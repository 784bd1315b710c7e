// Request headers with one thing wrong, or just right: the limits and characters that the documents give them.
import type { ApiParameter, Schema } from '../../../spec/contract/api.js';
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import { rightTexts, wrongTexts } from '../bodies/texts.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { listsError, refused } from '../refusal.js';

/** Preconditions have cases of their own; what says how the rest is to be read is not a value of the API. */
const NOT_VALUES = /^(?:if-|accept|content-|authorization$|host$)|method-?override/i;
/** What a header field may hold (RFC 9110, section 5.5), without what some servers take off its ends. */
const SENDABLE = /^[!-~](?:[ -~]*[!-~])?$/;

/** Of the headers that the request shows; where its operation says how it refuses. */
export function headerCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (!operation.op.responses.some((r) => r.status === '400' || r.status === '422')) return [];
  // A header of a plain spec may choose a tenant or a version: whichever way that is refused is right.
  const refusals = suite.hasCommands ? ['400', '422'] : ['4XX'];
  // What no request shows is tried where things are read: it does nothing to them, and a wrong one may be passed over.
  const reads = suite.hasCommands && suite.model.resources.some((r) => r.retrieve === operation);
  return operation.op.parameters.flatMap((parameter): Derived[] => {
    const shown = Object.keys(base.headers).find((name) => name.toLowerCase() === parameter.name.toLowerCase());
    const given = shown ?? (reads && !isOverride(parameter) ? parameter.name : undefined);
    if (parameter.in !== 'header' || given === undefined || NOT_VALUES.test(parameter.name)) return [];
    const sample = shown === undefined ? UNSHOWN : base.headers[shown];
    const schema = mergedSchema(operation.api, parameter.schema);
    if (schema.type !== 'string' || (shown === undefined && !isOfCharacters(schema))) return [];
    const asking = (value: string): BaseRequest => ({
      ...base,
      headers: { ...base.headers, [given]: value },
      verbatim: [...(base.verbatim ?? []), given],
    });
    // Servers that do nothing with it may pass it over, unless the error list has a message for it: told, not judged.
    const told = shown !== undefined || listsError(operation, 400, /\bheader\b/i, /\binvalid\b/i);
    const level = shown === undefined ? 'SHOULD' : 'MUST';
    const forbidden = told ? wrongTexts(schema, sample, false) : [];
    const wrong = forbidden.flatMap(({ what, title, value, because }): Derived[] => {
      if (typeof value !== 'string' || !SENDABLE.test(value)) return [];
      const expect = refused(operation, refusals, because);
      const changes = { request: asking(value), expect };
      return [{ what: `${what}/${given}`, title: `${given}: ${title}`, level, changes }];
    });
    const right = rightTexts(schema, sample).flatMap(({ what, title, value }): Derived[] => {
      if (typeof value !== 'string' || !SENDABLE.test(value)) return [];
      const changes = { request: asking(value), expect: expectation(operation.op, operation) };
      return [{ what: `${what}/${given}`, title: `${given} ${title}`, level: 'MUST', changes }];
    });
    return [...wrong, ...right];
  });
}

/** Sent for what the documents show nowhere. */
const UNSHOWN = 'docproof1';

/** A list of characters, with a limit: what the text means is nobody's business. */
function isOfCharacters({ pattern, maxLength }: Schema): boolean {
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  return maxLength !== undefined && fits !== undefined && [UNSHOWN, `${UNSHOWN}${UNSHOWN}`].every(fits);
}

/** `{name}:{value}` stands for another header. */
function isOverride({ name }: ApiParameter): boolean {
  return /override/i.test(name);
}
