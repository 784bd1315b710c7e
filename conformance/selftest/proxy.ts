// A proxy in front of a target that plays one fault. Loopback only; it counts the exchanges that the fault changed.
import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ApiOperation } from '../../spec/contract/api.js';
import type { Fault, Memory, ProxiedAnswer, ProxiedRequest } from './fault.js';

export interface FaultyServer {
  /** `http://127.0.0.1:PORT/` */
  url: string;
  /** How many exchanges the fault has changed so far. */
  changed(): number;
  close(): Promise<void>;
}

export type MatchOperation = (method: string, path: string) => ApiOperation | undefined;

const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Starts the proxy on a free loopback port.
 *
 * @param target base URL of the right server
 * @param match finds the operation of a request, so that faults speak of operations and not of names
 */
export async function startFaultyServer(target: string, fault: Fault, match: MatchOperation): Promise<FaultyServer> {
  const base = new URL(target);
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const memory: Memory = new Map();
  let changed = 0;

  const server = createServer((incoming, outgoing) => {
    play(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function play(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const asked = await received(incoming, match);
    const instead = fault.request?.(asked, memory);
    if (instead !== undefined) changed += 1;
    if (instead !== undefined && 'answer' in instead) return give(outgoing, instead.answer);
    const request = instead ?? asked;
    const answer = await forward(base, agent, request);
    const other = await fault.answer?.(answer, asked, memory, (own) => forward(base, agent, own));
    if (other !== undefined) changed += 1;
    return give(outgoing, other ?? answer);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base.pathname}`,
    changed: () => changed,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function received(incoming: IncomingMessage, match: MatchOperation): Promise<ProxiedRequest> {
  const method = incoming.method ?? 'GET';
  const path = incoming.url ?? '/';
  const operation = match(method, path);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
  const repeated = Object.values(incoming.headersDistinct).some((lines) => (lines?.length ?? 0) > 1)
    ? { lines: incoming.headersDistinct }
    : {};
  return { method, path, headers, body: await collect(incoming), ...repeated, ...(operation ? { operation } : {}) };
}

function forward(base: URL, agent: Agent, request: ProxiedRequest): Promise<ProxiedAnswer> {
  const send = base.protocol === 'https:' ? httpsRequest : httpRequest;
  // The Host stays the client's: URLs in answers must lead through the proxy, as behind any reverse proxy.
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]): [string, string | string[]][] => {
      const lines = request.lines?.[name] ?? [];
      return HOP_BY_HOP.includes(name) ? [] : [[name, lines.join(', ') === value ? lines : value]];
    }),
  );
  if (request.body.length > 0) headers['content-length'] = String(request.body.length);
  return new Promise((resolve, reject) => {
    const upstream = send(
      {
        hostname: base.hostname,
        port: base.port,
        method: request.method,
        path: request.path,
        headers,
        ...(base.protocol === 'https:' ? {} : { agent }),
      },
      (response) => {
        collect(response).then(
          (body) => resolve({ status: response.statusCode ?? 502, headers: answerHeaders(response), body }),
          reject,
        );
      },
    );
    upstream.on('error', reject);
    upstream.end(request.body);
  });
}

function answerHeaders(response: IncomingMessage): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined || HOP_BY_HOP.includes(name) ? [] : [[name, value]],
    ),
  );
}

async function collect(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function give(outgoing: ServerResponse, answer: ProxiedAnswer): Promise<void> {
  if (answer.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.delay).unref());
  const socket = outgoing.socket;
  if (answer.wire === 'reset') return void socket?.resetAndDestroy();
  if (answer.wire === 'stall') return;
  if (answer.wire === 'garbage') return void socket?.end('HTTP/1.1 2x4 Maybe\r\nno colon here\r\n\r\n');
  const headers = { ...answer.headers };
  if (answer.wire === 'short-length') headers['content-length'] = String(Math.max(0, answer.body.length - 5));
  else if (answer.status !== 204 && answer.status !== 304 && outgoing.req.method !== 'HEAD')
    headers['content-length'] ??= String(answer.body.length);
  if (answer.wire === 'cut' || answer.wire === 'short-length') {
    const head = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((v) => `${name}: ${v}\r\n`));
    socket?.write(`HTTP/1.1 ${answer.status} Cut\r\n${head.join('')}\r\n`);
    socket?.write(answer.wire === 'cut' ? answer.body.subarray(0, Math.floor(answer.body.length / 2)) : answer.body);
    return void socket?.end();
  }
  outgoing.writeHead(answer.status, headers);
  outgoing.end(answer.body);
}
