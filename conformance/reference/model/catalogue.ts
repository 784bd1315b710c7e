// The errors of the API that this server can answer with: their texts by code. The status stands in the code.

const MESSAGES = {
  'PR400-OD-0001': 'JSON parse error.',
  'PR400-OD-0002': 'OData Query parse error.',
  'PR400-OD-0003': 'OData $filter Parse Error.',
  'PR400-OD-0004': 'OData EntityKey Parse error.',
  'PR400-OD-0005': '$format value [{0}] is invalid.',
  'PR400-OD-0006': 'request body format error. field [{0}]',
  'PR400-OD-0007': '[{0}]',
  'PR400-OD-0008': 'No such association.',
  'PR400-OD-0009': '[{0}] is required.',
  'PR400-OD-0010': 'Key for Navigation Property should not be specified in $links POST.',
  'PR400-OD-0011': 'Key for Navigation Property should be specified in $links.',
  'PR400-OD-0013': '$inlinecount value [{0}] is invalid.',
  'PR400-OD-0015': 'Odata $orderby parse error.',
  'PR400-OD-0016': 'Single key should not be null.',
  'PR400-OD-0017': 'OData $select Parse error.',
  'PR400-OD-0024': '[{0}] does not exist.',
  'PR400-OD-0026': 'OData $expand parse error.',
  'PR400-OD-0028': 'OData EntityKey for $links parse error.',
  'PR400-OD-0029': 'Query value [{0}]=[{1}] is invalid.',
  'PR400-OD-0041': 'Request header {0} value is invalid [{1}].',
  'PR400-OD-0043': 'Unsupported operator specified in query.',
  'PR400-OD-0044': 'Unsupported function specified in query.',
  'PR400-OD-0046': "Mismatched operand/argument is specified for ''{0}''.",
  'PR400-OD-0047': "Operand or argument for ''{0}'' has unsupported/invalid format.",
  'PR400-OD-0048': "Unable to parse operand or argument. ''{0}''",
  'PR400-OD-0049':
    '[{0}] field format error. Cell URL should be normalized URL with http(s) scheme and trailing slash.',
  'PR400-OD-0050':
    '[{0}] field format error. Schema URI should be either normalized URL with http(s) scheme and trailing slash, or URN.',
  'PR400-AU-0001': 'Password format is invalid.',
  'PR400-AU-0003': 'Personium credential required.',
  'PR400-DV-0003': 'Invalid depth header value:[{0}].',
  'PR400-DV-0004': 'Role not found.',
  'PR400-DV-0001': 'XML parse error.',
  'PR400-DV-0002': 'XML content error.',
  'PR401-AU-0001': 'Authorization required.',
  'PR401-AU-0002': 'Access token expired.',
  'PR401-AU-0003': 'Invalid authentication scheme.',
  'PR401-AU-0006': 'Token parse error.',
  'PR401-AU-0007': 'Can not access with refresh token.',
  'PR401-AU-0008': 'Token dsig error.',
  'PR401-AU-0009': 'Authentication failed.',
  'PR401-AU-0012': 'Can not access with password change access token.',
  'PR403-AU-0001': 'Unit user access required.',
  'PR403-AU-0002': 'Necessary privilege is lacking.',
  'PR404-OD-0000': 'Not found.',
  'PR404-OD-0001': 'No such entity set.',
  'PR404-OD-0002': 'No such entity.',
  'PR404-OD-0003': 'No such Navigation Property.',
  'PR404-MC-0001': 'URI is not recognized.',
  'PR405-MC-0001': 'Method not allowed.',
  'PR408-MC-0001': 'Request timeout in server.',
  'PR409-OD-0001': 'This entity has related data.',
  'PR409-OD-0002': 'Links exists already.',
  'PR409-OD-0003': 'The entity already exists.',
  'PR409-OD-0004': 'The entity already exists. [{0}]',
  'PR412-OD-0002': 'ETag does not match.',
  'PR415-OD-0001': 'Unsupported media type:[{0}].',
  'PR500-SV-0000': 'Unknown error.',
  'PR501-MC-0001': 'Method not implemented.',
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** A request that the API refuses: thrown by services, written by the HTTP layer. */
export class DomainError extends Error {
  readonly status: number;

  /** @param params take the places `{0}`, `{1}` of the documented text */
  constructor(
    readonly code: ErrorCode,
    ...params: string[]
  ) {
    super(MESSAGES[code].replace(/\{(\d)\}/g, (_, index) => params[Number(index)] ?? '').replaceAll("''", "'"));
    this.status = Number(code.slice(2, 5));
  }
}
