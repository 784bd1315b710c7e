// A language that is named, and the profile that knows it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-language-'));
  mkdirSync(join(cwd, 'docs'));
  const page = '# Dinge\n\n## Ding anlegen\n\n`POST /dinge`\n\nAntwort: `201 Created`\n';
  writeFileSync(join(cwd, 'docs', 'dinge.md'), page);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

it('is read by the first profile that knows it', async () => {
  const io = fakeIo({ cwd });
  expect(await run(['build', 'docs', '--lang', 'de'], io)).toBe(0);
  expect(io.stderr).toContain('read by the profile rest-table: personium does not know the language de');
  expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toContain('/dinge:');
});

it.each([
  ['no profile knows', ['--lang', 'xx']],
  ['the profile that is named does not know', ['--lang', 'de', '--profile', 'personium']],
])('is refused where %s it', async (_, flags) => {
  expect(await run(['build', 'docs', ...flags], fakeIo({ cwd }))).toBe(2);
});
