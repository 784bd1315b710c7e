// The request that undoes what a run did, as its journal has it.
import type { HttpRequest } from '../send/http.js';
import type { Removal, Restoration } from './journal.js';
import { carriedBy } from './secrets/credential-carrier.js';
import { credentialsOf } from './secrets/credentials.js';

/** @param token is put into it: the journal has none */
export function undoingRequest(
  { credential, ...request }: Removal | Restoration,
  token: string | undefined,
): HttpRequest {
  if (token === undefined) return request;
  const own = credentialsOf(credential.scheme, token);
  return carriedBy(credential, own.scheme + own.token, request);
}
