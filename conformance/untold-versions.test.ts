// Versions of what cannot be read alone: an update tells the new one, or nobody knows it.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, failures, fixtureText } from './testing/certify-fake.js';
import { archiveHandler, type FakeServer, type Misbehaviour, startFake } from './testing/fake-server.js';

/** Folders without a read of their own. */
const UNREAD = fixtureText('archive').replace(/ {4}get:\n {6}operationId: retrieveFolder\n.*?(?= {4}put:\n)/s, '');
let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function archive(misbehave: Misbehaviour = {}): Promise<FakeServer> {
  server = await startFake(archiveHandler(), misbehave);
  return server;
}

it('may leave the version untold that an update made, where a folder cannot be read alone', async () => {
  const { url, requests } = await archive({
    after: ({ method }, answer) => (method === 'PUT' ? { ...answer, headers: {} } : answer),
  });
  const untold = UNREAD.replace(/(operationId: updateFolder\n.*?description: OK\n).*?(?= {8}'400':)/s, '$1');
  const run = await certifyFake(untold, url, { select: { only: 'story/folder-createFolder' } });
  expect(failures(run)).toEqual({});
  const conditions = requests.filter((r) => r.method === 'PUT').map((r) => r.headers['if-match']);
  expect([run.counts.cantTell, run.counts.untested, conditions.at(-1)]).toEqual([0, 0, undefined]);
  const stale = run.cases.find((c) => c.id.endsWith('/update-stale'));
  expect(stale?.assertions.filter((a) => a.id === 'status').map((a) => a.outcome)).toEqual(['passed']);
});

it('shows a version in its list that only the update told, where a folder cannot be read alone', async () => {
  const { url } = await archive();
  const run = await certifyFake(UNREAD, url, { select: { only: 'story/folder-createFolder' } });
  expect(failures(run)).toEqual({});
  const [listed] = run.cases.filter((c) => c.id.endsWith('/list-after-update'));
  expect(listed?.assertions.filter((a) => a.id === 'listed-etag').map((a) => a.outcome)).toEqual(['passed']);
});
