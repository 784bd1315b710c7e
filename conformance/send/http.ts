// Sends requests over keep-alive connections: bounded bodies, timeouts, the target's origin only, proxies, TLS options.
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { AbortWatch } from './abort-watch.js';
import { decoded } from './content-coding.js';
import { NoAnswer } from './no-answer.js';
import { proxyHeaders, TunnelAgent } from './proxy.js';
import { describeTls } from './tls-errors.js';

export { NoAnswer } from './no-answer.js';

export interface HttpRequest {
  method: string;
  /** Absolute. */
  url: string;
  headers: Record<string, string>;
  body?: string;
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
  const module = firstHop(options).startsWith('https:') ? https : http;
  const url = new URL(options.origin);
  const plainProxy = options.proxy && url.protocol === 'http:' ? new URL(options.proxy) : undefined;
  const agent = agentFor(options);
  const line: Line = {
    module,
    agent,
    url,
    hostname: (plainProxy ?? url).hostname.replace(/^\[|\]$/g, ''),
    plainProxy,
    options,
    aborts: new AbortWatch(),
  };
  return {
    async send(request, signal) {
      if (!isBelow(options.origin, request.url)) {
        const foreign = new URL(request.url);
        if (foreign.origin !== options.origin)
          throw new NoAnswer(`${foreign.origin} is not the target`, 'FOREIGN_ORIGIN');
      }
      return exchange(line, request, signal);
    },
    close: () => agent.destroy(),
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
  module: typeof http | typeof https;
  agent: http.Agent;
  /** Of the origin. */
  url: URL;
  /** Who is connected to, the proxy where there is one; without the brackets of an IPv6 address. */
  hostname: string;
  plainProxy: URL | undefined;
  options: HttpOptions;
  aborts: AbortWatch;
}

/** Who the connection is made to: the proxy for http, the target (through a tunnel, where there is a proxy) for https. */
function firstHop({ origin, proxy }: HttpOptions): string {
  return origin.startsWith('https:') ? origin : (proxy ?? origin);
}

function agentFor({ origin, connections, proxy, tls = {}, timeout }: HttpOptions): http.Agent {
  const pool = { keepAlive: true, maxSockets: connections, scheduling: 'lifo' as const };
  if (!origin.startsWith('https:')) return proxy?.startsWith('https:') ? new https.Agent(pool) : new http.Agent(pool);
  const { insecure, ...given } = tls;
  const checks = { ...given, rejectUnauthorized: !insecure };
  if (proxy === undefined) return new https.Agent({ ...pool, ...checks });
  return new TunnelAgent(new URL(proxy), new URL(origin), checks, { ...pool, timeout });
}

function exchange(
  { module, agent, url, hostname, plainProxy, options, aborts }: Line,
  request: HttpRequest,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers: Record<string, string | number> = { 'User-Agent': options.userAgent, ...request.headers };
    // As a string the body goes out in one write with the headers.
    if (request.body !== undefined) headers['Content-Length'] = Buffer.byteLength(request.body, 'utf8');
    if (plainProxy) Object.assign(headers, { Host: url.host, ...proxyHeaders(plainProxy) });
    const outgoing = module.request({
      method: request.method,
      protocol: (plainProxy ?? url).protocol,
      hostname,
      port: plainProxy?.port ?? url.port,
      path: plainProxy ? request.url : request.url.slice(url.origin.length) || '/',
      headers,
      agent,
    });
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      clearTimeout(timer);
      release();
    };
    const fail = (message: string, code: string): void => {
      stop();
      reject(new NoAnswer(message, code));
      outgoing.destroy();
    };
    const release = aborts.on(signal, () => fail('stopped', 'ABORTED'));
    let connected = false;
    outgoing.on('socket', (socket: Socket) => {
      if (socket.connecting) socket.once(module === https ? 'secureConnect' : 'connect', () => (connected = true));
      else connected = true;
    });
    const tooLate = (): void => {
      const within = `within ${options.timeout / 1000} s`;
      if (connected) fail(`no complete answer ${within}`, 'TIMEOUT');
      else fail(`no connection to ${url.origin} ${within}`, 'CONNECT');
    };
    timer = setTimeout(tooLate, options.timeout);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const tls = url.protocol === 'https:' ? describeTls(error, url.origin, connected) : undefined;
      if (tls === undefined) fail(describe(error, url), error.code ?? 'ERROR');
      else fail(tls, 'TLS');
    });
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      let kept = 0;
      const finish = (cut: boolean): void => {
        stop();
        const body = decoded(chunks, cut ? undefined : incoming.headers['content-encoding'], options.maxBody);
        if (body === undefined) {
          fail(`the body is not ${incoming.headers['content-encoding']}, as it says, or too long`, 'CODING');
          return;
        }
        resolve({
          status: incoming.statusCode ?? 0,
          statusText: incoming.statusMessage ?? '',
          headers: pairs(incoming.rawHeaders),
          body: body.toString('utf8'),
          bytes,
          cut,
          ms: performance.now() - started,
        });
      };
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (kept + chunk.length <= options.maxBody) {
          chunks.push(chunk);
          kept += chunk.length;
          return;
        }
        chunks.push(chunk.subarray(0, options.maxBody - kept));
        finish(true);
        outgoing.destroy();
      });
      incoming.on('end', () => finish(false));
      incoming.on('aborted', () => fail('the answer was cut off before its end', 'CUT'));
      incoming.on('error', (error: NodeJS.ErrnoException) => fail(describe(error, url), error.code ?? 'ERROR'));
    });
    outgoing.end(request.body, 'utf8');
  });
}

function pairs(raw: string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) found.push([raw[i] as string, raw[i + 1] as string]);
  return found;
}

function describe(error: NodeJS.ErrnoException, url: URL): string {
  if (error.code === 'ECONNREFUSED') return `nothing listens at ${url.origin}`;
  if (error.code === 'ENOTFOUND') return `the host ${url.hostname} is not known`;
  if (error.code === 'ECONNRESET') return 'the server closed the connection without an answer';
  if (error.code?.startsWith('HPE_')) return `the answer is not HTTP: ${error.message}`;
  return error.message;
}
