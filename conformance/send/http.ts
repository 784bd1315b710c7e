// Sends requests over keep-alive connections: bounded bodies, timeouts, the target's origin only, proxies, TLS options.
import type { Dispatcher, Pool as UndiciPool } from 'undici';
// Not by the package's front door: that also loads fetch, caches and WebSocket, which no request here needs.
import Pool from 'undici/lib/dispatcher/pool.js';
import { AbortWatch } from './abort-watch.js';
import { decoded } from './content-coding.js';
import { headerOf, pairs } from './header.js';
import { NoAnswer } from './no-answer.js';
import { proxyHeaders, type TlsOptions, tunnelTo, wantsUser } from './proxy.js';
import { describeTls, refusal, speaksTls, wantsTls } from './tls-errors.js';
import { describe, ENDED, isNotHttp, LENGTH, NO_BODY, NOT_SENDABLE } from './transport-errors.js';

export { NoAnswer } from './no-answer.js';

export interface HttpRequest {
  method: string;
  /** Absolute. */
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** The body as it is sent, where it is not a text. */
  bytes?: Buffer;
}

export interface HttpAnswer {
  status: number;
  statusText: string;
  headers: [name: string, value: string][];
  /** Decoded as UTF-8; at most `maxBody` bytes. */
  body: string;
  /** Bytes that came, the cut ones included. */
  bytes: number;
  /** Longer than `maxBody`: the rest was not read. */
  cut: boolean;
  ms: number;
  /** A 503 after all tries, of a server that answered other requests after a wait. */
  busy?: true;
}

export interface HttpOptions {
  /** Requests to any other origin are refused. */
  origin: string;
  connections: number;
  /** Milliseconds until an answer must be complete. */
  timeout: number;
  /** Bytes. */
  maxBody: number;
  /** PEM texts; `cert` and `key` say who we are, where the target asks. */
  tls?: { ca?: string; cert?: string; key?: string; insecure?: boolean };
  /** `http://proxy:3128`, where the environment says so. */
  proxy?: string;
  userAgent: string;
}

export interface Sender {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer>;
  close(): void;
}

/** Opens connections as needed, at most `connections` at a time, and keeps them. */
export function openSender(options: HttpOptions): Sender {
  const url = new URL(options.origin);
  const plainProxy = options.proxy && url.protocol === 'http:' ? new URL(options.proxy) : undefined;
  const { insecure, ...given } = options.tls ?? {};
  const checks: TlsOptions = { ...given, rejectUnauthorized: !insecure };
  const line: Line = {
    pool: poolFor(url, plainProxy, checks, options),
    checks,
    answered: false,
    url,
    origin: url.origin,
    proxied: plainProxy && { Host: url.host, ...proxyHeaders(plainProxy) },
    options,
    aborts: new AbortWatch(),
  };
  return {
    send(request, signal) {
      const { origin } = isBelow(options.origin, request.url) ? options : new URL(request.url);
      if (origin !== options.origin)
        return Promise.reject(new NoAnswer(`${origin} is not the target`, 'FOREIGN_ORIGIN'));
      return new Promise((resolve, reject) => new Exchange(line, request, signal, resolve, reject).start());
    },
    close: () => void line.pool.destroy(),
  };
}

/** An absolute URL that begins with an origin and goes on with its path or query is of that origin (RFC 3986, section 3.2). */
function isBelow(origin: string, url: string): boolean {
  return (
    url.startsWith(origin) && (url.length === origin.length || url[origin.length] === '/' || url[origin.length] === '?')
  );
}

/** What all requests of a sender share. */
interface Line {
  pool: UndiciPool;
  checks: TlsOptions;
  /** Something came back already. */
  answered: boolean;
  /** Of the origin. */
  url: URL;
  origin: string;
  /** What a request carries that goes to a proxy in its absolute form (RFC 9112, section 3.2.2). */
  proxied: Record<string, string> | undefined;
  options: HttpOptions;
  aborts: AbortWatch;
}

/** Connections to the proxy for http, to the target (through a tunnel, where there is a proxy) for https. */
function poolFor(url: URL, plainProxy: URL | undefined, checks: TlsOptions, options: HttpOptions): UndiciPool {
  const { connections, timeout, proxy } = options;
  const tunnel = proxy !== undefined && url.protocol === 'https:';
  // How long an answer may take is measured whole, by each exchange.
  return new Pool((plainProxy ?? url).origin, {
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_HEADERS,
    // A server may end what is idle at any time: better not to meet that with a request.
    keepAliveTimeout: IDLE,
    connect: tunnel ? tunnelTo(url, new URL(proxy), checks, timeout) : { ...checks, timeout },
  });
}

/** Bytes of an answer's header section: what browsers and curl read, too. */
const MAX_HEADERS = 256 * 1024;

/** Milliseconds that a connection waits for the next request, where the server does not say how long it may. */
const IDLE = 1_000;

/** What belongs to a connection is ours to say, not a document's (RFC 9110, section 7.6.1). */
const CONNECTION_HEADERS = /^(?:connection|keep-alive|transfer-encoding|upgrade|expect|te|trailer|content-length)$/i;

/** A server may leave the body of these where it is, and take it for the next request (RFC 9110, section 9.3). */
const UNEXPECTED_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** One request and what comes back. */
class Exchange implements Dispatcher.DispatchHandler {
  private readonly started = performance.now();
  private readonly timer: NodeJS.Timeout;
  private readonly release: () => void;
  private controller: Dispatcher.DispatchController | undefined;
  private settled = false;
  private status = 0;
  private statusText = '';
  private headers: [string, string][] = [];
  private readonly chunks: Buffer[] = [];
  private bytes = 0;
  private kept = 0;

  constructor(
    private readonly line: Line,
    private readonly request: HttpRequest,
    signal: AbortSignal | undefined,
    private readonly resolve: (answer: HttpAnswer) => void,
    private readonly reject: (error: NoAnswer) => void,
  ) {
    this.timer = setTimeout(() => this.tooLate(), line.options.timeout);
    this.release = line.aborts.on(signal, () => this.fail('stopped', 'ABORTED'));
  }

  start(): void {
    const { pool, origin, proxied, options } = this.line;
    const { method, url, body, bytes } = this.request;
    const headers: Record<string, string> = { 'User-Agent': options.userAgent };
    for (const name in this.request.headers)
      if (!CONNECTION_HEADERS.test(name)) headers[name] = this.request.headers[name] as string;
    const path = proxied ? url : url.slice(origin.length);
    pool.dispatch(
      {
        method: method as Dispatcher.HttpMethod,
        path: path.startsWith('?') || path === '' ? `/${path}` : path,
        headers: proxied ? Object.assign(headers, proxied) : headers,
        body: bytes ?? body ?? null,
        // The library ends the connection after a body with any method that it does not know to have one, such as MERGE.
        ...(UNEXPECTED_BODY.has(method) ? {} : { reset: false }),
      },
      this,
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.settled) controller.abort(new Error('stopped'));
    else this.controller = controller;
  }

  onResponseStart(
    { rawHeaders }: Dispatcher.DispatchController,
    status: number,
    _: unknown,
    statusText: string | undefined,
  ): void {
    if (status < 200) return;
    this.status = status;
    this.statusText = statusText ?? '';
    this.line.answered = true;
    this.headers = pairs(rawHeaders as Buffer[]);
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    const { maxBody } = this.line.options;
    this.bytes += chunk.length;
    if (this.kept + chunk.length <= maxBody) {
      this.chunks.push(chunk);
      this.kept += chunk.length;
      return;
    }
    this.chunks.push(chunk.subarray(0, maxBody - this.kept));
    this.finish(true);
    this.drop();
  }

  onResponseEnd(): void {
    this.finish(false);
  }

  onResponseError(_: unknown, error: NodeJS.ErrnoException): void {
    if (this.settled) return;
    if (error instanceof NoAnswer) this.settle(() => this.reject(error));
    // What has no body may say how long that would be (RFC 9110, section 8.6).
    else if (error.code === LENGTH && NO_BODY.has(this.status) && this.bytes === 0) this.finish(false);
    else void this.explain(error).then(({ message, code }) => this.fail(message, code));
  }

  private async explain(error: NodeJS.ErrnoException): Promise<{ message: string; code: string }> {
    const { url, checks, answered, options } = this.line;
    const { code = 'ERROR' } = error;
    const ended = ENDED.has(code);
    if (NOT_SENDABLE.has(code)) return { message: `it cannot be sent: ${error.message}`, code: 'UNSENDABLE' };
    if (ended && this.status !== 0) return { message: 'the answer was cut off before its end', code: 'CUT' };
    if (url.protocol === 'https:') {
      const tls = describeTls(error, url.origin, this.controller !== undefined);
      // A refusal of the client looks like an end, too: in TLS 1.3 it comes when the connection counts as made.
      const late = ended && !answered && options.proxy === undefined;
      const message = tls ?? (late ? await refusal(url, checks) : undefined);
      if (message !== undefined) return { message, code: 'TLS' };
    } else if (!answered && options.proxy === undefined && (ended || isNotHttp(error))) {
      const message = await speaksTls(url);
      if (message !== undefined) return { message, code: 'TLS' };
    }
    const spoken = this.status === 0 ? 'GARBLED' : 'FRAMING';
    return { message: describe(error, url), code: isNotHttp(error) ? spoken : code };
  }

  private tooLate(): void {
    const within = `within ${this.line.options.timeout / 1000} s`;
    if (this.controller) this.fail(`no complete answer ${within}`, 'TIMEOUT');
    else this.fail(`no connection to ${this.line.origin} ${within}`, 'CONNECT');
  }

  private finish(cut: boolean): void {
    const coding = cut ? undefined : headerOf(this.headers, 'content-encoding');
    const body = decoded(this.chunks, coding, this.line.options.maxBody);
    if (body === undefined) {
      this.fail(`the body is not ${coding}, as it says, or too long`, 'CODING');
      return;
    }
    const { status, statusText, headers, bytes } = this;
    const text = body.toString('utf8');
    const wanted = status === 400 ? wantsTls(this.line.url, text) : undefined;
    if (wanted !== undefined) {
      this.fail(wanted, 'TLS');
      return;
    }
    const { proxy } = this.line.options;
    if (status === 407 && this.line.proxied && proxy !== undefined) {
      this.fail(wantsUser(new URL(proxy)), 'PROXY');
      return;
    }
    const ms = performance.now() - this.started;
    const answer = { status, statusText, headers, body: text, bytes, cut, ms };
    // Looked at one turn later: what else came with it is read first, so that each next request goes out when it is ready.
    this.settle(() => setImmediate(this.resolve, answer));
  }

  private fail(message: string, code: string): void {
    this.settle(() => this.reject(new NoAnswer(message, code)));
    this.drop();
  }

  /** What comes first counts: later errors are those of a connection that nobody waits for. */
  private settle(tell: () => void): void {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.timer);
    this.release();
    tell();
  }

  private drop(): void {
    this.controller?.abort(new Error('nobody waits for the rest'));
  }
}
