// The runner against small servers: right ones are conformant, each wrong one is caught.
import { afterEach, describe, expect, it } from 'vitest';
import { certifyFake, failures, fixtureText } from './testing/certify-fake.js';
import {
  archiveHandler,
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  type Misbehaviour,
  startFake,
} from './testing/fake-server.js';
import { projectsHandler } from './testing/projects-server.js';

const ARCHIVE = fixtureText('archive');
const PROJECTS = fixtureText('projects');
let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function archive(misbehave: Misbehaviour = {}, known: string[] = []): Promise<FakeServer> {
  server = await startFake(archiveHandler(known), misbehave);
  return server;
}

describe('a right server', () => {
  it('is conformant, and nothing of the run is left on it', async () => {
    const { url, requests } = await archive();
    const run = await certifyFake(ARCHIVE, url);
    expect(failures(run)).toEqual({});
    const outbound = 'its effects leave the server; allow it with --allow-outbound';
    expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.outcome, c.reason])).toEqual([
      ['archive/send', 'untested', outbound],
      ['derived/sendArchive/no-token', 'untested', outbound],
      ['derived/sendArchive/bad-token', 'untested', outbound],
    ]);
    expect(run.cleaning.left).toEqual([]);
    expect(run.cleaning.removed).toBe(run.cleaning.created);
    const made = requests.filter(
      (r) => r.method === 'POST' && r.path === '/ctl/Archive' && !r.body.includes('{"a"'),
    ).length;
    expect(made).toBeGreaterThan(20);
    expect(run.exitCode).toBe(3);
    const declared = await certifyFake(ARCHIVE, url, { unsupported: ['sendArchive'] });
    expect([failures(declared), declared.exitCode]).toEqual([{}, 0]);
    expect((await certifyFake(ARCHIVE, url, { allowOutbound: true })).exitCode).toBe(0);
  });

  it('may know the condition of a read that its documents name by a placeholder alone', async () => {
    const text = ARCHIVE.replace(
      '    name: If-Match\n',
      '$&    means: etag\n  - in: header\n    name: If-None-Match\n',
    );
    const { url } = await archive({
      after: (r, a) => {
        const etag = a.headers?.['ETag'];
        return etag && etag === r.headers['if-none-match'] ? { status: 304, headers: { ETag: etag } } : a;
      },
    });
    const run = await certifyFake(text, url, { select: { only: 'derived/retrieveFolder/if-none-match/*' } });
    expect([failures(run), run.exitCode]).toEqual([{}, 0]);
  });

  it('may put off the link that a case needs', async () => {
    const late = (r: FakeRequest): FakeAnswer | undefined =>
      r.method === 'POST' && r.path.includes('$links') ? { status: 429 } : undefined;
    const { url } = await archive({ before: late });
    const run = await certifyFake(ARCHIVE, url, { select: { only: 'tag/unlink' } });
    expect(failures(run)).toEqual({});
    expect(run.cases.map((c) => [c.outcome, /--rate N/.test(c.reason ?? '')])).toEqual([['cantTell', true]]);
  });

  it('has cases of every kind', async () => {
    const { url } = await archive();
    const run = await certifyFake(ARCHIVE, url);
    const ids = run.cases.map((c) => c.id);
    for (const id of [
      'tag/unlink',
      'derived/createFolder/missing/Name',
      'derived/createFolder/limit-inside/Name',
      'derived/createFolder/limit-above/Name',
      'derived/createFolder/first-character/Name',
      'derived/createFolder/wrong-type/Name',
      'derived/createFolder/unknown-field',
      'derived/createFolder/no-token',
      'derived/createFolder/bad-token',
      'derived/createFolder/duplicate',
      'derived/updateFolder/if-match/other',
      'derived/updateFolder/method-override',
      'derived/retrieveTag/missing-entity',
      'derived/retrieveTag/form/retrieveTagAlias1',
      'story/folder-createFolder/gone',
      'story/linkTagPage/unlink',
    ])
      expect(ids).toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stays conformant when every name of the cases is another', async () => {
    const renamed = ARCHIVE.replaceAll(
      /\b(archive|folder|tag|page)([12])\b/g,
      (_, name: string, n: string) => `zz${name}x${n}`,
    );
    const { url } = await archive();
    const run = await certifyFake(renamed, url, { allowOutbound: true });
    expect(failures(run)).toEqual({});
    expect(run.exitCode).toBe(0);
  });

  it('may have a plain spec without x-docproof, whose ids the server gives', async () => {
    server = await startFake(projectsHandler());
    const run = await certifyFake(PROJECTS, server.url);
    expect(failures(run)).toEqual({});
    expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
    expect(run.cases.map((c) => c.id)).toContain('story/projects-createProject/gone');
    expect(run.cleaning).toMatchObject({ left: [] });
    expect(run.exitCode).toBe(0);
  });
});

type Fault = [name: string, misbehave: Misbehaviour, caughtBy: string, assertion: string];

const only = (
  method: string,
  path: RegExp,
  change: (answer: FakeAnswer, request: FakeRequest) => FakeAnswer,
): Misbehaviour => ({
  after: (request, answer) =>
    request.method === method && path.test(decodeURIComponent(request.path)) && answer.status < 300
      ? change(answer, request)
      : answer,
});
const json = (answer: FakeAnswer, change: (results: Record<string, unknown>) => void): FakeAnswer => {
  const body = structuredClone(answer.body) as { d: { results: Record<string, unknown> } };
  change(body.d.results);
  return { ...answer, body };
};

const faults: Fault[] = [
  ['another status', only('POST', /Folder$/, (a) => ({ ...a, status: 200 })), 'folder/create', 'status'],
  [
    'a dropped header',
    only('POST', /Folder$/, (a) => ({ ...a, headers: { Location: a.headers?.['Location'] ?? '' } })),
    'folder/create',
    'header/ETag',
  ],
  [
    'another media type',
    only('GET', /Folder\('/, (a) => ({ ...a, headers: { ...a.headers, 'Content-Type': 'text/plain' } })),
    'folder/retrieve',
    'media-type',
  ],
  [
    'a wrong type',
    only('GET', /Folder\('/, (a) => json(a, (r) => Object.assign(r, { __published: 17 }))),
    'folder/retrieve',
    'schema',
  ],
  [
    'another entity',
    only('POST', /Folder$/, (a) => json(a, (r) => Object.assign(r, { Name: 'other' }))),
    'folder/create',
    'echo',
  ],
  [
    'a write that is lost',
    {
      before: (r) =>
        r.method === 'PUT' && r.path.includes('Folder') ? { status: 204, headers: { ETag: 'W/"9-9"' } } : undefined,
    },
    'folder/update',
    'read-after-write',
  ],
  [
    'a delete that does nothing',
    { before: (r) => (r.method === 'DELETE' && r.path.includes('/Folder') ? { status: 204 } : undefined) },
    'folder/delete',
    'gone-after-delete',
  ],
  [
    'an ETag that stays',
    {
      after: (r, a) =>
        r.path.includes('Folder') && a.headers?.['ETag'] ? { ...a, headers: { ...a.headers, ETag: 'W/"1-1"' } } : a,
    },
    'folder/update',
    'etag-changes',
  ],
  [
    'a Location that leads elsewhere',
    only('POST', /Folder$/, (a) => ({ ...a, headers: { ...a.headers, Location: '/nowhere' } })),
    'folder/create',
    'location',
  ],
  [
    'a duplicate that is accepted',
    { after: (r, a) => (r.method === 'POST' && r.path.endsWith('Folder') && a.status === 409 ? { status: 201 } : a) },
    'derived/createFolder/duplicate',
    'status',
  ],
  [
    'no check of the token',
    { before: (r) => (r.headers['authorization'] === undefined ? { status: 200, body: {} } : undefined) },
    'derived/retrieveFolder/no-token',
    'status',
  ],
  [
    'an error without its code',
    { after: (_, a) => (a.status === 404 ? { status: 404, body: { code: 'X', message: 'gone' } } : a) },
    'derived/retrieveFolder/missing-entity',
    'error-code',
  ],
  [
    'an error without its shape',
    { after: (_, a) => (a.status === 404 ? { status: 404, body: { oops: 'E404-1' } } : a) },
    'derived/retrieveFolder/missing-entity',
    'schema',
  ],
  [
    'If-Match that is ignored',
    { before: (r) => (r.headers['if-match'] && r.headers['if-match'] !== '*' ? { status: 204 } : undefined) },
    'derived/updateFolder/if-match/other',
    'status',
  ],
  [
    'a stale list',
    only('GET', /Folder$/, (a) => ({ ...a, body: { d: { results: [] } } })),
    'story/folder-createFolder/list',
    'listed',
  ],
  [
    'a link that is not kept',
    { before: (r) => (r.method === 'POST' && r.path.includes('$links') ? { status: 204 } : undefined) },
    'tag/link',
    'listed-after-link',
  ],
  ['a body with 204', only('PUT', /Folder/, (a) => ({ ...a, status: 200, body: {} })), 'folder/update', 'status'],
  [
    'a documented value that differs',
    only('POST', /Folder$/, (a) =>
      json(a, (r) => Object.assign(r, { __metadata: { ...(r['__metadata'] as object), type: 'Other' } })),
    ),
    'folder/create',
    'sample',
  ],
];

describe('a wrong server', () => {
  it.each(faults)('%s', async (_name, misbehave, caughtBy, assertion) => {
    const { url } = await archive({ ...misbehave, delay: () => 1 });
    // A sample is judged by what all answers have in common.
    const select = assertion === 'sample' ? {} : { only: caughtBy };
    const run = await certifyFake(ARCHIVE, url, { allowOutbound: true, select });
    expect(failures(run)[caughtBy] ?? run.cases.find((c) => c.id === caughtBy)).toContain(assertion);
    if (assertion !== 'sample') expect(run).toMatchObject({ verdict: 'nonconformant', exitCode: 1 });
  });

  it('that answers 200 to everything is nonconformant', async () => {
    server = await startFake(() => ({ status: 200, body: {} }));
    const run = await certifyFake(ARCHIVE, server.url);
    expect(run.verdict).toBe('nonconformant');
  });

  it('that cuts an answer, or is too slow, fails and does not stop the run', async () => {
    const { url } = await archive({ delay: (r) => (r.method === 'GET' && r.path.endsWith('/Tag') ? 600 : 0) });
    const run = await certifyFake(ARCHIVE, url, { timeout: 200, select: { only: 'tag/*' } });
    expect(failures(run)['tag/list']).toEqual(['answer']);
    expect(run.cases.filter((c) => c.outcome === 'passed').length).toBeGreaterThan(3);
  });

  it('that ends connections of one kind fails; it answers others', async () => {
    const { url } = await archive({ reset: (r) => r.method === 'POST' && r.path.endsWith('/Tag') });
    const run = await certifyFake(ARCHIVE, url, { select: { only: 'tag/*' } });
    expect(failures(run)['tag/create']).toEqual(['answer']);
    expect(run.exitCode).toBe(1);
  });

  it('is not read beyond the bound of a body', async () => {
    const { url } = await archive(
      only('GET', /Tag$/, (a) => ({ ...a, body: `{"d":{"results":[],"x":"${'x'.repeat(300_000)}"}}` })),
    );
    const run = await certifyFake(ARCHIVE, url, { maxBody: 100_000, select: { only: 'tag/list' } });
    expect(failures(run)['tag/list']).toEqual(['schema']);
  });
});
