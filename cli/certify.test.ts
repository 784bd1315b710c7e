// `certify` as a user runs it: safe on somebody's server, honest exit codes, no secret in any file.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Misbehaviour, startFake, TOKEN } from '../conformance/testing/fake-server.js';
import { certify, certifyBench, SPEC } from './testing/certify-bench.js';

const { here, start, docproof, runId } = certifyBench('certify');

function runFolder(): string {
  return here('.docproof', 'runs', runId());
}

describe('exit codes', () => {
  it.each([
    ['everything passes', ['--only', 'folder/'], {}, 0],
    [
      'a MUST is broken',
      ['--only', 'folder/create'],
      {
        after: (r: { method: string }, a: { status: number }) =>
          r.method === 'POST' && a.status === 201 ? { ...a, status: 200 } : a,
      },
      1,
    ],
    ['nothing matches the filter', ['--only', 'nothing-like-it'], {}, 3],
    ['a shard that is empty', ['--only', 'folder/create', '--shard', '2/2'], {}, 3],
  ] as [string, string[], Misbehaviour, number][])('%s', async (_name, args, misbehave, code) => {
    const { url } = await start(misbehave);
    expect((await docproof(certify(url, ...args))).code).toBe(code);
  });

  it('a broken promise is 1, with the request that shows it', async () => {
    const { url } = await start({
      before: (r) =>
        r.method === 'GET' && r.path.endsWith("/Folder('folder1')")
          ? undefined
          : r.method === 'GET' && r.path.endsWith('/Folder')
            ? { status: 500, body: {} }
            : undefined,
    });
    const { code, io } = await docproof(certify(url, '--only', 'folder/list'));
    expect(code).toBe(1);
    expect(io.stdout).toContain('failed folder/list');
    expect(io.stdout).toContain('curl -i -X GET');
    expect(io.stdout).toContain('nonconformant');
  });

  it.each([
    ['an unknown flag', ['certify', '--nope']],
    ['a spec that is not there', ['certify', '--spec', 'none.yaml']],
    ['a shard that is none', ['certify', '--shard', '3/2']],
    [
      'a token file that is not there',
      ['certify', '--spec', SPEC, '--target', 'http://127.0.0.1:9', '--token-file', 'none'],
    ],
    [
      'a baseline that is not there',
      ['certify', '--spec', SPEC, '--target', 'http://127.0.0.1:9', '--baseline', 'none.yaml'],
    ],
    ['a target that is neither URL nor file', ['certify', '--spec', SPEC, '--target', 'none.yaml']],
    ['a spec of an unknown version', ['certify', '--spec', 'old.yaml']],
  ])('%s is 2 and writes nothing', async (_name, args) => {
    writeFileSync(here('old.yaml'), 'openapi: 2.0.0\n');
    const { code, io } = await docproof(args);
    expect(code).toBe(2);
    expect(io.stderr).not.toBe('');
    expect(readdirSync(here())).toEqual(['old.yaml']);
  });

  it('a target that is down is 3 and says why', async () => {
    const { code, io } = await docproof(certify('http://127.0.0.1:9'));
    expect(code).toBe(3);
    expect(io.stdout).toContain('nothing listens at http://127.0.0.1:9: is the server started');
  });
});

describe('baseline', () => {
  const wrong: Misbehaviour = {
    after: (r, a) => (r.method === 'GET' && r.path.endsWith('/Folder') ? { status: 202, body: {} } : a),
  };
  const entry = (fields: string): string =>
    `# kept by hand\nfailures:\n  - case: folder/list\n    fails: [status]\n    reason: being mended\n${fields}`;

  it.each([
    ['a known failure', entry(''), wrong, 0],
    ['one that fails otherwise', entry('').replace('[status]', '[schema]'), wrong, 1],
    ['one that has expired', entry('    expires: 2020-01-01\n'), wrong, 1],
    ['one that passes', entry(''), {}, 4],
    ['one that matches nothing', entry('  - case: no/such\n    fails: [status]\n    reason: x\n'), wrong, 4],
  ] as [string, string, Misbehaviour, number][])('%s', async (_name, text, misbehave, code) => {
    const { url } = await start(misbehave);
    writeFileSync(here('known.yaml'), text);
    const result = await docproof(certify(url, '--only', 'folder/list', '--baseline', 'known.yaml'));
    expect(result.code).toBe(code);
    if (code === 0) expect(result.io.stdout).toContain('nonconformant');
  });

  it('excuses with a known failure what builds on it', async () => {
    const { url } = await start({
      after: (r, a) => (r.method === 'POST' && r.path.endsWith('/Folder') ? { ...a, status: 202 } : a),
    });
    const args = certify(url, '--only', 'story/*older*', '--baseline', 'known.yaml');
    expect((await docproof([...args, '--update-baseline'])).code).toBe(0);
    const { code, io } = await docproof(args);
    expect(io.stdout).toContain('failed, on which it builds');
    expect(code).toBe(0);
  });

  it('is updated with a minimal change', async () => {
    const { url } = await start(wrong);
    const before = entry('  - case: folder/create # gone\n    fails: [status]\n    reason: old\n').replace(
      '[status]\n    reason: being',
      '[schema]\n    reason: being',
    );
    writeFileSync(here('known.yaml'), before);
    const args = certify(url, '--only', 'folder/', '--baseline', 'known.yaml', '--update-baseline');
    expect((await docproof(args)).code).toBe(0);
    expect(readFileSync(here('known.yaml'), 'utf8')).toBe(entry(''));
    await docproof(args);
    expect(readFileSync(here('known.yaml'), 'utf8')).toBe(entry(''));
  });
});

describe('safety', () => {
  it('shows the plan and sends nothing with --dry-run', async () => {
    const { url, requests } = await start();
    const { code, io } = await docproof(certify(url, '--dry-run'));
    expect(code).toBe(0);
    expect(io.stdout).toContain("create  Archive('archive1') by createArchive");
    expect(io.stdout).toContain('tag/unlink  MUST documented');
    expect(requests).toEqual([]);
    expect(readdirSync(here())).toEqual([]);
  });

  it('wants --allow-writes for a target that is not on this machine', async () => {
    const { code, io } = await docproof(certify('https://unit1.example/'));
    expect(code).toBe(2);
    expect(io.stderr).toContain('--allow-writes');
  });

  it('changes and deletes only what the run created', async () => {
    const { url, requests } = await start({}, ['archive1', 'archive2']);
    expect((await docproof(certify(url))).code).toBe(3);
    const id = runId();
    const writes = requests.filter((r) => r.method !== 'GET');
    const foreign = writes.filter((r) => !r.path.includes(id) && !(r.method === 'POST' && r.path === '/ctl/Archive'));
    expect(foreign).toEqual([]);
    expect(requests.some((r) => /archive[12]['"/]/.test(decodeURIComponent(r.path)))).toBe(false);
  });

  it('does not touch what was there: a create answered 409 is not ours', async () => {
    const { url, requests } = await start({
      before: (r) =>
        r.method === 'POST' && r.path === '/ctl/Archive'
          ? { status: 409, body: { code: 'E409-1', message: 'there' } }
          : undefined,
    });
    const { code, io } = await docproof(certify(url, '--only', 'folder/update'));
    expect(code).toBe(3);
    expect(io.stdout).toContain('not ours');
    expect(requests.map((r) => r.method)).toEqual(['POST']);
  });

  it('writes the journal before each create, readable by its owner alone, without secrets', async () => {
    let early = '';
    const { url } = await start({
      before: (r) => {
        if (r.method === 'POST' && r.path === '/ctl/Archive' && !early)
          early = readFileSync(join(runFolder(), 'journal.jsonl'), 'utf8');
        return undefined;
      },
    });
    await docproof(certify(url, '--only', 'folder/update'));
    expect(early).toContain('"entry":"intent"');
    expect(early).toContain(`"origin":"${url}"`);
    const journal = join(runFolder(), 'journal.jsonl');
    expect(statSync(journal).mode & 0o777).toBe(0o600);
    expect(readFileSync(here('.docproof', '.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(journal, 'utf8')).not.toContain(TOKEN);
  });

  it('keeps secrets out of every file, even when the server echoes them', async () => {
    const { url } = await start({
      after: (_, a) => ({
        ...a,
        headers: { ...a.headers, 'X-Echo': `Bearer ${TOKEN}`, 'Set-Cookie': 'session=abc123secret' },
        ...(a.status === 404
          ? { body: { code: 'E404-1', message: `token ${TOKEN} and ${encodeURIComponent(TOKEN)}` } }
          : {}),
      }),
    });
    const { io } = await docproof(certify(url));
    const files = [...readdirSync(here('out')).map((f) => here('out', f)), join(runFolder(), 'journal.jsonl')];
    expect(files.length).toBeGreaterThan(7);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect([file, text.includes(TOKEN), text.includes('abc123secret')]).toEqual([file, false, false]);
    }
    expect(io.stdout + io.stderr).not.toContain(TOKEN);
  });

  it('does not follow a redirect to another origin, nor re-send a write', async () => {
    const other = await startFake(() => ({ status: 200, body: {} }));
    const { url, requests } = await start({
      before: (r) =>
        r.path.includes('/Folder')
          ? { status: 307, headers: { Location: r.method === 'GET' ? `${other.url}/x` : '/elsewhere' } }
          : undefined,
    });
    await docproof(certify(url, '--only', 'folder/*'));
    expect(other.requests).toEqual([]);
    expect(requests.some((r) => r.path === '/elsewhere')).toBe(false);
    await other.close();
  });

  it('waits as Retry-After asks', async () => {
    let refused = 0;
    const { url } = await start({
      before: (r) =>
        r.path.endsWith('/Folder') && r.method === 'GET' && refused++ < 1
          ? { status: 429, headers: { 'Retry-After': '1' } }
          : undefined,
    });
    const started = performance.now();
    expect((await docproof(certify(url, '--only', 'folder/list'))).code).toBe(0);
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  it('keeps a rate', async () => {
    const { url, requests } = await start();
    const started = performance.now();
    await docproof(certify(url, '--only', 'folder/*', '--rate', '50'));
    expect((performance.now() - started) / 1000).toBeGreaterThan((requests.length - 2) / 50);
  });

  it('reads a target file and its environment, and leaves out what it declares unsupported', async () => {
    const { url } = await start();
    writeFileSync(
      here('target.yaml'),
      `url: ${url}\nname: staging\ntoken: { env: MY_TOKEN }\nunsupported: [listFolder]\n`,
    );
    const { code, io } = await docproof(certify('target.yaml', '--only', 'folder/'), { env: { MY_TOKEN: TOKEN } });
    expect(code).toBe(0);
    expect(io.stdout).toContain('1 inapplicable');
    const { io: unset } = await docproof(certify('target.yaml'), { env: {} });
    expect(unset.stderr).toContain('MY_TOKEN');
  });

  it('tries what a stranger may not, where the target file has one, and the certificate knows of it', async () => {
    const { url } = await start();
    writeFileSync(here('target.yaml'), `url: ${url}\naccounts: { stranger: { env: STRANGER } }\n`);
    const { code, io } = await docproof([...certify('target.yaml'), '--dry-run'], { env: {} });
    expect([code, io.stdout]).toEqual([0, expect.stringMatching(/^ *derived\/\w+\/as-stranger /m)]);
    expect((await docproof(certify(url, '--dry-run'))).io.stdout).not.toContain('as-stranger');
    const { io: unset } = await docproof(certify('target.yaml'), { env: {} });
    expect(unset.stderr).toContain('STRANGER (accounts.stranger) is not set');
    await docproof(certify('target.yaml', '--all'), { env: { STRANGER: 'stranger-token-1', DOCPROOF_TOKEN: TOKEN } });
    const verified = await docproof(['verify', 'out/certificate.json', '--report', 'out/report.json', '--spec', SPEC]);
    expect([verified.code, verified.io.stderr]).toEqual([0, '']);
  });
});
