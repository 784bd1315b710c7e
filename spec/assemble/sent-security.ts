// What commands authenticate with, where no table documents it: a bearer token, basic credentials, or a header of the API's own.
import type { CaseExtension, Placeholder } from '../contract/docproof.js';
import type { Json } from './components.js';
import { camel } from './names.js';

/** Security schemes by name that the commands of an operation use; a token header is one that the profile's placeholders name. */
export function sentSecurity(
  cases: readonly CaseExtension[],
  placeholders: readonly Placeholder[],
): Record<string, Json> {
  const out: Record<string, Json> = {};
  const tokens = placeholders.filter((p) => p.in === 'header' && p.means === 'token').map((p) => p.name.toLowerCase());
  for (const { request } of cases)
    for (const [name, value] of Object.entries(request.headers)) {
      const isAuthorization = name.toLowerCase() === 'authorization';
      if (isAuthorization && /^\S+$/.test(value.trim()) && !/^(?:basic|bearer)$/i.test(value.trim()))
        // A credential without the scheme that RFC 9110, section 11.6.2, has in front of it.
        out['authorization'] = { type: 'apiKey', in: 'header', name };
      else if (isAuthorization) {
        const scheme = /^basic\b/i.test(value) ? 'basic' : 'bearer';
        out[scheme] = { type: 'http', scheme };
      } else if (tokens.includes(name.toLowerCase()))
        out[camel(name.split(/[^A-Za-z0-9]+/).filter(Boolean))] = { type: 'apiKey', in: 'header', name };
    }
  return out;
}
