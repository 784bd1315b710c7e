// The line to a target: its own origin only, proxies as the environment says, bounded in time and size.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isLoopback, openSender, proxyFor } from './http.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handler: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handler as never);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const options = { connections: 2, timeout: 500, maxBody: 1000, userAgent: 'test' };

describe('openSender', () => {
  it('keeps connections and sends what it is given, to the byte', async () => {
    const seen: string[] = [];
    const sockets = new Set();
    const origin = await listen((request, response) => {
      sockets.add(request.socket);
      seen.push(`${request.method} ${request.url}`);
      response.end('ok');
    });
    const sender = openSender({ ...options, origin });
    for (const path of ["/Tag(Name='t',_Folder.Name='f')/$links/_Page", '/a%20b?q=%27x%27'])
      await sender.send({ method: 'GET', url: origin + path, headers: {} });
    await sender.send({ method: 'MERGE', url: `${origin}/x`, headers: {}, body: '{}' });
    sender.close();
    expect(seen).toEqual(["GET /Tag(Name='t',_Folder.Name='f')/$links/_Page", 'GET /a%20b?q=%27x%27', 'MERGE /x']);
    expect(sockets.size).toBe(1);
  });

  it('refuses any other origin', async () => {
    const sender = openSender({ ...options, origin: 'http://127.0.0.1:1' });
    await expect(sender.send({ method: 'GET', url: 'http://127.0.0.1:2/', headers: {} })).rejects.toThrow(
      'is not the target',
    );
  });

  it.each([
    [
      'an answer that never ends',
      (response: { write(text: string): void }) => response.write('x'),
      /no complete answer within 0.5 s/,
    ],
    ['a connection that is cut', (response: { destroy(): void }) => response.destroy(), /closed the connection/],
  ])('%s is no answer', async (_name, act, message) => {
    const origin = await listen((_, response) => act(response as never));
    const sender = openSender({ ...options, origin });
    await expect(sender.send({ method: 'GET', url: `${origin}/`, headers: {} })).rejects.toThrow(message as RegExp);
    sender.close();
  });

  it('reads no more of a body than it may', async () => {
    const origin = await listen((_, response) => response.end('y'.repeat(50_000)));
    const sender = openSender({ ...options, origin });
    const answer = await sender.send({ method: 'GET', url: `${origin}/`, headers: {} });
    sender.close();
    expect([answer.cut, answer.body.length]).toEqual([true, 1000]);
  });

  it('goes through a proxy for http with the absolute form', async () => {
    const seen: (string | undefined)[] = [];
    const proxy = await listen((request, response) => {
      seen.push(request.url, request.headers.host);
      response.end();
    });
    const sender = openSender({ ...options, origin: 'http://unit1.example', proxy });
    await sender.send({ method: 'GET', url: 'http://unit1.example/x', headers: {} });
    sender.close();
    expect(seen).toEqual(['http://unit1.example/x', 'unit1.example']);
  });
});

describe('proxyFor', () => {
  const env = { http_proxy: 'http://p:1', HTTPS_PROXY: 'http://p:2', no_proxy: 'intern.example,.corp.example' };
  it.each([
    ['http://unit1.example', 'http://p:1'],
    ['https://unit1.example', 'http://p:2'],
    ['https://intern.example', undefined],
    ['https://a.intern.example', undefined],
    ['https://a.corp.example', undefined],
    ['http://127.0.0.1:80', undefined],
    ['http://localhost:80', undefined],
  ])('%s → %s', (origin, want) => expect(proxyFor(origin, env)).toBe(want));

  it('is none under NO_PROXY=*', () =>
    expect(proxyFor('http://unit1.example', { ...env, no_proxy: '*' })).toBeUndefined());
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['[::1]', true],
  ['127.0.0.1.example', false],
  ['unit1.example', false],
  ['10.0.0.1', false],
])('isLoopback(%s) is %s', (host, want) => expect(isLoopback(host)).toBe(want));
