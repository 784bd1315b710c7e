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
}

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
