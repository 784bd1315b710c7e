// What the HTTP library's errors say of a connection and of what came over it.

/** Codes for a connection that ended too soon. */
export const ENDED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
export const LENGTH = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
export const NO_BODY = new Set([204, 304]);
/** Codes of undici for a request that HTTP has no form for. */
export const NOT_SENDABLE = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

/** Something came over the connection, but it was no answer of HTTP. */
export function isNotHttp({ name }: Error): boolean {
  return name === 'HTTPParserError';
}

/** What a person needs to know of an error of the connection, without the name of a library. */
export function describe(error: NodeJS.ErrnoException, url: URL): string {
  if (error.code === 'ECONNREFUSED')
    return `nothing listens at ${url.origin}: is the server started, and the port right?`;
  if (error.code === 'ENOTFOUND') return `the host ${url.hostname} is not known: is its name right?`;
  if (error.code === 'UND_ERR_CONNECT_TIMEOUT')
    return `no connection to ${url.origin}: is it the right address, and open to this machine?`;
  if (ENDED.has(error.code ?? '')) return 'the server closed the connection without an answer';
  if (error.code === 'UND_ERR_HEADERS_OVERFLOW') return 'the headers of the answer are longer than any client reads';
  if (isNotHttp(error) || error.code === LENGTH) return `the answer is not HTTP: ${error.message}`;
  // What the library asserts of an answer that its parser lets pass: a status below 100, for one.
  if (error.code === 'ERR_ASSERTION') return 'the answer is not one that HTTP has';
  return error.message;
}
