// Proxies: which one the environment asks for, and the tunnel through it that TLS needs.
import http from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import { isLoopback } from './loopback.js';
import { NoAnswer } from './no-answer.js';
import { describeTls } from './tls-errors.js';

/** The proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY ask for, as a URL; never for loopback. */
export function proxyFor(origin: string, env: Record<string, string | undefined>): string | undefined {
  const url = new URL(origin);
  if (isLoopback(url.hostname)) return undefined;
  const get = (name: string): string | undefined => env[name] || env[name.toUpperCase()] || undefined;
  const proxy = get(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? get('all_proxy');
  if (proxy === undefined || exempt(url, get('no_proxy') ?? '')) return undefined;
  return /^[a-z][a-z\d+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}

/** `host`, `.host` and `*.host` cover the host and all below it; with a port that port only; `*` covers everything. */
function exempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, host = '', only] = /^\*?\.?(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const covered = url.hostname === host || url.hostname.endsWith(`.${host}`);
    return host !== '' && covered && (only === undefined || only === port);
  });
}

/** `Proxy-Authorization` for the user in a proxy's URL (RFC 9110, section 11.7.2). */
export function proxyHeaders(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(user).toString('base64')}` };
}

/** What 407 means: it comes from the proxy alone, which has sent nothing on (RFC 9110, section 15.5.8). */
export function wantsUser({ protocol, host }: URL): string {
  return `the proxy ${host} asks who sends this, with 407: write its URL as ${protocol}//USER:PASSWORD@${host}`;
}

export interface TlsOptions {
  ca?: string;
  cert?: string;
  key?: string;
  rejectUnauthorized: boolean;
}

type Connect = (options: unknown, callback: (...outcome: [null, Socket] | [Error, null]) => void) => void;

/** Opens connections to one origin through CONNECT (RFC 9110, section 9.3.6), one at each call. */
export function tunnelTo(target: URL, proxy: URL, tls: TlsOptions, timeout: number): Connect {
  return (_, callback) => {
    open(target, proxy, tls, timeout).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

function open({ hostname, port, origin }: URL, proxy: URL, tls: TlsOptions, timeout: number): Promise<Socket> {
  const authority = `${hostname}:${port || 443}`;
  const send = proxy.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = send({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...proxyHeaders(proxy) },
      agent: false,
      timeout,
    });
    const fail = (error: Error, code: string): void => reject(new NoAnswer(error.message, code));
    const refuse = (status: number | undefined): void =>
      fail(
        new Error(
          status === 407
            ? wantsUser(proxy)
            : `the proxy ${proxy.host} refused to connect to ${authority} with ${status}`,
        ),
        'PROXY',
      );
    request.on('connect', (response, socket) => {
      if (response.statusCode !== 200) {
        socket.destroy();
        return refuse(response.statusCode);
      }
      const host = hostname.replace(/^\[|\]$/g, '');
      const inner = connect({ socket, host, ...(isIP(host) ? {} : { servername: host }), ...tls }, () =>
        resolve(inner),
      );
      inner.once('error', (error: NodeJS.ErrnoException) =>
        fail(new Error(describeTls(error, origin) ?? error.message), 'TLS'),
      );
    });
    request.on('response', (response) => {
      response.destroy();
      refuse(response.statusCode);
    });
    request.on('timeout', () => request.destroy(new Error('it does not answer')));
    request.on('error', (error) => fail(new Error(`the proxy ${proxy.host}: ${error.message}`), 'PROXY'));
    request.end();
  });
}
