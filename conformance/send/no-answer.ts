// A request that got no complete answer, and whether it can have had an effect.

/** The target is down, cut the line, or is too slow. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }

  /** The request never got there: nothing can have come of it. */
  get neverSent(): boolean {
    return NEVER_SENT.has(this.code);
  }

  /** An answer began to come, which is not what HTTP calls one. */
  get begun(): boolean {
    return BEGUN.has(this.code);
  }

  /** What came is no HTTP: somebody answered, whoever that is. */
  get garbled(): boolean {
    return this.code === 'GARBLED';
  }

  /** The connection ended too soon: the server's doing, or anybody's on the way. */
  get broken(): boolean {
    return BROKEN.has(this.code);
  }
}

/** The beginning of an answer came: whoever sent it is there. */
const BEGUN = new Set(['CUT', 'CODING', 'FRAMING', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_HEADERS_OVERFLOW']);

/** The connection ended before its answer did. */
const BROKEN = new Set(['CUT', 'UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECT',
  'PROXY',
  'TLS',
  'FOREIGN_ORIGIN',
  'UNSENDABLE',
  'UND_ERR_CONNECT_TIMEOUT',
]);
