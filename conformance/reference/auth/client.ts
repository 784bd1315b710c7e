// Applications prove themselves by a token that their cell issued for this one (RFC 6749, 2.3; RFC 7522, 2.2).
import { isForeign } from './access.js';
import { GrantError } from './grant-error.js';
import { readGrant, type TokenRequest } from './token-request.js';

export const SAML2_BEARER = 'urn:ietf:params:oauth:grant-type:saml2-bearer';
const SAML2_BEARER_CLIENT = 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer';

const CLIENT_FAULTS = { parse: 'PR400-AN-0003', expired: 'PR400-AN-0004', signature: 'PR400-AN-0005' } as const;

/**
 * An application proves itself by a token that its cell issued for this one. It need not, and an `Authorization` header
 * of another scheme is no attempt to.
 *
 * @returns URL of the application's cell; undefined where none proved itself
 */
export function authenticateClient(request: TokenRequest): string | undefined {
  const { form, authorization } = request;
  let id = form['client_id'];
  // Without a name a secret is not read.
  let secret = id === undefined ? undefined : form['client_secret'];
  if (form['client_assertion'] !== undefined || form['client_assertion_type'] !== undefined) {
    if (form['client_assertion_type'] !== SAML2_BEARER_CLIENT && form['client_assertion_type'] !== SAML2_BEARER)
      throw new GrantError('PR400-AN-0022', SAML2_BEARER);
    secret = form['client_assertion'] ?? '';
  } else if (authorization !== null && /^Basic\b/i.test(authorization)) {
    const basic = /^Basic\s+([\w+/=-]+)$/i.exec(authorization)?.[1];
    const pair = basic === undefined ? '' : Buffer.from(basic, 'base64').toString();
    const colon = pair.lastIndexOf(':');
    if (colon < 1) throw new GrantError('PR400-AN-0018');
    id = pair.slice(0, colon);
    secret = pair.slice(colon + 1);
  }
  if (secret === undefined) return undefined;
  const claims = readGrant(request, secret, CLIENT_FAULTS);
  if (claims.kind !== 'transcell' || !isForeign(claims.who)) throw new GrantError('PR400-AN-0003');
  if (id !== undefined && claims.who.issuer !== id) throw new GrantError('PR400-AN-0006');
  if (claims.target !== request.cell.url) throw new GrantError('PR400-AN-0007');
  return claims.who.issuer;
}
