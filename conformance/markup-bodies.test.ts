// Commands whose body is XML: what it names by the names of the documents is there, and called as the run says.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, failures, fixtureText } from './testing/certify-fake.js';
import { archiveHandler, type FakeServer, startFake } from './testing/fake-server.js';

let server: FakeServer | undefined;
afterEach(() => server?.close());

const BODY =
  '<rights base="https://archive1.host1.example/_mark/folder1/"><who><tag>tag1</tag><tag>all</tag></who></rights>';

const RIGHTS = `paths:
  /{ArchiveName}/{FolderName}/look:
    get: { operationId: look, responses: { '200': { description: OK } } }
  /{ArchiveName}/rights:
    put:
      operationId: giveRights
      requestBody: { content: { application/xml: { schema: { type: string } } } }
      responses: { '204': { description: OK }, '400': { description: wrong } }
      x-docproof:
        pages: [rights]
        cases:
        - id: rights/give
          page: rights
          source: { file: rights.md, line: 3 }
          request:
            method: PUT
            url: https://archive1.host1.example/rights
            headers: { Authorization: 'Bearer TOKEN(...)', Content-Type: application/xml }
            body: '${BODY}'
`;

it('things that an XML body names are made first, and it names them as they are called', async () => {
  const handle = archiveHandler();
  const named: (string[] | null)[] = [];
  server = await startFake((request, base) => {
    const [, archive] = /^\/([^/]+)\/rights$/.exec(request.path) ?? [];
    if (archive === undefined) return handle(request, base);
    const found = /<rights base="([^"]*)\/_mark\/([^/]+)\/"><who><tag>([^<]+)<\/tag><tag>all</.exec(request.body);
    const [, cell = '', folder = '', tag = ''] = found ?? [];
    named.push(found && [cell, folder.slice(0, 7), tag.slice(0, 4)]);
    const path = `/${archive}/ctl/Tag(Name='${tag}',_Folder.Name='${folder}')`;
    const there = handle({ ...request, method: 'GET', path, body: '' }, base).status === 200;
    return { status: there && cell === `${base}/${archive}` ? 204 : 400 };
  });
  const text = fixtureText('archive').replace('paths:\n', RIGHTS);
  const run = await certifyFake(text, server.url, { select: { only: 'rights/give' } });
  expect(failures(run)).toEqual({});
  expect(named).toEqual([[expect.stringContaining('/archive1-'), 'folder1', 'tag1']]);
  expect(run.cleaning.left).toEqual([]);
});
