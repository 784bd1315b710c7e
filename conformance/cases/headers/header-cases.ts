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
import { documents, listsError, refused } from '../refusal.js';

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
  // What makes a thing is where its characters are looked at one by one.
  const makes = suite.hasCommands && suite.model.resources.some((r) => r.create === operation);
  return operation.op.parameters.flatMap((parameter): Derived[] => {
    const [shown, sample = UNSHOWN] = shownBy(operation, base, parameter.name) ?? [];
    const given = shown ?? (reads && !isOverride(parameter) ? parameter.name : undefined);
    if (parameter.in !== 'header' || given === undefined || NOT_VALUES.test(parameter.name)) return [];
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
    const forbidden = told ? wrongTexts(schema, sample, makes) : [];
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

interface WrongHeader {
  name: string;
  right: string;
  wrong: string;
  because: string;
}

/** Of each header that commands show and the documents refuse where it is wrong: one value that is. */
export function wrongHeaders(operation: Operation, base: BaseRequest): WrongHeader[] {
  if (!documents(operation, '400')) return [];
  return operation.op.parameters.flatMap(({ in: place, name: documented, schema }): WrongHeader[] => {
    const [name, right = ''] = shownBy(operation, base, documented) ?? [];
    if (place !== 'header' || name === undefined || NOT_VALUES.test(name)) return [];
    const wrong = wrongTexts(mergedSchema(operation.api, schema), right, false);
    const one = wrong.find(({ value }) => typeof value === 'string' && /^[\w-]+$/.test(value));
    return one ? [{ name, right, wrong: String(one.value), because: one.because }] : [];
  });
}

/** A header as the request has it, or another command of the same operation. */
function shownBy({ op }: Operation, { headers }: BaseRequest, name: string): [name: string, value: string] | undefined {
  const commands = (op.docs.cases ?? []).map(({ request }) => request.headers);
  for (const all of [headers, ...commands]) {
    const found = Object.entries(all).find(([shown]) => shown.toLowerCase() === name.toLowerCase());
    if (found) return found;
  }
  return undefined;
}

/** Sent for what the documents show nowhere. */
export const UNSHOWN = 'docproof1';

/** A list of characters, with a limit: what the text means is nobody's business. */
function isOfCharacters({ pattern, maxLength }: Schema): boolean {
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  return maxLength !== undefined && fits !== undefined && [UNSHOWN, `${UNSHOWN}${UNSHOWN}`].every(fits);
}

/** `{name}:{value}` stands for another header. */
function isOverride({ name }: ApiParameter): boolean {
  return /override/i.test(name);
}
