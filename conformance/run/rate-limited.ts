// An answer that says nothing but that there were too many requests (RFC 6585, section 4): no promise was kept or broken.

const REMEDY = 'the server limits the rate of requests: run again with --rate N, requests per second';

/** How a status reads in a reason; a 429 with what to do about it. */
export function describeStatus(status: number): string {
  return status === 429 ? `429, ${REMEDY}` : String(status);
}

/** A request got a 429 even after the waits that it asked for. */
export class RateLimited extends Error {
  constructor() {
    super(`the server answered ${describeStatus(429)}`);
  }
}
