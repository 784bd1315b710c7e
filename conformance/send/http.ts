// Sends requests over keep-alive connections: bounded bodies, timeouts, the target's origin only, proxies, TLS options.
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { AbortWatch } from './abort-watch.js';
import { decoded } from './content-coding.js';

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
  tls?: { ca?: string; insecure?: boolean };
  /** `http://proxy:3128`, where the environment says so. */
  proxy?: string;
  userAgent: string;
}

/** A request that got no complete answer: the target is down, cut the line, or is too slow. */
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

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'PROXY', 'TLS', 'FOREIGN_ORIGIN']);

export interface Sender {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer>;
  close(): void;
}

/** Opens connections as needed, at most `connections` at a time, and keeps them. */
export function openSender(options: HttpOptions): Sender {
  const secure = options.origin.startsWith('https:');
  const module = secure ? https : http;
  const tls = { ...(options.tls?.ca ? { ca: options.tls.ca } : {}), rejectUnauthorized: !options.tls?.insecure };
  const agent = new module.Agent({
    keepAlive: true,
    maxSockets: options.connections,
    scheduling: 'lifo',
    ...(secure ? tls : {}),
  });
  const url = new URL(options.origin);
  const tunnel = options.proxy && secure ? options.proxy : undefined;
  const line: Line = {
    module,
    agent,
    url,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    plainProxy: options.proxy && !secure ? new URL(options.proxy) : undefined,
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
      const socket = tunnel ? await openTunnel(tunnel, url, tls, options.timeout) : undefined;
      return exchange(line, request, socket, signal);
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
  /** Without the brackets of an IPv6 address. */
  hostname: string;
  plainProxy: URL | undefined;
  options: HttpOptions;
  aborts: AbortWatch;
}

function exchange(
  { module, agent, url, hostname, plainProxy, options, aborts }: Line,
  request: HttpRequest,
  socket: Socket | undefined,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers: Record<string, string | number> = { 'User-Agent': options.userAgent, ...request.headers };
    // As a string the body goes out in one write with the headers.
    if (request.body !== undefined) headers['Content-Length'] = Buffer.byteLength(request.body, 'utf8');
    if (plainProxy) headers['Host'] = url.host;
    const outgoing = module.request({
      method: request.method,
      protocol: url.protocol,
      hostname: plainProxy?.hostname ?? hostname,
      port: plainProxy?.port ?? url.port,
      path: plainProxy ? request.url : request.url.slice(url.origin.length) || '/',
      headers,
      ...(socket ? { createConnection: () => socket, agent: false } : { agent }),
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
    timer = setTimeout(() => fail(`no complete answer within ${options.timeout / 1000} s`, 'TIMEOUT'), options.timeout);
    outgoing.on('error', (error: NodeJS.ErrnoException) => fail(describe(error, url), error.code ?? 'ERROR'));
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      let kept = 0;
      const finish = (cut: boolean): void => {
        stop();
        const body = decoded(chunks, cut ? undefined : incoming.headers['content-encoding'], options.maxBody);
        if (body === undefined) {
          fail(`the body is not ${incoming.headers['content-encoding']}, as it says`, 'CODING');
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

/** CONNECT through a proxy (RFC 9110, section 9.3.6), then TLS inside. */
async function openTunnel(proxy: string, url: URL, tls: object, timeout: number): Promise<Socket> {
  const { connect } = await import('node:tls');
  const via = new URL(proxy);
  const authority = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: via.hostname,
      port: via.port || 80,
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority },
      timeout,
    });
    request.on('connect', (response, socket) => {
      if (response.statusCode !== 200) {
        socket.destroy();
        reject(new NoAnswer(`the proxy refused the connection with ${response.statusCode}`, 'PROXY'));
        return;
      }
      const inner = connect({ socket, servername: url.hostname, ...tls }, () => resolve(inner));
      inner.once('error', (error) => reject(new NoAnswer(error.message, 'TLS')));
    });
    request.on('error', (error) => reject(new NoAnswer(`proxy: ${error.message}`, 'PROXY')));
    request.on('timeout', () => request.destroy(new Error('timed out')));
    request.end();
  });
}

/** The proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY ask for; never for loopback. */
export function proxyFor(origin: string, env: Record<string, string | undefined>): string | undefined {
  const url = new URL(origin);
  if (isLoopback(url.hostname)) return undefined;
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const proxy = env[name] ?? env[name.toUpperCase()];
  const exempt = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').split(',').map((host) => host.trim().replace(/^\*?\./, ''));
  const covered = exempt.some(
    (host) => host === '*' || (host && (url.hostname === host || url.hostname.endsWith(`.${host}`))),
  );
  return proxy && !covered ? proxy : undefined;
}

/** `localhost`, `127.x.x.x`, `[::1]`. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}
