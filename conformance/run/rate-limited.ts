// An answer that says nothing but that there were too many requests (RFC 6585, section 4): no promise was kept or broken.
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';

const REMEDY = 'the server limits the rate of requests: run again with --rate N, requests per second';

/** How a status reads in a reason; a 429 with what to do about it. */
export function describeStatus(status: number): string {
  return status === 429 ? `429, ${REMEDY}` : String(status);
}

/** A request was put off even after the waits that the answers asked for. */
export class RateLimited extends Error {
  constructor(status: number) {
    super(`the server answered ${status}, ${REMEDY}`);
  }
}

/** Too many requests, or too many at the moment: a 503 that says when to come back, or after which others were answered (RFC 9110, section 15.6.4). */
export function isPutOff({ status, headers, busy }: HttpAnswer): boolean {
  return status === 429 || (status === 503 && (busy === true || headerOf(headers, 'retry-after') !== undefined));
}
