// A new user's walk with the packed package, as npm would install it: init, build, generate, a handler filled, a page changed.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../spec/package-root.js';

const home = mkdtempSync(join(tmpdir(), 'docproof-walk-'));
const installed = join(home, 'node_modules', 'docproof');
const HANDLERS = 'src/handlers/shelves.ts';

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Only what package.json asks for is there: a dependency that it forgets fails the walk. */
beforeAll(() => {
  const root = packageRoot();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], { cwd: root, stdio: 'pipe' });
  const tarball = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', tarball], { cwd: home });
  mkdirSync(dirname(installed));
  renameSync(join(home, 'package'), installed);
  rmSync(join(home, tarball));
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of [...Object.keys(manifest.dependencies), '@types/node']) {
    const link = join(home, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  save('package.json', '{ "name": "library", "private": true, "type": "module" }\n');
  save('tsconfig.json', TSCONFIG);
  save('docs/create_book.md', createBook(TITLE_ROW));
  save('docs/delete_book.md', DELETE_BOOK);
  save('.gitignore', 'node_modules/\ndist/\n');
  git('init', '-q', '-b', 'main');
}, 60_000);

describe('a new user', { timeout: 120_000 }, () => {
  it('proposes a profile, builds and generates', () => {
    expect(docproof('init', 'docs', '--out', 'profile.yaml')).toMatchObject({
      code: 0,
      out: contains('wrote profile.yaml'),
    });
    expect(build()).toMatchObject({ code: 0, out: contains('findings: none') });
    const made = generate('--target', 'server,client', '--handlers', 'src/handlers');
    expect(made).toMatchObject({ code: 0, out: contains('handlers in src/handlers: 2 new') });
  });

  it('fills a handler, which then answers', () => {
    const untouched = text(HANDLERS);
    save(HANDLERS, untouched.replace(/(function createBook\([^{]*\{\n).*\n/, `$1${BODY}`));
    expect(text(HANDLERS)).toContain(BODY);
    save('src/try.ts', TRY);
    expect(tsc('--outDir', 'dist', '--noEmit', 'false')).toBe('');
    expect(JSON.parse(node('dist/src/try.js'))).toEqual([
      [201, { Title: 'NARNIA' }],
      [400, expect.anything()],
      [501, expect.anything()],
    ]);
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
  });

  it('changes a page: the body stays, the new field has a type', () => {
    const before = text(HANDLERS);
    save('docs/create_book.md', createBook(`${TITLE_ROW}\n|Pages|Number of pages|Integer|No||`));
    expect(check('main')).toMatchObject({ code: 1, out: contains('openapi.yaml is stale') });
    expect(build().code).toBe(0);
    expect(generate().code).toBe(0);
    expect(text(HANDLERS)).toBe(before);
    save('src/typed.ts', TYPED);
    expect(tsc()).toBe('');
  });

  it('sees the gate green, and what changed at its line', () => {
    expect(check('main')).toMatchObject({ code: 0, out: expect.not.stringContaining('failed') });
    const { code, out } = docproof('diff', 'main', '--spec', 'openapi.yaml', '--docs', 'docs');
    const line = text('docs/create_book.md').split('\n').indexOf('|Pages|Number of pages|Integer|No||') + 1;
    expect(code).toBe(0);
    expect(out).toContain('request body: the field Pages is new');
    expect(out).toContain(`docs/create_book.md:${line}`);
  });

  it('renames an operation away and adds one: what was written is still there', () => {
    rmSync(join(home, 'docs/delete_book.md'));
    save('docs/replace_book.md', DELETE_BOOK.replace('Delete Book', 'Replace Book').replace('DELETE', 'PUT'));
    build();
    const again = generate();
    expect(again.out + again.err).toContain('deleteBook');
    expect(text(HANDLERS)).toContain(BODY);
    expect(text(HANDLERS)).toContain('export async function replaceBook(');
  });
});

const TITLE_ROW = '|Title|Title of the book|Number of digits: 1 - 128|Yes||';
const BODY =
  '  // Mine: titles are shouted.\n  return { status: 201, body: { Title: input.body.Title.toUpperCase() } };\n';

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'DOM'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    rootDir: '.',
  },
  include: ['src', 'generated'],
});

const TRY = `import { createServer } from '../generated/server/index.js';
import { handlers } from './handlers/index.js';

const server = createServer(handlers);
const call = async (method: string, path: string, body?: unknown): Promise<[number, unknown]> => {
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const answer = await server(new Request('https://unit1.example' + path, { method, ...json }));
  return [answer.status, await answer.json()];
};
console.log(
  JSON.stringify([
    await call('POST', '/shelves/s1/books', { Title: 'Narnia' }),
    await call('POST', '/shelves/s1/books', { Title: 'x'.repeat(129) }),
    await call('DELETE', '/shelves/s1/books/Narnia'),
  ]),
);
`;

const TYPED = `import type { CreateBookInput } from '../generated/server/index.js';

export const pages = ({ body }: CreateBookInput): number => body.Pages ?? 0;
// @ts-expect-error a number is no text
export const wrong = ({ body }: CreateBookInput): string => body.Pages ?? '';
// @ts-expect-error nobody documents it
export const unknown = ({ body }: CreateBookInput): unknown => body.Colour;
`;

const DELETE_BOOK = `# Delete Book

## Request

### Request URL

\`\`\`
{UnitURL}shelves/{ShelfName}/books/{Title}
\`\`\`

### Request Method

DELETE

## Response

### Response Code

204
`;

function createBook(rows: string): string {
  return `# Create Book

## Overview

Adds a book to a shelf.

## Request

### Request URL

\`\`\`
{UnitURL}shelves/{ShelfName}/books
\`\`\`

### Request Method

POST

### Request Body

#### Format

JSON

|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
${rows}

## Response

### Response Code

201

### Response Body

|Object|Item Name|Data Type|Notes|
|:--|:--|:--|:--|
|Root|Title|string||

## cURL Command

\`\`\`sh
curl "https://unit1.example/shelves/shelf1/books" -X POST -i -H 'Authorization: Bearer AA~x' -H 'Content-Type: application/json' -d '{"Title":"book1"}'
\`\`\`
`;
}

function save(path: string, content: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), content);
}

function text(path: string): string {
  return readFileSync(join(home, path), 'utf8');
}

function docproof(...args: string[]): { code: number | null; out: string; err: string } {
  const main = join(installed, 'dist/bin/docproof.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: home, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

function build(): ReturnType<typeof docproof> {
  return docproof('build', 'docs', '--profile', 'profile.yaml', '--out', 'openapi.yaml');
}

function generate(...flags: string[]): ReturnType<typeof docproof> {
  return docproof('generate', '--spec', 'openapi.yaml', ...flags);
}

function check(base: string): ReturnType<typeof docproof> {
  return docproof('check', '--docs', 'docs', '--spec', 'openapi.yaml', '--profile', 'profile.yaml', '--base', base);
}

/** What the compiler says; empty where all is well. */
function tsc(...flags: string[]): string {
  const compiler = join(home, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', '.', ...flags], { cwd: home, encoding: 'utf8' }).stdout;
}

function node(file: string): string {
  return execFileSync(process.execPath, [file], { cwd: home, encoding: 'utf8' });
}

function git(...args: string[]): void {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...args], { cwd: home, stdio: 'pipe' });
}

function contains(words: string): string {
  return expect.stringContaining(words) as string;
}
