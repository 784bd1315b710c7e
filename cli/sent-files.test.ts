// Files that documented commands send: they come from the folder of --files, as they are, and from nowhere else.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeServer, type Handler, startFake, TOKEN } from '../conformance/testing/fake-server.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

const PICTURE = Buffer.from('\x89PNG\r\n\x1a\n\x00\xff\xfe', 'latin1');

const PAGE = `# Slides

## Add a slide

\`POST /slides\`

\`\`\`sh
curl -X POST https://slides.example/slides -H "Authorization: Bearer $TOKEN" -F title="Old mill" -F file=@./in/mill.png
\`\`\`

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| title | string | Yes | 1 to 20 characters |
| file | file | Yes | The picture |

Response \`201 Created\`

\`\`\`json
{ "id": "s7", "title": "Old mill" }
\`\`\`

## Show a slide

\`GET /slides/{id}\`

\`\`\`sh
curl https://slides.example/slides/s7 -H "Authorization: Bearer $TOKEN"
\`\`\`

Response \`200 OK\`

\`\`\`json
{ "id": "s7", "title": "Old mill" }
\`\`\`

## Replace the picture

\`PUT /slides/{id}/picture\`

\`\`\`sh
curl -X PUT https://slides.example/slides/s7/picture -H "Authorization: Bearer $TOKEN" -H "Content-Type: image/png" --data-binary @mill.png
\`\`\`

Response \`204 No Content\`

## Remove a slide

\`DELETE /slides/{id}\`

\`\`\`sh
curl -X DELETE https://slides.example/slides/s7 -H "Authorization: Bearer $TOKEN"
\`\`\`

Response \`204 No Content\`
`;

/** Takes pictures alone, and looks inside. */
function slides(): Handler {
  const kept = new Map<string, { id: string; title: string }>();
  let last = 0;
  const none = { status: 404, body: { message: 'none' } };
  const wrong = { status: 400, body: { message: 'wrong' } };
  return ({ method, path, headers, body, bytes }) => {
    const [, , id, part] = path.split('/');
    if (id === undefined) {
      const title = /name="title"\r\n\r\n(.*)\r\n/.exec(body)?.[1] ?? '';
      const isPicture = body.includes('filename="mill.png"\r\nContent-Type: image/png') && bytes.includes(PICTURE);
      if (method !== 'POST' || !isPicture || title === '' || title.length > 20) return wrong;
      const slide = { id: `s${++last}`, title };
      kept.set(slide.id, slide);
      return { status: 201, headers: { Location: `/slides/${slide.id}` }, body: slide };
    }
    const slide = kept.get(id);
    if (!slide) return none;
    if (part === 'picture')
      return headers['content-type'] === 'image/png' && bytes.equals(PICTURE) ? { status: 204 } : wrong;
    if (method === 'DELETE') kept.delete(id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: slide };
  };
}

let cwd: string;
let server: FakeServer;

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-files-'));
  mkdirSync(join(cwd, 'files'));
  mkdirSync(join(cwd, 'empty'));
  writeFileSync(join(cwd, 'files', 'mill.png'), PICTURE);
  writeFileSync(join(cwd, 'secret.png'), 'not to be sent');
  writeFileSync(join(cwd, 'slides.md'), PAGE);
  server = await startFake(slides());
  expect(await run(['build', 'slides.md', '--profile', 'rest-table', '--quiet'], fakeIo({ cwd }))).toBe(0);
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

async function certify(...args: string[]) {
  const io = fakeIo({ cwd, env: {} });
  const given = ['--spec', 'openapi.yaml', '--target', server.url, '--token', TOKEN, '--report', 'report'];
  const code = await run(['certify', ...given, ...args], io);
  return { code, out: io.stdout, err: io.stderr };
}

describe('a command that sends a file', () => {
  it('is untested without the file, and says what would help', async () => {
    const { code, out } = await certify();
    expect(code).toBe(3);
    expect(out).toContain('not part of the documents: ./in/mill.png (--files names a folder that has it)');
    expect(server.requests.some(({ bytes }) => bytes.includes(PICTURE))).toBe(false);
  });

  it('is sent with the file; what needs it is prepared with it; the report names it and proves which it was', async () => {
    const { code, out } = await certify('--files', 'files');
    expect(out).toMatch(/conformant: \d+ passed/);
    expect(out).toContain('relaxed slide/add: ./in/mill.png is not part of the documents: that of --files is sent');
    expect(code).toBe(0);
    const text = readFileSync(join(cwd, 'report', 'report.json'), 'utf8');
    const report = JSON.parse(text);
    expect(report.files).toEqual([{ name: 'mill.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(text).toContain('Content-Type: image/png\\r\\n\\r\\n@mill.png\\r\\n');
    const ids = report.cases.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(['derived/addSlide/limit-above/title', 'story/slides-addSlide/gone']));
    const verify = fakeIo({ cwd });
    const args = ['verify', 'report/certificate.json', '--report', 'report/report.json', '--spec', 'openapi.yaml'];
    await run(args, verify);
    expect(verify.stdout).toContain('is true to report/report.json: conformant');
  });
});

describe('--files', () => {
  it.each([
    ['nowhere', /--files nowhere: cannot read the folder: there is no such file/],
    ['slides.md', /--files slides.md: it is a file, not a folder/],
    ['empty', /--files empty: it has none of the files that the commands send\n {2}they are: mill.png/],
    ['linked', /--files linked: it has none of the files/],
  ])('%s is refused, and nothing is sent', async (folder, message) => {
    mkdirSync(join(cwd, 'linked'));
    symlinkSync(join(cwd, 'secret.png'), join(cwd, 'linked', 'mill.png'));
    const { code, err } = await certify('--files', folder);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(server.requests).toEqual([]);
  });
});
