// Writes a handler's reply out: media type, headers, body.
import type { Outgoing, Reply } from './http.js';
import { essence, FORM, isJson } from './media-type.js';
import type { Route } from './route.js';

/** Statuses that never have a body (RFC 9110, 15). */
const BODILESS = new Set([101, 204, 205, 304]);

/** RFC 9110, 5.1 and 5.5. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The reply as it goes out; its media type is the first that `route` documents for the status, unless it names one.
 *
 * @throws TypeError, RangeError for what no server could send: better here than in the middle of an answer
 */
export function writeReply(reply: Reply, route?: Route): Outgoing {
  const outgoing = written(reply, route);
  if (!Number.isInteger(outgoing.status) || outgoing.status < 200 || outgoing.status > 599)
    throw new RangeError(`${outgoing.status} is no status of a reply`);
  for (const [name, value] of outgoing.headers)
    if (!HEADER_NAME.test(name) || !HEADER_VALUE.test(value))
      throw new TypeError(`the header ${JSON.stringify(name)} can not be sent: ${JSON.stringify(value)}`);
  return outgoing;
}

function written(reply: Reply, route: Route | undefined): Outgoing {
  const headers: [string, string][] = [];
  let contentType = reply.contentType;
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    if (value === undefined) continue;
    if (name.toLowerCase() === 'content-type') contentType ??= String(value);
    else for (const one of [value].flat()) headers.push([name, String(one)]);
  }
  if (reply.body === undefined || BODILESS.has(reply.status)) {
    if (contentType !== undefined) headers.push(['content-type', contentType]);
    return { status: reply.status, headers, body: null };
  }
  contentType ??= documentedType(reply, route) ?? plainType(reply.body);
  headers.push(['content-type', contentType]);
  return { status: reply.status, headers, body: writeBody(reply.body, contentType) };
}

/** The first type that is documented for the status; of a value, the first of JSON where there is one. */
function documentedType({ status, body }: Reply, route: Route | undefined): string | undefined {
  const responses = route?.responses ?? {};
  const all = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
  const types = all?.filter((type) => !type.includes('*')) ?? [];
  const isValue = typeof body === 'object' && !isBytes(body);
  return (isValue ? types.find(isJson) : undefined) ?? types[0];
}

function plainType(body: unknown): string {
  if (typeof body === 'string') return 'text/plain; charset=utf-8';
  return isBytes(body) ? 'application/octet-stream' : 'application/json';
}

function isBytes(body: unknown): body is Uint8Array | ReadableStream<Uint8Array> {
  return body instanceof Uint8Array || body instanceof ReadableStream;
}

function writeBody(body: unknown, contentType: string): Outgoing['body'] {
  if (isBytes(body)) return body;
  if (isJson(contentType) || typeof body !== 'string') {
    if (essence(contentType) === FORM) return new URLSearchParams(body as Record<string, string>).toString();
    return JSON.stringify(body) ?? null;
  }
  return body;
}
