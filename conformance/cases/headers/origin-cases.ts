// What a page of another origin lists and makes: where documents fix who may read the answer, that is so whoever asks (Fetch standard,
// CORS protocol).
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';

/** An origin that is nobody's (RFC 2606, section 2). */
const ORIGIN = 'https://docproof.example';

/** Servers that echo the origin of whoever asks are right to those alone who name none. */
export function originCases({ model }: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (!model.resources.some(({ list, create }) => [list, create].includes(operation))) return [];
  const promised = operation.op.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ headers }) => headers)
    .find(({ name }) => /^access-control-allow-origin$/i.test(name));
  if (promised?.schema.const !== '*') return [];
  const request = { ...base, headers: { ...base.headers, Origin: ORIGIN } };
  return [{ what: 'origin', title: 'from a page of another origin', level: 'MUST', changes: { request } }];
}
