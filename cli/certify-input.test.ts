// What `certify` and `check` say of inputs that cannot be: exit 2 with the remedy, before anything is sent or written.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureText } from '../conformance/testing/certify-fake.js';
import { type FakeServer, startFake, TOKEN } from '../conformance/testing/fake-server.js';
import { shelvesHandler } from '../conformance/testing/shelves-server.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

let cwd: string;
let server: FakeServer;

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-input-'));
  writeFileSync(join(cwd, 'spec.yaml'), fixtureText('shelves'));
  writeFileSync(join(cwd, 'utf16.yaml'), Buffer.from('\ufeffopenapi: 3.1.0', 'utf16le'));
  writeFileSync(join(cwd, 'token'), TOKEN);
  writeFileSync(join(cwd, 'broken.yaml'), 'url: [\ntoken: secret');
  mkdirSync(join(cwd, 'folder'));
  server = await startFake(shelvesHandler());
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

async function docproof(...args: string[]) {
  const io = fakeIo({ cwd, env: {} });
  const code = await run(
    args.map((a) => a.replace('URL', server.url)),
    io,
  );
  return { code, out: io.stdout, err: io.stderr };
}

describe('certify', () => {
  it.each([
    [['--report', 'spec.yaml'], /--report spec.yaml: spec.yaml is a file, not a folder/],
    [['--report', 'spec.yaml/run'], /spec.yaml is a file, not a folder/],
    [['--token', 'a', '--token-file', 'token'], /--token and --token-file are both given/],
    [['--target', 'localhost:3000'], /neither a URL nor a file\n {2}as a URL it is http:\/\/localhost:3000/],
    [['--target', 'ftp://host.example/'], /ftp: is not spoken here/],
    [['--target', 'broken.yaml'], /^docproof: target broken.yaml: not YAML: [^\n]+\n {2}a target is a URL [^\n]+\n$/],
    [['--spec', 'folder'], /folder: it is a folder, not a file/],
    [['--spec', 'utf16.yaml'], /utf16.yaml: not UTF-8 text\n {2}save the file as UTF-8/],
    [['--timeout', '0'], /'0' is invalid. It must be more than 0/],
    [['--connections', '0'], /'0' is invalid. It must be a whole number, 1 or more/],
    [['--target', ''], /--target is empty\n {2}.*is a variable that it is made of unset\?/],
    [['--spec', 'none.yaml'], /none.yaml: there is no such file/],
    [
      ['--baseline', 'spec.yaml', '--update-baseline'],
      /baseline spec.yaml: it has no `failures:`, so it is not a base/,
    ],
    [
      ['--baseline', 'token', '--update-baseline'],
      /baseline token: it has no `failures:`.*\n {2}a baseline is YAML with/,
    ],
  ])('%j', async (flags, message) => {
    const before = readdirSync(cwd);
    const result = await docproof('certify', '--spec', 'spec.yaml', '--target', 'URL', ...flags);
    expect(result.err).toMatch(message);
    expect(result.code).toBe(2);
    expect(server.requests).toEqual([]);
    expect(readdirSync(cwd)).toEqual(before);
  });

  it.each([
    [
      'changeShelv',
      /target.yaml: `unsupported`: changeShelv is neither an op.*spec.yaml\n {2}did you mean changeShelf\?/,
    ],
    ['noSuchOp', /noSuchOp is neither an operation nor a case of spec.yaml\n {2}give an operationId of the spec, or/],
  ])('a target file that does not support %s, which is none', async (id, message) => {
    writeFileSync(join(cwd, 'target.yaml'), `url: ${server.url}\nunsupported: [deleteBook, ${id}]\n`);
    const result = await docproof('certify', '--spec', 'spec.yaml', '--target', 'target.yaml', '--token', TOKEN);
    expect(result.err).toMatch(message);
    expect([result.code, server.requests]).toEqual([2, []]);
  });

  it.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['a file of comments', '# What we know of.\n'],
  ])('--update-baseline makes a baseline of %s', async (_, before) => {
    if (before !== undefined) writeFileSync(join(cwd, 'known.yaml'), before);
    await server.close();
    server = await startFake(() => ({ status: 500, body: {} }));
    const flags = ['--token', TOKEN, '--baseline', 'known.yaml', '--update-baseline'];
    const { err } = await docproof('certify', '--spec', 'spec.yaml', '--target', 'URL', ...flags);
    expect(err).not.toContain('baseline');
    const after = readFileSync(join(cwd, 'known.yaml'), 'utf8');
    expect(after.startsWith(before ?? '')).toBe(true);
    expect(after).toContain('failures:\n');
  });

  it('shows no key of an apiKey scheme, however short', async () => {
    await server.close();
    server = await startFake(() => ({ status: 500, body: {} }));
    const key = '{ type: apiKey, in: header, name: X-Key }';
    writeFileSync(join(cwd, 'spec.yaml'), fixtureText('shelves').replace('{ type: http, scheme: bearer }', key));
    const { out } = await docproof('certify', '--spec', 'spec.yaml', '--target', 'URL', '--token', 'k7Q');
    expect(server.requests.some((r) => r.headers['x-key'] === 'k7Q')).toBe(true);
    expect(out).toContain('X-Key: ');
    expect(out).not.toContain('k7Q');
  });

  it('asks for the path of the servers where nothing is found', async () => {
    await server.close();
    server = await startFake(() => ({ status: 404, body: { error: 'no such thing' } }));
    const { err } = await docproof('certify', '--spec', 'spec.yaml', '--target', 'URL', '--token', TOKEN);
    expect(err).toContain(`every answer was 404; the spec's servers stand under /v1: is the target ${server.url}/v1 ?`);
  });
});

describe('check', () => {
  it('holds the gate of a spec that has no pages, and still misses the pages of one that had', async () => {
    expect((await docproof('generate', '--spec', 'spec.yaml', '--target', 'client')).code).toBe(0);
    const { code, out } = await docproof('check', '--spec', 'spec.yaml');
    expect(out).toMatch(/skipped +spec +spec.yaml was not built from pages/);
    expect(out).toMatch(/ok +generated/);
    expect(code).toBe(0);
    mkdirSync(join(cwd, 'docs'));
    writeFileSync(join(cwd, 'docs', 'notes.md'), '# What else there is to tell\n');
    renameSync(join(cwd, 'spec.yaml'), join(cwd, 'openapi.yaml'));
    expect((await docproof('generate', '--target', 'client', '--check')).code).toBe(0);
    expect((await docproof('check')).out).toMatch(/skipped +spec +openapi.yaml was not built from pages/);
    rmSync(join(cwd, 'docs'), { recursive: true });
    writeFileSync(join(cwd, 'spec.yaml'), `${fixtureText('shelves')}x-docproof: { version: 1 }\n`);
    expect((await docproof('check', '--spec', 'spec.yaml')).err).toContain('spec/docs: no such file or folder');
  });
});
