// What carries the credential of an operation: a header, a cookie, or a parameter of the query (OpenAPI, Security Scheme Object).
import type { Api } from '../../../spec/contract/api.js';
import type { Carrier, Operation } from '../../plan/resources.js';
import type { HttpRequest } from '../../send/http.js';

type Scheme = Api['securitySchemes'][string];

/** Of several ways to prove who asks, the first that a token in a header is enough for, else in another place. */
export function carrierOf(operation: Operation): Carrier {
  operation.credential ??= findCarrier(operation);
  return operation.credential;
}

const BEARER: Carrier = { name: 'Authorization', scheme: 'Bearer ' };

function findCarrier({ api: { securitySchemes }, op: { security } }: Operation): Carrier {
  const ways = security.length > 0 ? security : Object.keys(securitySchemes).map((id) => [id]);
  const schemes = ways.flatMap(([id, another]) => {
    const scheme = id !== undefined && another === undefined ? securitySchemes[id] : undefined;
    return scheme ? [scheme] : [];
  });
  const [carrier] = [...schemes.map(inHeader), ...schemes.map(elsewhere)].filter((found) => found !== undefined);
  return carrier ?? BEARER;
}

function inHeader({ type, scheme, in: place, name, description }: Scheme): Carrier | undefined {
  if (type === 'apiKey')
    return place === 'header' && name ? { name, scheme: wordBefore(name, description) } : undefined;
  return type === 'http' && scheme?.toLowerCase() === 'basic' ? { name: 'Authorization', scheme: 'Basic ' } : BEARER;
}

/** `required prefix "Token"`, `Format: Token <key>`, `Token xxxxx`: what stands before a key, where OpenAPI has no other place to say it. */
function wordBefore(name: string, description = ''): string {
  if (name.toLowerCase() !== 'authorization') return '';
  const [, prefix, shown] =
    /\bprefix(?: with| is| of)?:? ["'`]?([A-Za-z][\w-]{1,20})\b|\b([A-Z][\w-]{1,20}) ?(?:[<{[]\w|xxx|eyJ)/.exec(
      description,
    ) ?? [];
  const word = prefix ?? shown;
  return word === undefined ? '' : `${word} `;
}

function elsewhere({ type, in: place, name }: Scheme): Carrier | undefined {
  if (type !== 'apiKey' || !name) return undefined;
  if (place === 'cookie') return { name: 'Cookie', scheme: `${name}=` };
  return place === 'query' ? { name, scheme: '', in: 'query' } : undefined;
}

/** The request with a credential, which stands where the operation wants it. */
export function carriedBy({ name, in: place }: Carrier, credential: string, request: HttpRequest): HttpRequest {
  if (place !== 'query') return { ...request, headers: { ...request.headers, [name]: credential } };
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(credential)}`;
  return { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}${pair}` };
}
