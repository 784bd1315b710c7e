// Which proxy is asked, and TLS: through a tunnel and without one, with an authority of one's own, and all that is wrong with certificates.
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { certificate } from '../testing/certificate.js';
import { type HttpOptions, type NoAnswer, openSender } from './http.js';
import { isLoopback } from './loopback.js';
import { proxyFor } from './proxy.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const authority = certificate('Test authority');
const ours = certificate('unit1', { hosts: ['unit1.example', 'localhost', '127.0.0.1'], issuer: authority });
const options = { connections: 2, timeout: 5000, maxBody: 1000, userAgent: 'test' };
const DAY = 86_400_000;

async function port(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A target that answers whom it saw. */
function target(
  mine = ours,
  demands: { requestCert?: boolean; rejectUnauthorized?: boolean; ca?: string } = {},
): Promise<number> {
  const server = createServer({ cert: mine.cert, key: mine.key, ...demands }, (request, response) => {
    const { socket } = request;
    const name = socket instanceof TLSSocket ? socket.getPeerCertificate()?.subject?.CN : undefined;
    response.end(`hello ${name ?? 'nobody'}`);
  });
  return port(server as unknown as Server);
}

async function get(origin: string, more: Partial<HttpOptions> = {}): Promise<string> {
  const sender = openSender({ ...options, origin, ...more });
  closing.push(() => sender.close());
  try {
    return (await sender.send({ method: 'GET', url: `${origin}/`, headers: {} })).body;
  } catch (error) {
    const { message, neverSent } = error as NoAnswer;
    return `${neverSent ? 'never sent' : 'sent'}: ${message}`;
  }
}

describe('TLS', () => {
  it('checks the target against the authority that is given, and shows a certificate where it is asked', async () => {
    const me = certificate('vendor', { hosts: ['vendor.example'], issuer: authority });
    const origin = `https://localhost:${await target(ours, { requestCert: true, rejectUnauthorized: false, ca: authority.cert })}`;
    expect(await get(origin, { tls: { ca: authority.cert } })).toBe('hello nobody');
    expect(await get(origin, { tls: { ca: authority.cert, cert: me.cert, key: me.key } })).toBe('hello vendor');
    expect(await get(origin, { tls: { insecure: true } })).toBe('hello nobody');
  });

  it.each([
    [
      'of an authority that is not known',
      ours,
      /is not trusted, its authority is not known here: give .* with --ca FILE/,
    ],
    [
      'signed by itself',
      certificate('self', { hosts: ['127.0.0.1'] }),
      /is not trusted, it is self-signed: give .*--ca/,
    ],
    [
      'that has expired',
      certificate('old', {
        hosts: ['127.0.0.1'],
        issuer: authority,
        from: new Date(0),
        to: new Date(Date.now() - DAY),
      }),
      /has expired: renew it/,
    ],
    [
      'that is not valid yet',
      certificate('new', { hosts: ['127.0.0.1'], issuer: authority, from: new Date(Date.now() + DAY) }),
      /is not valid yet/,
    ],
    [
      'for another name',
      certificate('other', { hosts: ['other.example'], issuer: authority }),
      /is for other names: use a name that it has/,
    ],
  ])('a certificate %s ends it before anything is sent, and says what to do', async (name, mine, message) => {
    const ca = name.includes('expired') || name.includes('yet') || name.includes('name') ? { ca: authority.cert } : {};
    const said = await get(`https://127.0.0.1:${await target(mine)}`, { tls: ca });
    expect(said).toMatch(/^never sent: the certificate of https:\/\/127\.0\.0\.1:\d+ /);
    expect(said).toMatch(message);
    expect(await get(`https://127.0.0.1:${await target(mine)}`, { tls: { insecure: true } })).toBe('hello nobody');
  });

  it('tells a server that speaks no TLS, and one that wants a certificate of ours', async () => {
    const plain = await port(createHttpServer((_, response) => response.end()));
    expect(await get(`https://127.0.0.1:${plain}`)).toMatch(/^never sent: .* does not speak TLS: is it http:\/\/\?/);
    const secure = `http://127.0.0.1:${await target(ours)}`;
    expect(await get(secure)).toBe(`never sent: ${secure} speaks TLS: is it https://?`);
    const hint = '<h1>400</h1>The plain HTTP request was sent to HTTPS port';
    const front = `http://127.0.0.1:${await port(createHttpServer((_, r) => r.writeHead(400).end(hint)))}`;
    expect(await get(front)).toBe(`never sent: ${front} speaks TLS: is it https://?`);
    const asking = `https://127.0.0.1:${await target(ours, { requestCert: true, ca: authority.cert })}`;
    expect(await get(asking, { tls: { ca: authority.cert } })).toMatch(/^never sent: .* may want --client-cert FILE/);
  });
});

describe('a proxy', () => {
  /** Tunnels to 127.0.0.1 whatever host is asked for, on the port that is asked for. */
  async function proxy(answer = 200): Promise<{ url: string; seen: IncomingMessage[] }> {
    const seen: IncomingMessage[] = [];
    const server = createHttpServer((request, response) => {
      seen.push(request);
      response.statusCode = answer;
      response.end('by the proxy');
    });
    server.on('connect', (request, socket: Socket) => {
      seen.push(request);
      socket.on('error', () => {});
      if (answer !== 200) return void socket.end(`HTTP/1.1 ${answer} No\r\nContent-Length: 0\r\n\r\n`);
      const upstream = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      closing.push(() => upstream.destroy());
    });
    return { url: `http://127.0.0.1:${await port(server)}`, seen };
  }

  it('gets CONNECT and its user for https, and one tunnel serves many requests', async () => {
    const { url, seen } = await proxy();
    const origin = `https://unit1.example:${await target()}`;
    const sender = openSender({
      ...options,
      connections: 1,
      origin,
      proxy: url.replace('http://', 'http://me:p%40ss@'),
      tls: { ca: authority.cert },
    });
    closing.push(() => sender.close());
    for (let i = 0; i < 3; i++)
      expect((await sender.send({ method: 'GET', url: `${origin}/`, headers: {} })).body).toBe('hello nobody');
    expect(seen.map((r) => [r.method, r.url])).toEqual([['CONNECT', origin.slice('https://'.length)]]);
    expect(seen[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  });

  it('gets its user for http, too, and the target never does', async () => {
    const { url, seen } = await proxy();
    expect(await get('http://unit1.example', { proxy: url.replace('http://', 'http://me:pass@') })).toBe(
      'by the proxy',
    );
    expect(seen[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:pass').toString('base64')}`);
  });

  it.each(['http', 'https'])('that asks for a user is no answer of the target (%s)', async (scheme) => {
    const { url } = await proxy(407);
    expect(await get(`${scheme}://unit1.example`, { proxy: url })).toMatch(
      /^never sent: the proxy (127\S+) asks who sends this, with 407: write its URL as http:\/\/USER:PASSWORD@\1$/,
    );
  });

  it('that refuses, is down, or leads to a certificate that is wrong: nothing was sent, and it is said', async () => {
    const origin = `https://unit1.example:${await target()}`;
    const refusing = await proxy(403);
    expect(await get(origin, { proxy: refusing.url })).toMatch(
      /^never sent: the proxy 127\S+ refused to connect to unit1\S+ with 403$/,
    );
    expect(await get(origin, { proxy: 'http://127.0.0.1:1' })).toMatch(
      /^never sent: the proxy 127\.0\.0\.1:1: .*ECONNREFUSED/,
    );
    const good = await proxy();
    expect(await get(origin, { proxy: good.url })).toMatch(
      /^never sent: the certificate of https:\/\/unit1\S+ is not trusted/,
    );
    const elsewhere = origin.replace('unit1', 'unit2');
    expect(await get(elsewhere, { proxy: good.url, tls: { ca: authority.cert } })).toMatch(/is for other names/);
  });
});

describe('proxyFor', () => {
  const env = {
    http_proxy: 'http://p:1',
    HTTPS_PROXY: 'http://p:2',
    no_proxy: 'intern.example,.corp.example *.lab.example,ported.example:8443',
  };
  it.each([
    ['http://unit1.example', 'http://p:1'],
    ['https://unit1.example', 'http://p:2'],
    ['https://intern.example', undefined],
    ['https://a.intern.example', undefined],
    ['https://notintern.example', 'http://p:2'],
    ['https://a.corp.example', undefined],
    ['https://INTERN.example', undefined],
    ['https://x.lab.example', undefined],
    ['https://ported.example:8443', undefined],
    ['https://ported.example', 'http://p:2'],
    ['http://127.0.0.1:80', undefined],
    ['http://localhost:80', undefined],
  ])('%s → %s', (origin, want) => expect(proxyFor(origin, env)).toBe(want));

  it.each([
    [{ ...env, no_proxy: '*' }, undefined],
    [{ ALL_PROXY: 'p:3' }, 'http://p:3'],
    [{ http_proxy: 'p.example:3128' }, 'http://p.example:3128'],
    [{ http_proxy: '' }, undefined],
  ] as [Record<string, string>, string | undefined][])('of %j is %s', (given, want) =>
    expect(proxyFor('http://unit1.example', given)).toBe(want),
  );
});

it.each([
  ['http://localhost', true],
  ['http://127.0.0.1', true],
  ['http://127.1.2.3', true],
  ['http://[::1]', true],
  // Spellings of 127.0.0.1 that a URL makes plain.
  ['http://2130706433', true],
  ['http://0x7f.1', true],
  // Names that lead here today may lead elsewhere tomorrow, and 0.0.0.0 is no address of a host.
  ['http://localhost.', false],
  ['http://127.0.0.1.nip.io', false],
  ['http://127.0.0.1.example', false],
  ['http://localhost.example', false],
  ['http://0.0.0.0', false],
  ['http://[::]', false],
  ['http://[::ffff:127.0.0.1]', false],
  ['http://[::ffff:8.8.8.8]', false],
  ['http://unit1.example', false],
  ['http://10.0.0.1', false],
])('%s is this machine for sure: %s', (url, want) => expect(isLoopback(new URL(url).hostname)).toBe(want));
