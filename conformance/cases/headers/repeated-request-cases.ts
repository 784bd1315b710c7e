// A create that comes again with the same key makes nothing more (draft-ietf-httpapi-idempotency-key-header, section 2).
import { makesIdempotent } from '../../plan/request-keys.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';

/** Where the server names what it makes: what has been made twice has two names. */
export function repeatedRequestCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const key = operation.op.parameters.find((p) => p.in === 'header' && makesIdempotent(p.name));
  const made = suite.model.resources.find((r) => r.create === operation && operation.op.method === 'POST');
  if (!key || !made || made.keys.some((k) => k.property !== undefined)) return [];
  const given = Object.keys(base.headers).find((name) => name.toLowerCase() === key.name.toLowerCase());
  const request = { ...base, headers: { ...base.headers, [given ?? key.name]: 'docproof' } };
  const title = `twice with the same ${key.name}`;
  const expect = expectation(operation.op, operation);
  return [{ what: 'same-key', title, level: 'MUST', changes: { request, again: true, expect } }];
}
