// Documents that are amiss do not fail a right server: what is sent or judged otherwise is a named relaxation.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, failures, fixtureText } from './testing/certify-fake.js';
import { archiveHandler, type FakeServer, startFake } from './testing/fake-server.js';

const ARCHIVE = fixtureText('archive');
let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** The archive's documents with one text in place of another, which has to be there. */
function changed(from: string, to: string): string {
  expect(ARCHIVE).toContain(from);
  return ARCHIVE.replaceAll(from, to);
}

async function outcome(text: string, only: string) {
  server = await startFake(archiveHandler([]), {});
  const run = await certifyFake(text, server.url, { select: { only } });
  const one = run.cases.find((c) => c.id === only);
  expect([failures(run), one?.outcome, run.cleaning.left]).toEqual([{}, 'passed', []]);
  const sent = one?.exchanges.find((e) => e.purpose === 'case');
  return { relaxed: one?.relaxations.map((r) => r.id), sent };
}

it('a link to an entity of another container is sent with that of the same one', async () => {
  const body = `{"uri":"https://archive1.host1.example/ctl/Page(''page1'')"}`;
  const { relaxed, sent } = await outcome(changed(body, body.replace('archive1', 'archive2')), 'tag/link');
  expect(relaxed).toContain('link-across-containers');
  expect(JSON.stringify(sent)).not.toContain('archive2');
});

it('a misspelt key in a command is sent as its page has it', async () => {
  const url = `url: https://archive1.host1.example/ctl/Tag(Name='tag1',_Folder.Name='folder1')\n`;
  const { relaxed, sent } = await outcome(changed(url, url.replace('(Name', '(Nam')), 'tag/retrieve');
  expect(relaxed).toContain('undocumented-key');
  expect(JSON.stringify(sent)).toContain('/Tag(Name=');
});

it('a sample that shows an entity of another kind is no sample of the answer', async () => {
  const text = changed(
    `https://archive1.host1.example/ctl/Folder('folder1')\n                          etag`,
    `https://archive1.host1.example/ctl/Page('page1')\n                          etag`,
  );
  const { relaxed } = await outcome(text.replaceAll('Note: null\n', 'Colour: red\n'), 'folder/create');
  expect(relaxed).toContain('sample-of-another');
});
