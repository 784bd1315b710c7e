// `docproof lint` as a user runs it: formats, exit codes, mends on disk, wrong usage.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examplePages } from '../spec/lint/example.js';
import { ruleOf } from '../spec/lint/registry.js';
import { run } from './run.js';
import { type FakeIo, fakeIo } from './testing/fake-io.js';

let cwd: string;
let io: FakeIo;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-lint-'));
  io = fakeIo({ cwd });
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(pages: Record<string, string | Buffer>): void {
  for (const [name, text] of Object.entries(pages)) {
    mkdirSync(join(cwd, 'docs', name, '..'), { recursive: true });
    writeFileSync(join(cwd, 'docs', name), text);
  }
}

const bad = (code: string): Record<string, string> => examplePages(ruleOf(code)?.bad ?? {});

describe('exit codes', () => {
  it('0 without findings', async () => {
    write(examplePages({}));
    expect(await run(['lint', 'docs'], io)).toBe(0);
    expect(io.stdout).toBe('no findings on 1 page\n');
  });

  it('1 with an error or a warning', async () => {
    write(bad('curl/shell-expansion'));
    expect(await run(['lint', 'docs'], io)).toBe(1);
    expect(io.stdout).toContain('docs/update_label.md:');
  });

  it('0 with remarks alone', async () => {
    write(bad('curl/unset-variable'));
    expect(await run(['lint', 'docs'], io)).toBe(0);
    expect(io.stdout).toContain('1 remark on 1 page');
  });

  it.each([
    ['no documents', ['lint']],
    ['a missing folder', ['lint', 'nowhere']],
    ['an unknown format', ['lint', 'docs', '--format', 'xml']],
    ['an unknown code', ['lint', '--explain', 'doc/nothing']],
    ['a missing config', ['lint', 'docs', '--config', 'nowhere.yaml']],
    ['a folder as config', ['lint', 'docs', '--config', 'docs']],
    ['an unknown flag', ['lint', 'docs', '--fox']],
  ])('2 for %s', async (_, args) => {
    write(examplePages({}));
    expect(await run(args, io)).toBe(2);
    expect(io.stderr).not.toBe('');
    expect(io.stdout).toBe('');
  });
});

it.each([
  ['that is not UTF-8', Buffer.from([0x23, 0x20, 0xff, 0xfe]), 'doc/not-text'],
  ['whose front matter does not end', '---\ntitle: x\n', 'doc/broken-front-matter'],
])('reports a file %s, goes on with the others, and ends with 2', async (_, text, code) => {
  write({ 'a.md': text, ...bad('doc/header-name-typo') });
  expect(await run(['lint', 'docs', '--format', 'json'], io)).toBe(2);
  const rows = JSON.parse(io.stdout) as { code: string; file: string }[];
  expect(rows.map((row) => `${row.file} ${row.code}`)).toEqual([
    `docs/a.md ${code}`,
    'docs/update_label.md doc/header-name-typo',
  ]);
});

it('seeks no other style for what cannot be read', async () => {
  write({ 'a.md': Buffer.from([0x23, 0xff]) });
  expect(await run(['lint', 'docs'], io)).toBe(2);
  expect(io.stderr).toBe('');
});

it('mends on disk; the second run has nothing to do', async () => {
  write(bad('curl/nested-single-quotes'));
  await run(['lint', 'docs', '--fix'], io);
  expect(io.stderr).toMatch(/^mended 1 finding in 1 file/);
  expect(readFileSync(join(cwd, 'docs/update_label.md'), 'utf8')).toContain(`it('\\''s'\\'')`);
  expect(readdirSync(join(cwd, 'docs'))).toEqual(['update_label.md']);
  io = fakeIo({ cwd });
  expect(await run(['lint', 'docs', '--fix'], io)).toBe(0);
  expect(io.stderr).toBe('mended 0 findings in 0 files\n');
});

it('keeps the byte order mark, the line ends and the mode of a page', async () => {
  const { 'update_label.md': page = '' } = bad('curl/shell-expansion');
  write({ 'update_label.md': `\ufeff${page.replaceAll(' -X PUT ', ' -X PUT \\\n')}`.replaceAll('\n', '\r\n') });
  const file = join(cwd, 'docs/update_label.md');
  chmodSync(file, 0o640);
  await run(['lint', 'docs', '--fix'], io);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('/\\$links/');
  expect(text.startsWith('\ufeff#')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

it('leaves read-only files and links alone, and says so', async () => {
  const { 'update_label.md': page = '' } = bad('curl/nested-single-quotes');
  write({ 'update_label.md': page });
  const file = join(cwd, 'docs/update_label.md');
  symlinkSync('update_label.md', join(cwd, 'docs/other.md'));
  chmodSync(file, 0o444);
  expect(await run(['lint', 'docs/update_label.md', '--fix'], io)).toBe(1);
  expect(io.stderr).toBe('mended 0 findings in 0 files\ndocs/update_label.md: not mended, it is read-only\n');
  chmodSync(file, 0o644);
  io = fakeIo({ cwd });
  await run(['lint', 'docs/other.md', '--fix'], io);
  expect(io.stderr).toContain('docs/other.md: not mended, it is a link');
  expect(readFileSync(file, 'utf8')).toBe(page);
});

it('writes nothing without --fix', async () => {
  const pages = bad('curl/nested-single-quotes');
  write(pages);
  await run(['lint', 'docs'], io);
  expect(readFileSync(join(cwd, 'docs/update_label.md'), 'utf8')).toBe(pages['update_label.md']);
});

it('uses docproof.yaml of the folder it runs in', async () => {
  write(bad('curl/shell-expansion'));
  writeFileSync(
    join(cwd, 'docproof.yaml'),
    'lint:\n  severity: { curl/shell-expansion: off, curl/curl-contradicts-url: off }\n',
  );
  expect(await run(['lint', 'docs'], io)).toBe(0);
});

it('finds pages that lie beside those it is given', async () => {
  const { 'update_label.md': page = '' } = examplePages({ sections: { Overview: 'See [the colors](colours.md).' } });
  write({ 'update_label.md': page, 'colours.md': '# Colours\n' });
  expect(await run(['lint', 'docs/update_label.md'], io)).toBe(0);
});

it('reports one language when asked', async () => {
  write(bad('locale/translation-drift'));
  await run(['lint', 'docs', '--format', 'json', '--lang', 'en'], io);
  expect((JSON.parse(io.stdout) as { lang: string }[]).every((row) => row.lang === 'en')).toBe(true);
});

it.each(['sarif', 'gitlab', 'github'])('prints %s', async (format) => {
  write(bad('doc/header-name-typo'));
  expect(await run(['lint', 'docs', '--format', format], io)).toBe(1);
  expect(io.stdout).toContain('doc/header-name-typo');
});

it('lists and explains rules without any documents', async () => {
  expect(await run(['lint', '--rules'], io)).toBe(0);
  expect(await run(['lint', '--explain', 'shell-expansion'], io)).toBe(0);
  expect(io.stdout).toContain('curl/shell-expansion (error');
});
