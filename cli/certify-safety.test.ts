// Each sentence that the vendors' guide says of what a run does to a server, against one that records every request.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificate } from '../conformance/testing/certificate.js';
import { archiveHandler, TOKEN } from '../conformance/testing/fake-server.js';
import { certify, certifyBench } from './testing/certify-bench.js';
import type { FakeIo } from './testing/fake-io.js';

const { here, start, docproof, startCli, runId } = certifyBench('safety');

describe('a target that is not this machine for sure', () => {
  it.each([
    'https://unit1.example/',
    'http://127.0.0.1.nip.io/',
    'http://localhost./',
    'http://localhost.example/',
    'http://0.0.0.0/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.1/',
  ])('%s wants --allow-writes, and nothing is written or sent', async (url) => {
    const { code, io } = await docproof(certify(url));
    expect([code, io.stderr]).toEqual([2, expect.stringContaining('allow it with --allow-writes')]);
    expect(readdirSync(here())).toEqual([]);
  });

  it('wants it from `clean`, too, whatever the journal says', async () => {
    const { code, io } = await cleaning({ origin: 'https://unit1.example' }, []);
    expect([code, io.stderr]).toEqual([2, expect.stringContaining('--allow-writes')]);
  });
});

async function cleaning(head: object, entries: object[]): Promise<{ code: number; io: FakeIo }> {
  const folder = here('.docproof', 'runs', 'r1');
  mkdirSync(folder, { recursive: true });
  const intent = { entry: 'intent', n: 99, what: 'Folder' };
  const lines = [{ format: 'docproof/journal/1', run: 'r1', startedAt: '', ...head }, ...entries, intent];
  writeFileSync(join(folder, 'journal.jsonl'), lines.map((l) => `${JSON.stringify(l)}\n`).join(''));
  return docproof(['clean', '--run', 'r1']);
}

it('`clean` removes what the run is known to have made, and nothing that a journal merely names', async () => {
  const { url, requests } = await start({}, ['archive-r1', 'other']);
  const removal = (at: string) => ({
    method: 'DELETE',
    url: at,
    headers: {},
    credential: { name: 'Authorization', scheme: 'Bearer ' },
  });
  const { code, io } = await cleaning({ origin: url }, [
    { entry: 'intent', n: 1, what: 'own', removal: removal(`${url}/ctl/Archive('archive-r1')`) },
    { entry: 'intent', n: 5, what: 'never made', removal: removal(`${url}/ctl/Archive('lost-r1')`) },
    { entry: 'intent', n: 2, what: 'foreign name', removal: removal(`${url}/ctl/Archive('other')`) },
    { entry: 'intent', n: 3, what: 'foreign origin', removal: removal("http://127.0.0.1:1/ctl/Archive('x-r1')") },
    { entry: 'intent', n: 4, what: 'look-alike origin', removal: removal(`${url}.example/ctl/Archive('x-r1')`) },
  ]);
  expect(code).toBe(3);
  expect(requests.map((r) => `${r.method} ${decodeURIComponent(r.path)}`)).toEqual([
    "DELETE /ctl/Archive('lost-r1')",
    "DELETE /ctl/Archive('archive-r1')",
  ]);
  expect(io.stdout).toContain('removed own\nnot there: never made\n');
  expect(io.stdout).toContain('1 removed, 1 not there, 4 left\n');
  expect(io.stdout.match(/^left /gm)).toHaveLength(4);
  expect(io.stdout.match(/^left .*origin: it is not at http:/gm)).toHaveLength(2);
  const other = await cleaning({ origin: url, run: 'r2' }, []);
  expect([other.code, other.io.stderr]).toEqual([2, expect.stringContaining('the journal of run r2, not of r1')]);
});

describe('the target', () => {
  it.each(['127.1', '2130706433', 'LOCALHOST'])(
    '%s is called by its paths, however the host is spelled',
    async (host) => {
      const { url, requests } = await start();
      const { port } = new URL(url);
      await docproof(certify(`http://${host}:${port}/at`, '--only', 'retrieve'));
      expect(requests.length).toBeGreaterThan(0);
      expect(requests.filter((r) => !r.path.startsWith('/at')).map((r) => r.path)).toEqual([]);
    },
  );

  it.each([
    ['a user and a password', 'http://me:s3cr3t-pass@127.0.0.1:9/', 'holds a user or a password'],
    ['a query', 'http://127.0.0.1:9/?token=s3cr3t-pass', 'has a query or a fragment'],
    ['a fragment', 'http://127.0.0.1:9/#s3cr3t-pass', 'has a query or a fragment'],
    ['a port that is none', 'http://127.0.0.1:s3cr3t-pass/', 'is not a URL'],
  ])('with %s is refused, and not repeated', async (_what, url, message) => {
    const { code, io } = await docproof(certify(url));
    expect([code, io.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(io.stdout + io.stderr).not.toContain('s3cr3t');
    expect(readdirSync(here())).toEqual([]);
  });

  it.each([
    ['an empty one', '\n', 'is empty'],
    ['one of two lines', 's3cr3t\nX-Injected: 1', 'no header can carry'],
  ])('gets no token from a file with %s', async (_what, text, message) => {
    writeFileSync(here('token'), text);
    const { code, io } = await docproof(certify('http://127.0.0.1:9/', '--token-file', 'token'));
    expect([code, io.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(io.stdout + io.stderr).not.toContain('s3cr3t');
  });
});

describe('TLS', () => {
  const authority = certificate('Test authority');
  const mine = certificate('target', { hosts: ['127.0.0.1'], issuer: authority });

  it('with a certificate that is not trusted is exit 3 with the remedy, and conformant with --ca', async () => {
    const handler = archiveHandler();
    const tls = createTlsServer({ cert: mine.cert, key: mine.key }, (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const headers = incoming.headers as Record<string, string>;
        const bytes = Buffer.concat(chunks);
        const { method = '', url: path = '' } = incoming;
        const request = { method, path, headers, body: bytes.toString(), bytes };
        const { status, headers: own = {}, body } = handler(request, `https://${incoming.headers.host}`);
        outgoing.writeHead(status, { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...own });
        outgoing.end(body === undefined ? undefined : JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(tls.address() as AddressInfo).port}`;
    writeFileSync(here('ca.pem'), authority.cert);
    const only = ['--only', 'folder/'];
    const refused = await docproof(certify(url, ...only));
    expect([refused.code, refused.io.stdout]).toEqual([
      3,
      expect.stringContaining('is not trusted, its authority is not known here: give its authority with --ca FILE'),
    ]);
    expect(refused.io.stdout).toContain('undetermined');
    expect((await docproof(certify(url, ...only, '--ca', 'ca.pem'))).code).toBe(0);
    expect((await docproof(certify(url, ...only, '--insecure'))).code).toBe(0);
    tls.closeAllConnections();
    tls.close();
  });

  it.each([
    ['--ca of no certificate', ['--ca', 'text'], '--ca: text does not hold a certificate in PEM form'],
    ['--ca that is not there', ['--ca', 'none'], '--ca: cannot read none'],
    ['a certificate without its key', ['--client-cert', 'text'], '--client-cert and --client-key go together'],
    [
      'a key that is none',
      ['--client-cert', 'ca.pem', '--client-key', 'text'],
      'does not hold an unencrypted private key',
    ],
  ])('%s is wrong usage', async (_what, flags, message) => {
    writeFileSync(here('text'), 's3cr3t');
    writeFileSync(here('ca.pem'), authority.cert);
    const { code, io } = await docproof(certify('https://127.0.0.1:9', ...flags));
    expect([code, io.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(io.stderr).not.toContain('s3cr3t');
  });
});

it.each([
  ['a key that cannot sign', ['--sign-key', 'text'], '--sign-key: not a private key in PEM form'],
  ['a report folder that cannot be', ['--report', 'text'], '--report text: text is a file, not a folder'],
])('%s is told before anything is sent', async (_what, flags, message) => {
  const { url, requests } = await start();
  writeFileSync(here('text'), 's3cr3t');
  const { code, io } = await docproof(certify(url, ...flags));
  expect([code, io.stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(requests).toEqual([]);
});

describe('secrets', () => {
  const ACCOUNT = 'pa ss/"word"+9<&>';

  /** The secret in a text, however its characters are written there. */
  function leaks(text: string, secret: string): boolean {
    const plain = (coded: string): string =>
      coded
        .replace(/%25/g, '%')
        .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\\(["/])/g, '$1')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    const coded = [...text.matchAll(/[A-Za-z0-9+/_-]{12,4000}/g)].flatMap(([run]) =>
      [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('latin1')),
    );
    return (
      text.includes(secret) ||
      plain(text).includes(secret) ||
      plain(plain(text)).includes(secret) ||
      coded.some((c) => c.includes(secret))
    );
  }

  /** Ways in which a server can give a secret back. */
  const echoed = (secret: string): string[] => [
    secret,
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret),
    JSON.stringify(secret).replaceAll('/', '\\/'),
    secret.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
    secret.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`),
    Buffer.from(`user:${secret}`).toString('base64'),
    Buffer.from(`user1:${secret}`).toString('base64url'),
  ];

  it('of the token and of the accounts are in no file and on no screen, in whatever form a server gives them back', async () => {
    const all = [TOKEN, ACCOUNT].flatMap(echoed);
    const { url } = await start({
      after: (r, a) => ({
        ...a,
        headers: {
          ...a.headers,
          'X-Echo': encodeURIComponent(all.join(' ')),
          'X-Basic': `Basic ${Buffer.from(`u:${TOKEN}`).toString('base64')}`,
          'Set-Cookie': 'session=abc123secret; Path=/',
          ...(r.path.endsWith('/Tag') ? { Location: `/x?token=${encodeURIComponent(TOKEN)}` } : {}),
        },
        ...(a.status >= 400
          ? { body: `${'x'.repeat(150)}${TOKEN} ${all.join(' ')} {"access_token":"abc123secret"}` }
          : {}),
      }),
    });
    writeFileSync(here('target.yaml'), `url: ${url}\ntoken: { env: MY_TOKEN }\naccounts: { admin: { env: ADMIN } }\n`);
    const { io } = await docproof(certify('target.yaml', '--all'), { env: { MY_TOKEN: TOKEN, ADMIN: ACCOUNT } });
    const files = [
      ...readdirSync(here('out')).map((f) => join('out', f)),
      join('.docproof', 'runs', runId(), 'journal.jsonl'),
    ];
    expect(files.length).toBeGreaterThan(8);
    const texts = [
      ...files.map((f): [string, string] => [f, readFileSync(here(f), 'utf8')]),
      ['the screen', io.stdout + io.stderr] as const,
    ];
    expect(io.stdout).toContain('***');
    for (const [name, text] of texts)
      expect([name, leaks(text, TOKEN), leaks(text, ACCOUNT), text.includes('abc123secret')]).toEqual([
        name,
        false,
        false,
        false,
      ]);
    // A piece of the token that a cut left behind.
    expect(texts.filter(([, text]) => text.includes(`${TOKEN.slice(0, 8)}`)).map(([name]) => name)).toEqual([]);
  });

  it('are not in the files of a run that anybody else on the machine may read', async () => {
    const { url } = await start();
    await docproof(certify(url, '--only', 'folder/create'));
    expect(statSync(here('.docproof', 'runs', runId(), 'journal.jsonl')).mode & 0o077).toBe(0);
  });
});

describe('a run that is ended', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s removes what it made, writes its report and exits with 3',
    async (signal) => {
      let creates = 0;
      const { url, requests } = await start({
        delay: (r) => {
          if (r.method === 'POST' && r.path.includes('/Folder')) creates++;
          return 30;
        },
      });
      const child = startCli(certify(url));
      const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
      await expect.poll(() => creates, { timeout: 40_000, interval: 20 }).toBeGreaterThan(5);
      child.kill(signal);
      expect(await closed).toBe(3);
      // One name may be sent twice, where the second create is to be refused.
      const made = requests.flatMap((r) =>
        r.method === 'POST' && r.path === '/ctl/Archive' ? (/"Name":"(archive[^"]*)"/.exec(r.body)?.[1] ?? []) : [],
      );
      const removed = requests.filter((r) => r.method === 'DELETE' && r.path.startsWith('/ctl/Archive'));
      expect(made.length).toBeGreaterThan(3);
      expect(made.filter((name) => !removed.some((r) => decodeURIComponent(r.path).includes(`'${name}'`)))).toEqual([]);
      const report = JSON.parse(readFileSync(here('out', 'report.json'), 'utf8'));
      expect([report.verdict, report.stopped, report.cleaning.left]).toEqual([
        expect.not.stringMatching(/^conformant/),
        `by ${signal}`,
        [],
      ]);
    },
    60_000,
  );
});
