// Whatever comes in, the answer is one of the API's: never a 500, never a request that hangs.
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningReference } from '../reference-server.js';
import { startReference } from './index.js';
import { send } from './testing/behaviour-run.js';

const databaseUrl = process.env['DATABASE_URL'];
const databases = [
  { name: 'embedded database', options: {} },
  ...(databaseUrl ? [{ name: 'PostgreSQL', options: { databaseUrl } }] : []),
];

const cell = `f${process.pid}`;
const method = fc.constantFrom('GET', 'POST', 'PUT', 'MERGE', 'DELETE');
const piece = fc.oneof(
  fc.constantFrom(
    'Box',
    'Role',
    "('a')",
    "(Name='a',_Box.Name=null)",
    '/',
    '$links',
    '/_Role',
    '/_Box',
    "'",
    '(',
    ')',
    '=',
  ),
  fc.constantFrom(
    '%00',
    '%E3',
    '%',
    '%27',
    '%2F',
    ',',
    '..',
    '//',
    '?$filter=',
    "Name eq 'a'",
    '&$top=',
    '&$expand=',
    '9',
  ),
  fc.string({ maxLength: 6 }),
);
const url = fc.array(piece, { maxLength: 9 }).map((parts) => `/${cell}/__ctl/${parts.join('').replace(/[\s#]/g, '+')}`);
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .record({ Name: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), Schema: fc.jsonValue() })
    .map((v) => JSON.stringify(v)),
  fc
    .record({ uri: fc.oneof(fc.webUrl(), fc.string(), fc.constant("http://a/__ctl/Role('a')")) })
    .map((v) => JSON.stringify(v)),
);

describe.each(databases)('on the $name', ({ options }) => {
  let server: RunningReference;
  const bugs: string[] = [];

  beforeAll(async () => {
    const log = (line: string): void => void (line.startsWith('{"bug"') && bugs.push(line));
    server = await startReference({ port: 0, token: 'unit-token', log, ...options });
    await send(server, 'POST', '/__ctl/Cell', [], JSON.stringify({ Name: cell }));
    await send(server, 'POST', `/${cell}/__ctl/Role`, [], '{"Name":"a"}');
  });
  afterAll(async () => {
    await send(server, 'DELETE', `/__ctl/Cell('${cell}')`, [['X-Personium-Recursive', 'true']]);
    await server.close();
  });

  it('has an answer to any URL and body', async () => {
    await fc.assert(
      fc.asyncProperty(method, url, body, async (verb, path, text) => {
        const answer = await send(server, verb, path, [], verb === 'GET' ? undefined : text);
        expect({ status: answer.status, bugs }).toEqual({ status: expect.any(Number), bugs: [] });
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400)
          expect(JSON.parse(answer.text)).toMatchObject({
            code: `PR${answer.status}-${/\w\w-\d{4}/.exec(answer.text)?.[0]}`,
          });
      }),
      { numRuns: 300 },
    );
  });

  it('has an answer to any grant', async () => {
    const field = fc.tuple(
      fc.constantFrom(
        'grant_type',
        'username',
        'password',
        'refresh_token',
        'assertion',
        'p_target',
        'expires_in',
        'scope',
      ),
      fc.oneof(fc.constantFrom('password', 'refresh_token', 'AA~a.b', '%00', '1'), fc.string({ unit: 'binary' })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(field), async (fields) => {
        const form = fields.map(([name, value]) => `${name}=${value}`).join('&');
        const { status, text } = await send(server, 'POST', `/${cell}/__token`, [['Authorization', '-']], form);
        expect({ status, bugs }).toEqual({ status: 400, bugs: [] });
        expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/^\w+$/) });
      }),
      { numRuns: 60 },
    );
  });

  it('refuses bodies that are too large, and goes on', async () => {
    const large = JSON.stringify({ Name: 'a'.repeat(2_000_000) });
    const answer = await send(server, 'POST', `/${cell}/__ctl/Box`, [], large).catch((error: Error) => error);
    // The connection may close while the rest of the body is still on its way.
    if (answer instanceof Error) expect(answer.message).toMatch(/EPIPE|ECONNRESET/);
    else expect(answer.status).toBe(413);
    expect((await send(server, 'GET', '/', [])).status).toBe(200);
  });

  it('takes a request that breaks off for no fault of its own', async () => {
    const { hostname, port } = new URL(server.unitUrl);
    const head = `POST /${cell}/__ctl/Box HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer unit-token\r\n`;
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(`${head}Content-Length: 99\r\n\r\n{"Name"`));
      setTimeout(() => socket.destroy(), 100);
      socket.on('close', () => setTimeout(resolve, 100));
    });
    expect((await send(server, 'GET', '/', [])).status).toBe(200);
    expect(bugs).toEqual([]);
  });

  it('takes a body in chunks, and no more of it than it may have', async () => {
    const { hostname, port } = new URL(server.unitUrl);
    const exchange = (chunks: string[]): Promise<string> =>
      new Promise((resolve) => {
        let received = '';
        const socket = connect(Number(port), hostname, () => {
          socket.write(`POST /${cell}/__ctl/Box HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer unit-token\r\n`);
          socket.write('Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n');
          for (const chunk of chunks) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
          socket.write('0\r\n\r\n');
        });
        socket.on('data', (data) => {
          received += data.toString();
        });
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(received));
      });
    expect(await exchange(['{"Na', 'me":"in-', 'chunks"}'])).toMatch(/^HTTP\/1.1 201 /);
    expect(await exchange(Array<string>(40).fill('a'.repeat(50_000)))).toMatch(/^(HTTP\/1.1 413 |$)/);
    expect((await send(server, 'GET', '/', [])).status).toBe(200);
  });

  it.each([
    ['headers that are too large', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(60_000)}\r\n\r\n`, '431'],
    ['what is no HTTP', 'nonsense\r\n\r\n', '400'],
    ['a method that nobody knows', 'DANCE / HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
  ])('refuses %s', async (_, request, status) => {
    const { hostname, port } = new URL(server.unitUrl);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write(request));
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe('the request log', () => {
  it('has one line per request and no secrets', async () => {
    const lines: string[] = [];
    const server = await startReference({ port: 0, token: 'planted-token', log: (line) => lines.push(line) });
    await send(server, 'POST', '/__ctl/Cell', [], '{"Name":"log"}');
    await send(server, 'POST', '/log/__ctl/Account', [['X-Personium-Credential', 'planted-password']], '{"Name":"a"}');
    const grant = 'grant_type=password&username=a&password=planted-password&p_cookie=true';
    const { text } = await send(server, 'POST', '/log/__token', [['Authorization', '-']], grant);
    const issued = JSON.parse(text) as Record<string, string>;
    await send(
      server,
      'GET',
      `/log/__ctl/Box?p_cookie_peer=${issued['p_cookie_peer']}&x=${issued['access_token']}`,
      [],
    );
    await send(server, 'GET', '/log/__ctl/Box', [['X-Personium-RequestKey', 'my-key']]);
    await send(server, 'GET', '/log/__ctl/Box?q=planted-token', []);
    await server.close();
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { method: 'POST', url: '/__ctl/Cell', status: 201, requestKey: expect.stringMatching(/^\d{4}_[\w-]{22}$/) },
      { status: 201 },
      { url: '/log/__token', status: 200 },
      { url: '/log/__ctl/Box?p_cookie_peer=REDACTED&x=REDACTED', status: 200 },
      { method: 'GET', requestKey: 'my-key', status: 200, ms: expect.any(Number), time: expect.any(String) },
      { url: '/log/__ctl/Box?q=REDACTED' },
    ]);
    for (const secret of ['planted', issued['access_token'], issued['refresh_token'], issued['p_cookie_peer']])
      expect(lines.join('\n')).not.toContain(secret);
  });
});

describe('a request key that is none', () => {
  it("is refused, in OAuth's form where tokens are asked for, and made up where it is empty", async () => {
    const server = await startReference({ port: 0 });
    const answers = await Promise.all(
      [
        ['/__ctl/Cell', 'a b'],
        ['/cell/__token?x=1', 'a b'],
        ['/__ctl/Cell', ''],
      ].map(([path = '', key = '']) => send(server, 'GET', path, [['X-Personium-RequestKey', key]])),
    );
    await server.close();
    expect(answers.map(({ status, text }) => ({ status, body: JSON.parse(text) as unknown }))).toMatchObject([
      { status: 400, body: { code: 'PR400-OD-0041' } },
      { status: 400, body: { error: 'invalid_request' } },
      { status: 200 },
    ]);
  });
});

describe('the API reference', () => {
  it('comes from the server alone', async () => {
    const server = await startReference({ port: 0 });
    const page = await send(server, 'GET', '/__docs', [['Authorization', '-']]);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\//);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect((await send(server, 'GET', file ?? '', [])).status).toBe(200);
    const view = await send(server, 'GET', '/__docs/openapi.json', []);
    const { openapi, paths } = JSON.parse(view.text) as { openapi: string; paths: object };
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).some((path) => path.endsWith(' [MERGE]'))).toBe(true);
    await server.close();
  });
});
