// The line to a target: its own origin only, proxies as the environment says, bounded in time and size.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type NoAnswer, openSender } from './http.js';

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
    const sender = openSender({ ...options, connections: 1, origin });
    for (const path of ["/Tag(Name='t',_Folder.Name='f')/$links/_Page", '/a%20b?q=%27x%27'])
      await sender.send({ method: 'GET', url: origin + path, headers: {} });
    for (const method of ['PUT', 'MERGE', 'PATCH'])
      await sender.send({ method, url: `${origin}/x`, headers: {}, body: '{}' });
    await sender.send({ method: 'GET', url: `${origin}/y`, headers: {} });
    sender.close();
    expect(seen).toEqual([
      "GET /Tag(Name='t',_Folder.Name='f')/$links/_Page",
      'GET /a%20b?q=%27x%27',
      'PUT /x',
      'MERGE /x',
      'PATCH /x',
      'GET /y',
    ]);
    expect(sockets.size).toBe(1);
  });

  it.each([
    ['a 204 that says how long it would be', 'HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n', [204, '']],
    ['a 304 that says how long it would be', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 70\r\n\r\n', [304, '']],
    [
      'a hint before the answer',
      'HTTP/1.1 103 Early Hints\r\nX-A: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
      [200, 'ok'],
    ],
    ['a body that the end of the connection ends', 'HTTP/1.1 200 OK\r\n\r\nok', [200, 'ok']],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\nok', [200, 'ok']],
  ])('%s is an answer', async (_name, text, want) => {
    const origin = await listen((_, response) => response.socket?.end(text));
    const sender = openSender({ ...options, origin });
    const answer = await sender.send({ method: 'GET', url: `${origin}/`, headers: {} });
    sender.close();
    expect([answer.status, answer.body]).toEqual(want);
  });

  it('reads headers as HTTP means them: in their order, each that came, without white space around them', async () => {
    const text = 'HTTP/1.1 200 OK\r\nX-B:  b c \t\r\nx-a:1\r\nX-A: \xe9\r\nX-E:\r\nContent-Length: 0 \r\n\r\n';
    const origin = await listen((_, response) => response.socket?.end(Buffer.from(text, 'latin1')));
    const sender = openSender({ ...options, origin });
    const { headers } = await sender.send({ method: 'GET', url: `${origin}/`, headers: {} });
    sender.close();
    expect(headers.slice(0, 4)).toEqual([
      ['X-B', 'b c'],
      ['x-a', '1'],
      ['X-A', 'é'],
      ['X-E', ''],
    ]);
  });

  it('leaves out what belongs to the connection, and says what has no form in HTTP', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const origin = await listen((request, response) => {
      seen.push(request.headers);
      response.end();
    });
    const sender = openSender({ ...options, connections: 1, origin });
    const headers = { Connection: 'close', 'Transfer-Encoding': 'chunked', Expect: '100-continue', 'X-A': 'é' };
    await sender.send({ method: 'POST', url: `${origin}/`, headers, body: 'x' });
    const wrong = sender.send({ method: 'GET', url: `${origin}/`, headers: { 'X-A': 'a\nb' } });
    await expect(wrong).rejects.toMatchObject({
      message: expect.stringMatching(/^it cannot be sent: /),
      neverSent: true,
    });
    sender.close();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ connection: 'keep-alive', 'content-length': '1', 'x-a': 'é' });
    expect(seen[0]).not.toHaveProperty('expect');
  });

  it('refuses any other origin', async () => {
    const sender = openSender({ ...options, origin: 'http://127.0.0.1:1' });
    await expect(sender.send({ method: 'GET', url: 'http://127.0.0.1:2/', headers: {} })).rejects.toThrow(
      'is not the target',
    );
  });

  it.each([
    ['goes on as something else', 'HTTP/1.1 200 OK', { begun: true, garbled: false }],
    ['is none from its first line', 'HELO', { begun: false, garbled: true }],
  ])('tells whether an answer %s', async (_name, line, told) => {
    const origin = await listen((_, response) =>
      response.socket?.end(`${line}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`),
    );
    const sender = openSender({ ...options, origin });
    await expect(sender.send({ method: 'GET', url: `${origin}/`, headers: {} })).rejects.toMatchObject(told);
    sender.close();
  });

  it.each([
    [
      'an answer that never ends',
      (response: { write(text: string): void }) => response.write('x'),
      /no complete answer within 0.5 s/,
    ],
    ['a connection that is cut', (response: { destroy(): void }) => response.destroy(), /closed the connection/],
    [
      'chunks that are none',
      (response: { socket: { end(text: string): void } }) =>
        response.socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n'),
      /the answer is not HTTP/,
    ],
    [
      'a status below 100',
      (response: { socket: { end(text: string): void } }) =>
        response.socket.end('HTTP/1.1 000 Huh\r\nContent-Length: 0\r\n\r\n'),
      /the answer is not one that HTTP has/,
    ],
    [
      'two lengths that differ',
      (response: { socket: { end(text: string): void } }) =>
        response.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\nabcde'),
      /the answer is not HTTP/,
    ],
    [
      'an answer that drips, a byte at a time',
      (response: { write(text: string): void; destroyed: boolean }) => {
        const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write('x')), 20);
      },
      /no complete answer within 0.5 s/,
    ],
    [
      'a bomb of gzip',
      (response: { setHeader(n: string, v: string): void; end(body: Buffer): void }) => {
        response.setHeader('Content-Encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(100_000)).subarray(0, 900));
      },
      /not gzip, as it says, or too long/,
    ],
    [
      'a megabyte of headers',
      (response: { setHeader(n: string, v: string): void; end(): void }) => {
        for (let i = 0; i < 100; i++) response.setHeader(`X-${i}`, 'y'.repeat(10_000));
        response.end();
      },
      /headers of the answer are longer than any client reads/,
    ],
  ])('%s is no answer', async (_name, act, message) => {
    const origin = await listen((_, response) => act(response as never));
    const sender = openSender({ ...options, origin });
    await expect(sender.send({ method: 'GET', url: `${origin}/`, headers: {} })).rejects.toThrow(message as RegExp);
    sender.close();
  });

  it('reads headers that are long, but that clients read', async () => {
    const origin = await listen((_, response) => response.setHeader('X-Long', 'y'.repeat(100_000)).end('ok'));
    const sender = openSender({ ...options, origin });
    expect((await sender.send({ method: 'GET', url: `${origin}/`, headers: {} })).body).toBe('ok');
    sender.close();
  });

  it('reads no more of a body than it may', async () => {
    const origin = await listen((_, response) => response.end('y'.repeat(50_000)));
    const sender = openSender({ ...options, origin });
    const answer = await sender.send({ method: 'GET', url: `${origin}/`, headers: {} });
    sender.close();
    expect([answer.cut, answer.body.length]).toEqual([true, 1000]);
  });

  it.each([
    ['says that it is 10 GB long', (head: (n: number) => void) => head(10 * 1024 ** 3)],
    ['has chunks without end', (head: (n?: number) => void) => head()],
  ])('stops reading where an answer %s, and stores no more than it may', async (_name, begin) => {
    let written = 0;
    const origin = await listen((_, response) => {
      begin((length?: number) => response.writeHead(200, length ? { 'Content-Length': length } : {}));
      const flood = (): void => {
        while (!response.destroyed && response.write('z'.repeat(65_536))) written += 65_536;
      };
      response.on('drain', flood);
      flood();
    });
    const sender = openSender({ ...options, timeout: 20_000, origin });
    const answer = await sender.send({ method: 'GET', url: `${origin}/`, headers: {} });
    sender.close();
    expect([answer.cut, answer.body.length]).toEqual([true, 1000]);
    expect(written).toBeLessThan(20_000_000);
  });

  it('tells a host that never connects from a server that is slow', async () => {
    // It takes the connection and never greets: TLS does not come about.
    const silent = createTcpServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const origin = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const waiting = openSender({ ...options, timeout: 200, origin });
    const error = await waiting.send({ method: 'GET', url: `${origin}/`, headers: {} }).catch((e: NoAnswer) => e);
    expect(error).toMatchObject({ message: `no connection to ${origin} within 0.2 s`, neverSent: true });
    waiting.close();
    silent.close();
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
