// Sends with manners: a rate, Retry-After honoured, redirects followed only inside the origin; counts what it sends.
import { SAFE_METHODS } from '../plan/safe-methods.js';
import { headerOf } from './header.js';
import type { HttpAnswer, HttpRequest, Sender } from './http.js';

export interface CourierOptions {
  /** Requests per second; 0 is no limit. */
  rate: number;
  /** Longest wait that a Retry-After may ask for, in seconds. */
  patience: number;
  /** Waits; the edge gives the real clock. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds, monotonic. */
  now: () => number;
}

export interface Courier {
  /**
   * @param follow redirects inside the origin are followed (not where the documents promise a redirect)
   * @param expected statuses that are an answer, not a plea to come back later
   */
  send(
    request: HttpRequest,
    options?: { follow?: boolean | undefined; expected?: number[] | undefined; signal?: AbortSignal | undefined },
  ): Promise<HttpAnswer>;
  sent(): number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TRIES = 4;
const HOPS = 5;
/** Seconds to the next try after a 503 that does not say when to come back: it may be over soon (RFC 9110, section 15.6.4). */
const UNTOLD = [0.25, 0.5, 1];
/** So many requests with a 503 to the last, and it is the answer. */
const IN_VAIN = 5;

export function openCourier(sender: Sender, options: CourierOptions): Courier {
  let sent = 0;
  let nextSlot = 0;
  let inVain = 0;
  let helped = false;
  const untold = (answer: HttpAnswer, tries: number): number | undefined =>
    answer.status === 503 && inVain < IN_VAIN ? UNTOLD[tries - 1] : undefined;
  const slot = async (signal?: AbortSignal): Promise<void> => {
    const now = options.now();
    const at = Math.max(now, nextSlot);
    nextSlot = at + 1000 / options.rate;
    if (at > now) await options.sleep(at - now, signal);
  };
  return {
    async send(request, { follow = true, expected = [], signal } = {}) {
      let current = request;
      let hops = 0;
      let tries = 0;
      for (;;) {
        if (options.rate > 0) await slot(signal);
        sent++;
        const answer = await sender.send(current, signal);
        const open = ++tries < TRIES && !expected.includes(answer.status);
        const wait = open ? (retryAfter(answer) ?? untold(answer, tries)) : undefined;
        if (wait !== undefined && wait <= options.patience) {
          await options.sleep(wait * 1000, signal);
          continue;
        }
        if (answer.status === 503 && tries > 1) inVain++;
        else if (tries > 1) [inVain, helped] = [0, true];
        if (answer.status === 503 && helped) return { ...answer, busy: true };
        const next = follow && hops < HOPS ? redirected(current, answer) : undefined;
        if (!next) return answer;
        current = next;
        hops++;
        tries = 0;
      }
    },
    sent: () => sent,
  };
}

/** Seconds that a 429 or 503 asks to wait (RFC 9110, section 10.2.3); a date counts from the answer's own, by its server's clock. */
function retryAfter(answer: HttpAnswer): number | undefined {
  if (answer.status !== 429 && answer.status !== 503) return undefined;
  const value = headerOf(answer.headers, 'retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value);
  const wait = (Date.parse(value) - Date.parse(headerOf(answer.headers, 'date') ?? '')) / 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** The read that a redirect inside the same origin asks for; other origins get nothing, and writes are not re-sent. */
function redirected(request: HttpRequest, answer: HttpAnswer): HttpRequest | undefined {
  if (!REDIRECTS.has(answer.status) || !SAFE_METHODS.has(request.method)) return undefined;
  const location = headerOf(answer.headers, 'location');
  if (location === undefined || !URL.canParse(location, request.url)) return undefined;
  const url = new URL(location, request.url);
  if (url.origin !== new URL(request.url).origin) return undefined;
  return { ...request, url: url.href };
}
