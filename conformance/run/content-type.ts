// The Content-Type of a case: what the command says, else what its author meant, else (pasted) what curl would send.
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { HttpRequest } from '../send/http.js';

const CURL_DEFAULT = 'application/x-www-form-urlencoded';
const isType = (name: string): boolean => name.toLowerCase() === 'content-type';

export function contentType(
  { untyped }: Pick<Case, 'untyped'>,
  request: { headers: Record<string, string>; body?: string },
  operation: Operation,
  pasted: boolean,
): Record<string, string> {
  if (request.body === undefined) return request.headers;
  const given = Object.entries(request.headers);
  if (untyped) return Object.fromEntries(given.filter(([name]) => !isType(name)));
  if (given.some(([name]) => isType(name))) return request.headers;
  const media = operation.op.body?.content[0]?.type;
  return { ...request.headers, 'Content-Type': pasted ? CURL_DEFAULT : (media ?? CURL_DEFAULT) };
}

/** The fields of a form as members of an object. */
function formAsJson(request: HttpRequest): HttpRequest {
  return { ...request, body: JSON.stringify(Object.fromEntries(new URLSearchParams(request.body))) };
}

/** As a case wants its body. */
export function laidOut({ formAsJson: asJson, padding }: Case, request: HttpRequest): HttpRequest {
  const laid = asJson ? formAsJson(request) : request;
  return padding && laid.body !== undefined ? { ...laid, body: laid.body + ' '.repeat(padding) } : laid;
}
