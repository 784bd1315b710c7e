// Credentials as a header carries them: a scheme and a token (RFC 9110, section 11.4).
import type { Api } from '../../../spec/contract/api.js';

/**
 * A token that is given with a scheme of its own (`Token abc`) keeps it, whatever the documents say; any other gets theirs.
 *
 * @param scheme with the space behind it, as in `Bearer `; empty for an API key
 */
export function credentialsOf(scheme: string, given: string): { scheme: string; token: string } {
  const space = given.indexOf(' ');
  return space < 0 ? { scheme, token: given } : { scheme: given.slice(0, space + 1), token: given.slice(space + 1) };
}

/**
 * A name and a password as an API wants them that knows nothing but `Basic` (RFC 7617, section 2); all else as it is given.
 *
 * @param schemes the security schemes of the API
 */
export function encodedFor(schemes: Api['securitySchemes'], given: string): string {
  const all = Object.values(schemes);
  const isBasic =
    all.length > 0 && all.every(({ type, scheme }) => type === 'http' && scheme?.toLowerCase() === 'basic');
  return isBasic && /^[^\s:]{1,200}:/.test(given) ? Buffer.from(given, 'utf8').toString('base64') : given;
}

/** The secret part alone. */
export function bareToken(given: string): string {
  return credentialsOf('', given).token;
}
