// Keys by which a server tells a request that comes again from another one (draft-ietf-httpapi-idempotency-key-header): what a
// sample shows would make every request the same.
import { randomUUID } from 'node:crypto';
import type { Schema } from '../../spec/contract/api.js';
import { patternTest } from '../../spec/contract/pattern.js';
import { fittingText } from '../../spec/fitting/fitting-text.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isRequestKey } from '../plan/request-keys.js';
import type { Operation } from '../plan/resources.js';
import type { HttpRequest } from '../send/http.js';

/**
 * The request with a key of its own wherever it has one.
 *
 * @param verbatim headers that are sent as they are
 */
export function withOwnKey(
  request: HttpRequest,
  { api, op }: Operation,
  verbatim: readonly string[] = [],
): HttpRequest {
  const names = Object.keys(request.headers).filter((name) => isRequestKey(name) && !verbatim.includes(name));
  if (names.length === 0) return request;
  const headers = { ...request.headers };
  for (const name of names) {
    const documented = op.parameters.find((p) => p.in === 'header' && p.name.toLowerCase() === name.toLowerCase());
    headers[name] = ownKey(documented ? mergedSchema(api, documented.schema) : {}) ?? (headers[name] as string);
  }
  return { ...request, headers };
}

function ownKey({ minLength, maxLength, pattern, enum: listed }: Schema): string | undefined {
  if (listed) return undefined;
  const uuid = randomUUID();
  const fits = (text: string): boolean =>
    text.length >= (minLength ?? 0) &&
    text.length <= (maxLength ?? text.length) &&
    (typeof pattern !== 'string' || patternTest(pattern)?.(text) === true);
  const short = uuid.replaceAll('-', '').slice(0, maxLength);
  return [uuid, short].find(fits) ?? fittingText({ pattern, minLength, maxLength }, uuid);
}
