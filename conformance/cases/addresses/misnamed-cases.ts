// Derived cases of addresses that the error list has a message for: a key where links are made, none where one link is meant,
// names of sets and navigation properties that there are not, and a method that a set has not.
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { linkPath } from '../lifecycle/stories.js';
import { listsError } from '../refusal.js';

/** "Key for Navigation Property should not be specified in $links POST." */
const NO_KEY = /\bkey\b.{0,60}\bnot be (?:specified|given)\b.{0,20}\$links/i;
/** "Key for Navigation Property should be specified in $links." */
const A_KEY = /\bkey\b.{0,60}\b(?:should|must) be (?:specified|given)\b.{0,20}\$links/i;
const NO_SET = /\bno such entity set\b/i;
const NO_PROPERTY = /\bno such navigation property\b/i;

/** Of several operations on one kind of thing the first is asked. */
export function misnamedCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const system = systemSegment(operation.segments);
  if (!suite.hasCommands) return [];
  const puts = putSet(suite, operation);
  if (!isFirst(suite, operation)) return puts;
  return system >= 0 ? misplacedKey(suite, operation, base, plain) : [...puts, ...unknownName(suite, operation, base)];
}

function misplacedKey(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { op, segments } = operation;
  const { link } = subjectOf(suite, plain);
  if (!link?.to) return [];
  const keyed = segments.at(-1)?.keys !== undefined;
  const because = 'the error list has a message for it';
  if (op.method === 'POST' && !keyed && listsError(operation, 400, NO_KEY)) {
    const request = { ...base, path: linkPath(operation, link.from, link.to) };
    return [wrong('key-of-link', 'at an address with the key of what is linked', request, because)];
  }
  if (op.method !== 'PUT' || !keyed || !listsError(operation, 400, A_KEY)) return [];
  const [meant] = suite.model.at('POST', operation.signature.replace(/\(\)$/, ''));
  const request = { ...base, path: linkPath(operation, link.from) };
  return [wrong('no-key-of-link', 'at an address that says of no link which', request, because, meant)];
}

/** A set is read and added to, not put. */
function putSet(suite: Suite, operation: Operation): Derived[] {
  const { create } = suite.model.resources.find(({ list }) => list === operation) ?? {};
  const base = create && baseRequest(suite, create);
  const inside = base && operation.segments.some(({ variable }) => variable !== undefined);
  const documented = suite.model.at('PUT', operation.signature).length > 0;
  if (!create || !inside || documented || !listsError(operation, 405, /\bmethod\b/i)) return [];
  const request = { ...base, method: 'PUT' };
  return [wrong('put', 'a set that is put', request, 'the documents have no such method here', create)];
}

/** A name that begins like a documented one, and is none. */
function unknownName(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { op, segments } = operation;
  const last = segments.at(-1);
  const set = suite.model.resources.some(({ list }) => list === operation);
  const property = !set && segments.at(-2)?.keys !== undefined;
  if (op.method !== 'GET' || !last || last.keys || last.variable !== undefined || !(set || property)) return [];
  if (!listsError(operation, 404, set ? NO_SET : NO_PROPERTY)) return [];
  const request = { ...base, path: `${base.path}Docproof`, query: '' };
  const title = set ? 'a set that there is not' : 'a navigation property that there is not';
  return [wrong('unknown-name', title, request, 'the error list has a message for it')];
}

function wrong(what: string, title: string, request: BaseRequest, because: string, meant?: Operation): Derived {
  const expect: Expectation = { statuses: ['4XX', '501'], because, response: false, error: false };
  return { what, title, level: 'MUST', changes: { request, expect, ...(meant ? { meant } : {}) } };
}

function isFirst({ model }: Suite, { op, signature }: Operation): boolean {
  const around = (text: string): string => text.slice(0, text.lastIndexOf('/') + 1);
  const keyed = signature.endsWith(')');
  return (
    model.operations.find(
      (one) =>
        one.judged &&
        !one.op.docs.aliasOf &&
        one.op.method === op.method &&
        one.signature.endsWith(')') === keyed &&
        around(one.signature) === around(signature),
    )?.signature === signature
  );
}
