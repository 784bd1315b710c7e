// Failures of the token endpoint: OAuth's error code, and the API's code in the description (RFC 6749, 5.2).

const ERRORS = {
  'PR400-AN-0001': ['unsupported_grant_type', 'Unsupported grant type.'],
  'PR400-AN-0002': ['invalid_request', 'Invalid p_target.'],
  'PR400-AN-0003': ['invalid_client', 'Failed to parse client secret.'],
  'PR400-AN-0004': ['invalid_client', 'Client secret is expired and invalid.'],
  'PR400-AN-0005': ['invalid_client', 'Client secret dsig is invalid.'],
  'PR400-AN-0006': ['invalid_client', 'Client secret issuer does not match the client_id.'],
  'PR400-AN-0007': ['invalid_client', 'Client secret target is wrong.'],
  'PR400-AN-0008': ['invalid_grant', 'Trans-Cell access can not represent owner.'],
  'PR400-AN-0009': ['invalid_grant', 'Token parse error.'],
  'PR400-AN-0010': ['invalid_grant', 'Token expired or invalid.'],
  'PR400-AN-0011': ['invalid_grant', 'Token dsig is invalid.'],
  'PR400-AN-0012': ['invalid_grant', 'Token target is wrong. target=[{0}]'],
  'PR400-AN-0013': ['invalid_grant', 'Not a refresh token.'],
  'PR400-AN-0014': ['invalid_grant', 'Not allowed to represent owner.'],
  'PR400-AN-0016': ['invalid_request', 'Required parameter [{0}] missing.'],
  'PR400-AN-0017': ['invalid_grant', 'Authentication failed.'],
  'PR400-AN-0018': ['invalid_client', 'Authorization header is invalid.'],
  'PR400-AN-0019': ['invalid_grant', 'Invalid grant code.'],
  'PR400-AN-0020': ['invalid_client', 'Client mismatch for refresh token. [{0}]'],
  'PR400-AN-0021': ['invalid_client', 'Client Authentication is required.'],
  'PR400-AN-0022': ['invalid_client', 'Invalid Client Assertion Type. Acceptable Value is [{0}].'],
  'PR401-AN-0023': ['invalid_grant', 'The password should be changed.'],
  'PR400-AN-0031': ['invalid_grant', 'OpenID Connect Authentication failed.'],
  'PR400-AU-0002': ['invalid_request', 'Request parameter is invalid [{0}].'],
} as const;

export class GrantError extends Error {
  readonly status: number;
  body: Record<string, string | number | null>;

  constructor(
    readonly code: keyof typeof ERRORS,
    parameter = '',
  ) {
    const [error, text] = ERRORS[code];
    const description = `[${code}] - ${text.replace('{0}', () => parameter)}`;
    super(description);
    this.status = Number(code.slice(2, 5));
    this.body = { error, error_description: description };
  }

  /** More for the body. */
  with(more: Record<string, string | number | null>): this {
    this.body = { ...this.body, ...more };
    return this;
  }
}
