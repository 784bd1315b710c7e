// Credentials as a header carries them: a scheme and a token (RFC 9110, section 11.4).

/**
 * A token that is given with a scheme of its own (`Token abc`) keeps it, whatever the documents say; any other gets theirs.
 *
 * @param scheme with the space behind it, as in `Bearer `; empty for an API key
 */
export function credentialsOf(scheme: string, given: string): { scheme: string; token: string } {
  const space = given.indexOf(' ');
  return space < 0 ? { scheme, token: given } : { scheme: given.slice(0, space + 1), token: given.slice(space + 1) };
}

/** The secret part alone. */
export function bareToken(given: string): string {
  return credentialsOf('', given).token;
}
