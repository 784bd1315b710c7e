// A HEAD that no document speaks of: it is a GET without the content (RFC 9110, section 9.3.2), and nobody's without a token.
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { documents } from '../refusal.js';

/** Once for the list of a resource, and once for what retrieves one. */
export function headCases({ model }: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { op, signature } = operation;
  const reads = model.resources.some(({ list, retrieve }) => list === operation || retrieve === operation);
  const closed = op.security.flat().length > 0 && documents(operation, '401');
  if (op.method !== 'GET' || !reads || !closed || model.at('HEAD', signature).length > 0) return [];
  const expect = {
    // Whoever knows no HEAD says that (RFC 9110, section 9.1).
    statuses: ['4XX', '501'],
    because: 'a HEAD shows what a GET shows, which needs a valid token (RFC 9110, section 9.3.2)',
    response: false,
    error: false,
  };
  const request = { ...base, method: 'HEAD' };
  const title = 'as a HEAD without a token';
  return [{ what: 'no-token-head', title, level: 'MUST', changes: { auth: 'none', request, expect } }];
}
