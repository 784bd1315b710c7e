// Adapter for node:http and node:https: `createServer(nodeListener(server))`.
import type { Incoming, Outgoing } from '../http.js';
import type { Server } from '../server.js';

/** The part of node's IncomingMessage that is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  method?: string | undefined;
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  socket: object;
  httpVersionMajor?: number;
  readableEnded: boolean;
  destroyed: boolean;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
}

/** The part of node's ServerResponse that is used. */
export interface NodeResponse {
  statusCode: number;
  writableEnded: boolean;
  setHeader(name: string, value: string | string[]): unknown;
  write(chunk: Uint8Array): boolean;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  end(chunk?: string | Uint8Array): unknown;
  destroy(error?: Error): unknown;
}

/** A request listener for node's servers. Mount it before anything that reads bodies. */
export function nodeListener(server: Server): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    try {
      await writeNodeResponse(await server.answer(fromNodeRequest(request)), response);
    } catch (error) {
      response.destroy(error as Error);
    }
  };
}

/** What the core needs of node's request; `url` is its path where the request line has been rewritten. */
export function fromNodeRequest(request: NodeRequest, url: string = request.url ?? '/'): Incoming {
  const scheme = 'encrypted' in request.socket && request.socket.encrypted ? 'https' : 'http';
  const host = request.headers['host'] ?? 'localhost';
  const method = request.method ?? 'GET';
  // A body is announced in HTTP/1.1 (RFC 9112, 6.3), and in HTTP/2 may come unannounced.
  const { headers, httpVersionMajor = 1 } = request;
  const hasBody = 'content-length' in headers || 'transfer-encoding' in headers || httpVersionMajor > 1;
  return {
    method,
    url: url.startsWith('/') ? `${scheme}://${String(host)}${plainPath(url)}` : url,
    headers: {
      get: (name) => {
        const value = request.headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
      },
    },
    body: hasBody && method !== 'GET' && method !== 'HEAD' ? request : null,
    readAll: (limit) => readAll(request, limit),
  };
}

/** By events: iterating over node's streams takes several times as long. */
function readAll(request: NodeRequest, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const take = (chunk: Uint8Array): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off('data', take);
      chunks.length = 0;
      resolve(undefined);
    };
    const end = (): void => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    if (request.readableEnded) return end();
    const broken = (error?: Error): void => reject(error ?? new Error('the request ended before its body did'));
    if (request.destroyed) return broken();
    request.on('data', take);
    request.on('end', end);
    request.on('error', broken);
    request.on('close', broken);
  });
}

/** Takes dot segments out of a path, as the web's URL does for every other server. */
function plainPath(url: string): string {
  if (!/\/\.|\/%2e|\\/i.test(url)) return url;
  const { pathname, search } = new URL(url.replace(/^\/+/, '/'), 'http://localhost');
  return pathname + search;
}

/** Sends an answer through node's response. */
export async function writeNodeResponse({ status, headers, body }: Outgoing, response: NodeResponse): Promise<void> {
  response.statusCode = status;
  for (const [name, values] of grouped(headers))
    response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  if (body === null) return void response.end();
  if (typeof body === 'string' || body instanceof Uint8Array) return void response.end(body);
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>)
    if (!response.write(chunk))
      await new Promise<void>((resolve) => {
        response.once('drain', resolve);
        response.once('close', resolve);
      });
  response.end();
}

/** The values of each header, in order. */
export function grouped(headers: Outgoing['headers']): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of headers) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}
