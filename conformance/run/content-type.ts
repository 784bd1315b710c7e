// The Content-Type of a case: what the command says, else what its author meant, else (pasted) what curl would send.
import type { Operation } from '../plan/resources.js';
import type { HttpRequest } from '../send/http.js';

const CURL_DEFAULT = 'application/x-www-form-urlencoded';

export function contentType(
  request: { headers: Record<string, string>; body?: string },
  operation: Operation,
  pasted: boolean,
): Record<string, string> {
  if (request.body === undefined) return request.headers;
  if (Object.keys(request.headers).some((name) => name.toLowerCase() === 'content-type')) return request.headers;
  const media = operation.op.body?.content[0]?.type;
  return { ...request.headers, 'Content-Type': pasted ? CURL_DEFAULT : (media ?? CURL_DEFAULT) };
}

/** The fields of a form as members of an object. */
export function formAsJson(request: HttpRequest): HttpRequest {
  return { ...request, body: JSON.stringify(Object.fromEntries(new URLSearchParams(request.body))) };
}
