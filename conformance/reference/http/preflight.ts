// `OPTIONS`: what a browser asks before a request, and what anybody may ask of a resource.
import type { Incoming, Outgoing } from '../../../generated/server/index.js';
import { writeReply } from '../../../generated/server/runtime/reply.js';
import { accessOf, type CellRef } from '../auth/access.js';
import type { Unit } from './context.js';
import { failureReply } from './failures.js';

/** Every method of the API. */
const ANY_METHOD = 'ACL, DELETE, GET, HEAD, MERGE, OPTIONS, POST, PUT';

/**
 * The answer to `OPTIONS` with the methods that may be asked for. Who sends no token learns of a resource that is not
 * for everybody no more than what the API has; a token that is not valid is refused.
 */
export async function preflight(
  unit: Unit,
  cell: CellRef | undefined,
  { headers, url }: Incoming,
  answer: Outgoing,
): Promise<Outgoing> {
  if (answer.status !== 204) return answer;
  const authorization = headers.get('authorization');
  if (authorization !== null && cell) {
    try {
      await accessOf(unit, { authorization, cookie: null, cookiePeer: null }, cell, unit.clock());
    } catch (error) {
      const refusal = failureReply(error, cell.url);
      if (!refusal) throw error;
      return writeReply(refusal);
    }
  }
  const allowed = answer.headers.find(([name]) => name.toLowerCase() === 'allow')?.[1];
  const isPrivate = url.includes('/__ctl/');
  const methods = authorization === null && isPrivate ? ANY_METHOD : (allowed ?? ANY_METHOD);
  return { ...answer, headers: [...answer.headers, ['Access-Control-Allow-Methods', methods]] };
}
