// Nothing is green by accident: what was not looked at, or could not be, is no success.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, failures, fixtureText } from './testing/certify-fake.js';
import { archiveHandler, type FakeServer, type Misbehaviour, startFake } from './testing/fake-server.js';

const ARCHIVE = fixtureText('archive');
let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function archive(misbehave: Misbehaviour = {}): Promise<FakeServer> {
  server = await startFake(archiveHandler(), misbehave);
  return server;
}

it('nothing selected', async () => {
  const { url } = await archive();
  expect(await certifyFake(ARCHIVE, url, { select: { only: 'no such case' } })).toMatchObject({
    exitCode: 3,
    verdict: 'undetermined',
    cases: [],
  });
});

it('a target that is down', async () => {
  const run = await certifyFake(ARCHIVE, 'http://127.0.0.1:9');
  expect(run).toMatchObject({ exitCode: 3, verdict: 'undetermined' });
  expect(run.stopped).toContain('nothing listens');
  expect(run.cleaning).toEqual({ created: 0, removed: 0, left: [] });
  expect(run.counts.passed + run.counts.failed).toBe(0);
});

it('a target that ends in the middle of the run', async () => {
  let left = 120;
  const { url } = await archive({
    reset: () => {
      if (--left === 0) void server?.close();
      return left <= 0;
    },
  });
  const run = await certifyFake(ARCHIVE, url);
  expect(failures(run)).toEqual({});
  expect(run.counts.passed).toBeGreaterThan(0);
  expect(run.cases.some((c) => c.outcome === 'untested' && c.reason?.includes('nothing listens'))).toBe(true);
  expect(run).toMatchObject({ verdict: 'undetermined', exitCode: 3 });
});

it('a connection that breaks once', async () => {
  let broken = false;
  const { url } = await archive({
    reset: (r) => {
      if (broken || r.method !== 'GET' || !/\/Tag$/.test(r.path)) return false;
      broken = true;
      return true;
    },
  });
  const run = await certifyFake(ARCHIVE, url, { select: { only: 'tag/list' } });
  expect(run.cases[0]).toMatchObject({
    outcome: 'cantTell',
    reason: 'the server closed the connection without an answer; sent again, it was answered 200',
  });
  expect(run.exitCode).toBe(3);
});

it('a target that answers no request in time', async () => {
  const { url } = await archive({ delay: () => 400 });
  const run = await certifyFake(ARCHIVE, url, { timeout: 100, select: { only: 'archive/*' } });
  expect(failures(run)).toEqual({});
  expect(run.exitCode).toBe(3);
});

it('a prerequisite that fails', async () => {
  const { url } = await archive({
    before: (r) => (r.method === 'POST' && r.path.endsWith('/Folder') ? { status: 503, body: {} } : undefined),
  });
  const run = await certifyFake(ARCHIVE, url, { select: { only: 'tag/retrieve' } });
  expect(run.cases[0]).toMatchObject({
    outcome: 'cantTell',
    reason: "Folder('folder1') could not be created: the server answered 503",
  });
  expect(run.exitCode).toBe(3);
});

it('a prerequisite that nobody documents', async () => {
  const { url, requests } = await archive();
  const without = ARCHIVE.replace('operationId: createFolder', 'deprecated: true\n      operationId: createFolder')
    .replace("'/{ArchiveName}/ctl/Folder':", '/{ArchiveName}/ctl/Folders:')
    .replace('/{ArchiveName}/ctl/Folder:\n', '/{ArchiveName}/ctl/Folders:\n');
  const run = await certifyFake(without, url, { select: { only: 'folder/retrieve' } });
  expect(run.cases[0]).toMatchObject({ outcome: 'untested', reason: 'no documented way to create Folder' });
  expect(run.exitCode).toBe(3);
  expect(requests).toEqual([]);
  const helped = await certifyFake(without, url, { select: { only: 'folder/retrieve' }, setupText: ARCHIVE });
  expect(helped).toMatchObject({ exitCode: 0, verdict: 'conformant' });
});

it('things that nobody makes, called by their variables', async () => {
  const { url } = await archive();
  const spec = `openapi: 3.0.3
info: { title: Orders, version: '1' }
paths:
  /orders/{order-id}/{line_name}/{part}:
    parameters: [order-id, line_name, part]
    get: { responses: { '200': { description: ok } } }
`.replace(/\[(.+)\]/, (_, names: string) =>
    JSON.stringify(names.split(', ').map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))),
  );
  const run = await certifyFake(spec, url);
  expect(run.cases[0]).toMatchObject({ reason: 'no documented way to create order, line, part' });
});

it('a target that speaks HTTP, and no more of it when something is read, is there, and wrong', async () => {
  const { url } = await archive({
    after: (request, answer) => {
      const headers = { ...answer.headers, 'content-length': 'long' };
      return request.method === 'GET' ? { ...answer, headers } : answer;
    },
  });
  const run = await certifyFake(ARCHIVE, url, { parallel: 1, select: { only: 'folder/*' } });
  expect(failures(run)['folder/retrieve']).toEqual(['answer']);
  expect(run).toMatchObject({ verdict: 'nonconformant', exitCode: 1 });
});

it('a target whose every answer is coded otherwise than it says is there, and wrong', async () => {
  const { url } = await archive({
    after: (_, answer) => ({ ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } }),
  });
  // The first of these need something that is made with an answer which nobody can read.
  const run = await certifyFake(ARCHIVE, url, { parallel: 1, select: { only: 'folder/*' } });
  expect(run.stopped).toBeUndefined();
  const whole = await certifyFake(ARCHIVE, url, { parallel: 1 });
  expect(failures(whole)['archive/create']).toEqual(['answer']);
  expect(whole).toMatchObject({ verdict: 'nonconformant', exitCode: 1 });
});
