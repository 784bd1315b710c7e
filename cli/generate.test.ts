// `docproof generate` in temporary folders, as a user runs it: fresh, stale, repaired, foreign files, own templates.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

const SPEC = `openapi: 3.1.0
info: { title: Cats, version: '1' }
paths:
  /cats:
    get: { operationId: listCats, responses: { '200': { description: Cats, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } } } }
    post: { operationId: createCat, responses: { '201': { description: A cat } } }
components: { schemas: { Cat: { type: object, properties: { name: { type: string } } } } }
`;

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-generate-'));
  writeFileSync(join(cwd, 'cats.yaml'), SPEC);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function generate(...flags: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd });
  const code = await run(['generate', '--spec', 'cats.yaml', '--target', 'server', ...flags], io);
  return { code, out: io.stdout, err: io.stderr };
}

const file = (path: string): string => join(cwd, path);
const text = (path: string): string => readFileSync(file(path), 'utf8');

describe('files', () => {
  test('are written once, and found fresh', async () => {
    expect(await generate('--check')).toMatchObject({ code: 1 });
    expect(existsSync(file('generated'))).toBe(false);
    expect((await generate()).out).toMatch(/^\d+ files in generated: \d+ new\n$/);
    expect(await generate('--check')).toMatchObject({ code: 0, err: '' });
    expect((await generate()).out).toContain('all as they were');
  });

  test('are stale after the spec has changed: named, with the command that mends them', async () => {
    await generate();
    writeFileSync(file('cats.yaml'), SPEC.replace('createCat', 'addCat').replace('name:', 'colour:'));
    const { code, out, err } = await generate('--check');
    expect(code).toBe(1);
    expect(out).toContain('missing  generated/server/operations/add-cat.ts\n');
    expect(out).toContain('obsolete  generated/server/operations/create-cat.ts\n');
    expect(out).toContain('stale  generated/server/schemas.ts\n');
    expect(err).toContain('run `docproof generate --spec cats.yaml --target server`');
    const diff = await generate('--diff');
    expect(diff.code).toBe(1);
    expect(diff.out).toContain('--- a/generated/server/schemas.ts\n+++ b/generated/server/schemas.ts\n');
    expect(diff.out).toContain('\n-  name?: string;\n+  colour?: string;\n');
    await generate();
    expect(existsSync(file('generated/server/operations/create-cat.ts'))).toBe(false);
    expect(await generate('--check')).toMatchObject({ code: 0 });
  });

  test('that are broken, edited or gone are repaired', async () => {
    await generate();
    const right = text('generated/server/index.ts');
    writeFileSync(file('generated/server/index.ts'), 'export cons');
    rmSync(file('generated/server/runtime'), { recursive: true });
    expect((await generate('--check')).out).toContain('stale  generated/server/index.ts');
    expect(await generate()).toMatchObject({ code: 0 });
    expect(text('generated/server/index.ts')).toBe(right);
    rmSync(file('generated'), { recursive: true });
    expect(await generate()).toMatchObject({ code: 0 });
    expect(text('generated/server/index.ts')).toBe(right);
  });

  test('are ours even when the manifest is lost', async () => {
    await generate();
    writeFileSync(file('generated/.docproof-manifest.json'), '{ broken');
    writeFileSync(file('cats.yaml'), SPEC.replace('name:', 'colour:'));
    expect(await generate()).toMatchObject({ code: 0 });
    expect(text('generated/server/schemas.ts')).toContain('colour');
  });

  test.each([
    ['{ "dependencies": { "express": "5" } }', 'npm install ajv ajv-formats\n'],
    ['{ "devDependencies": { "ajv": "8" } }', 'npm install ajv-formats\n'],
    ['{ "dependencies": { "ajv": "8", "ajv-formats": "3" } }', ''],
    ['{ broken', ''],
  ])('of the server need packages that are named: %s', async (packages, install) => {
    writeFileSync(file('package.json'), packages);
    const { code, out } = await generate();
    expect([code, /npm install.*\n/.exec(out)?.[0] ?? '']).toEqual([0, install]);
  });

  test('of others are never touched', async () => {
    mkdirSync(file('generated/server'), { recursive: true });
    writeFileSync(file('generated/server/notes.md'), 'mine');
    writeFileSync(file('generated/server/index.ts'), 'mine, too');
    const { code, err } = await generate();
    expect(code).toBe(2);
    expect(err).toContain('not written by docproof, and in the way: generated/server/index.ts');
    expect(existsSync(file('generated/server/schemas.ts'))).toBe(false);
    rmSync(file('generated/server/index.ts'));
    await generate();
    writeFileSync(file('cats.yaml'), 'openapi: 3.1.0\ninfo: { title: None, version: "1" }\npaths: {}\n');
    await generate();
    expect(text('generated/server/notes.md')).toBe('mine');
  });

  test('that were edited and are no longer generated stay, with a word', async () => {
    await generate();
    writeFileSync(file('generated/server/operations/create-cat.ts'), '// my notes\n');
    writeFileSync(file('cats.yaml'), SPEC.replace('createCat', 'addCat'));
    expect((await generate()).err).toContain(
      'generated/server/operations/create-cat.ts: no longer generated, but edited',
    );
    expect(text('generated/server/operations/create-cat.ts')).toBe('// my notes\n');
  });

  test('of other targets stay in the manifest', async () => {
    await generate('--target', 'samples');
    await generate();
    expect(text('generated/.docproof-manifest.json')).toContain('"samples/');
    expect(await generate('--target', 'samples,server', '--check')).toMatchObject({ code: 0 });
  });
});

describe('paths', () => {
  test('from a manifest that lead out of the folder are left alone', async () => {
    await generate();
    writeFileSync(file('precious.txt'), 'x');
    const manifest = JSON.parse(text('generated/.docproof-manifest.json')) as { files: Record<string, string> };
    manifest.files['server/../../precious.txt'] = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    writeFileSync(file('generated/.docproof-manifest.json'), JSON.stringify(manifest));
    expect(await generate()).toMatchObject({ code: 0 });
    expect(text('precious.txt')).toBe('x');
  });

  test('through a link that leads out are refused', async () => {
    mkdirSync(file('generated'));
    mkdirSync(file('elsewhere'));
    symlinkSync(file('elsewhere'), file('generated/server'));
    const { code, err } = await generate();
    expect(code).toBe(2);
    expect(err).toContain('leads out of');
    expect(existsSync(file('elsewhere/index.ts'))).toBe(false);
  });
});

describe('templates of the user', () => {
  test('replace ours by name', async () => {
    mkdirSync(file('mine/server'), { recursive: true });
    writeFileSync(file('mine/server/definitions.hbs'), '{{header}}\nexport const definitions = {}; // mine <>&\n');
    expect(await generate('--templates', 'mine')).toMatchObject({ code: 0 });
    expect(text('generated/server/definitions.ts')).toMatch(/^\/\/ Generated by docproof.*\n.*\/\/ mine <>&\n$/);
    expect((await generate('--check', '--templates', 'mine')).code).toBe(0);
    expect((await generate('--check')).code).toBe(1);
  });

  test.each([
    ['a\n  {{missing}}', 'mine/server/definitions.hbs:2:5: its view has no missing'],
    ['{{helper x}}', 'mine/server/definitions.hbs:1:1: there is no helper helper'],
    ['{{#each}}', "mine/server/definitions.hbs:1: it can't be parsed"],
    ['\n{{> server/nothing}}', 'mine/server/definitions.hbs:2: there is no template server/nothing.hbs'],
  ])('with a mistake (%s) are named', async (source, message) => {
    mkdirSync(file('mine/server'), { recursive: true });
    writeFileSync(file('mine/server/definitions.hbs'), source);
    const { code, err } = await generate('--templates', 'mine');
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(file('generated'))).toBe(false);
  });
});

describe('a folder of templates', () => {
  test.each([
    ['server/rotues.hbs', 'mine/server/rotues.hbs replaces no template', 'routes.hbs'],
    ['other.hbs', 'mine/other.hbs replaces no template', 'server/, client/ and samples/'],
  ])('with %s, which is none, is refused', async (name, message, help) => {
    mkdirSync(dirname(file(`mine/${name}`)), { recursive: true });
    writeFileSync(file(`mine/${name}`), 'x');
    const { code, err } = await generate('--templates', 'mine');
    expect([code, existsSync(file('generated'))]).toEqual([2, false]);
    expect(err).toContain(message);
    expect(err).toContain(help);
  });

  test('may have partials of its own, and notes', async () => {
    mkdirSync(file('mine/server'), { recursive: true });
    writeFileSync(file('mine/server/definitions.hbs'), '{{header}}\n{{> server/mine}}\n');
    writeFileSync(file('mine/server/mine.hbs'), 'export const definitions = {};\n');
    writeFileSync(file('mine/README.md'), 'notes');
    expect(await generate('--templates', 'mine')).toMatchObject({ code: 0 });
    writeFileSync(file('mine/server/mine.hbs'), '\n\n{{x}}\n');
    expect((await generate('--templates', 'mine')).err).toContain('mine/server/mine.hbs:3:3: its view has no x');
    writeFileSync(file('note'), 'x');
    expect((await generate('--templates', 'note')).err).toContain('no templates folder at note');
  });
});

describe('handler files', () => {
  test('are made where the flag says, remembered, and kept', async () => {
    const made = await generate('--handlers', 'src/handlers');
    expect(made.out).toContain('handlers in src/handlers: 2 new');
    const filled = text('src/handlers/cats.ts').replace(
      'return unwritten(input, call);',
      'return { status: 200, body: {} };',
    );
    writeFileSync(file('src/handlers/cats.ts'), filled);
    expect((await generate()).out).toContain('handlers in src/handlers: all as they were');
    writeFileSync(
      file('cats.yaml'),
      SPEC.replace('post:', 'put: { operationId: replaceCats, responses: {} }\n    post:'),
    );
    const check = await generate('--check');
    expect(check.code).toBe(1);
    expect(check.out).toContain('stale  src/handlers/cats.ts\n');
    await generate();
    const body = filled.slice(filled.indexOf('/**'));
    expect(text('src/handlers/cats.ts')).toContain(body);
    expect(text('src/handlers/cats.ts')).toContain('export async function replaceCats(');
    expect(text('src/handlers/index.ts')).toContain('replaceCats: cats.replaceCats,');
  });

  test('never go into the output folder', async () => {
    expect(await generate('--handlers', 'generated/handlers')).toMatchObject({ code: 2 });
  });
});

test.each([
  [['--spec', 'none.yaml'], 'no spec at none.yaml'],
  [['--templates', 'none'], 'no templates folder at none'],
  [['--out', 'cats.yaml'], '--out cats.yaml: cats.yaml is a file, not a folder\n  give a folder'],
  [['--out', 'cats.yaml/code', '--check'], '--out cats.yaml/code: cats.yaml is a file, not a folder'],
  [['--handlers', 'cats.yaml'], '--handlers cats.yaml: cats.yaml is a file, not a folder'],
  [['--handlers', 'cats.yaml/own'], '--handlers cats.yaml/own: cats.yaml is a file, not a folder'],
  [['--languages', 'klingon'], 'no language klingon\n  there are '],
  [['--target', 'client', '--languages', 'klingon', '--code-samples', 'cs.yaml'], 'no language klingon'],
  [['--code-samples', './cats.yaml'], '--code-samples ./cats.yaml: it is the spec itself\n  name another file'],
  [['--target', 'cobol'], 'Targets are server, client, samples.'],
])('%j is refused and writes nothing', async (flags, message) => {
  const { code, err } = await generate(...flags);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(existsSync(file('generated'))).toBe(false);
});

test('a file where a folder of the output would be is told before anything is written', async () => {
  mkdirSync(file('generated'));
  writeFileSync(file('generated/server'), 'mine');
  const { code, err } = await generate();
  expect(code).toBe(2);
  expect(err).toContain('generated/server is a file, not a folder');
  expect(readdirSync(file('generated'))).toEqual(['server']);
});
