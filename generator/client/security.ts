// What an operation of the client knows of its credentials (OpenAPI 3.2, sections 4.27 and 4.30).
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import type { SecurityScheme } from '../../templates/client/runtime/credentials.js';
import { valueLiteral } from '../typescript/literal.js';

/** `true` where a bearer token is all that can be needed; else the ways to send credentials, as source. */
export function securedCode(api: Api, operation: ApiOperation): string {
  const ways = operation.security.map((names) => names.flatMap((name) => schemeOf(api, name)));
  const isBearerOnly = ways.flat().every((one) => one.in === 'bearer');
  if (!isBearerOnly) return valueLiteral(ways, 4, 13);
  const isDocumented = (operation.docs.headers ?? []).some((h) => h.name.toLowerCase() === 'authorization');
  return String(ways.flat().length > 0 || isDocumented);
}

/** None for what no request carries: a client's certificate, a scheme that is not described. */
function schemeOf(api: Api, name: string): SecurityScheme[] {
  const found = api.securitySchemes[name];
  if (found === undefined || found.type === 'mutualTLS') return [];
  if (found.type === 'apiKey') {
    const place = (['header', 'query', 'cookie'] as const).find((one) => one === found.in);
    return place === undefined ? [] : [{ scheme: name, in: place, name: found.name ?? name }];
  }
  return [{ scheme: name, in: found.scheme?.toLowerCase() === 'basic' ? 'basic' : 'bearer' }];
}
