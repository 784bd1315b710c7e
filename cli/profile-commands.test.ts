// `profile check` and `init` as a user runs them.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'docproof-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

async function call(cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd });
  const code = await run(args, io);
  return { code, out: io.stdout, err: io.stderr };
}

const operation = (name: string, method: string, path: string): string => `## ${name} a jar

\`\`\`plaintext
${method} ${path}
\`\`\`

### What you send

| Veld | Type | Needed | Description |
| --- | --- | --- | --- |
| lid | string | yes | The lid of the jar |
| size | integer | no | How much it holds |
| glass | boolean | no | Made of glass, or not |

### What comes back

\`\`\`json
{ "lid": "red" }
\`\`\`
`;
const PAGES = {
  'docs/jars.md': `# Jars\n\n${operation('Make', 'POST', '/jars')}\n${operation('Change', 'PUT', '/jars/:id')}`,
  'docs/more.md': `# More jars\n\n${operation('Find', 'GET', '/jars')}\n${operation('Fill', 'POST', '/jars/:id/fill')}`,
};

describe('init', () => {
  it('proposes a profile that passes its check and builds the documents', async () => {
    const cwd = folder(PAGES);
    const made = await call(cwd, 'init', 'docs', '--out', 'own.yaml', '--name', 'jars');
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/2 pages: .*4 request lines\nnearest profile: rest-table, which knows \d+ %/);
    const yaml = readFileSync(join(cwd, 'own.yaml'), 'utf8');
    expect(yaml).toContain('- "What comes back" # 4, guessed: see docs/jars.md:');
    expect(yaml).toMatch(/required:\n {8}- "Needed" # 4, guessed/);
    expect(yaml).toMatch(/name:\n {8}- "Veld" # 4, guessed/);
    expect((await call(cwd, 'profile', 'check', 'own.yaml')).code).toBe(0);
    const built = await call(cwd, 'build', 'docs', '--profile', 'own.yaml', '--out', 'spec.yaml');
    expect(built.out).toContain('2 pages read, 4 operations');
    expect(readFileSync(join(cwd, 'spec.yaml'), 'utf8')).toContain('lid:');
  });

  it('lists what it could not place, with its place', async () => {
    const cwd = folder({ 'docs/a.md': '# A\n\n## GET /a\n\n### Zebras\n\nText.\n\n### Zebras\n\nText.\n' });
    const { out } = await call(cwd, 'init', 'docs');
    expect(out).toContain('heading "Zebras" 2×, first in docs/a.md:5');
    expect(readFileSync(join(cwd, 'docproof.profile.yaml'), 'utf8')).toContain('#   heading "Zebras"  2×  docs/a.md:5');
  });

  it('does not replace a file', async () => {
    const cwd = folder({ ...PAGES, 'docproof.profile.yaml': 'mine' });
    const { code, err } = await call(cwd, 'init', 'docs');
    expect([code, readFileSync(join(cwd, 'docproof.profile.yaml'), 'utf8')]).toEqual([2, 'mine']);
    expect(err).toContain('is there already');
  });

  it('says that there are no pages', async () => {
    const { code, err } = await call(folder({ 'docs/a.png': 'x' }), 'init', 'docs');
    expect([code, err]).toEqual([2, expect.stringContaining('no pages found')]);
  });
});

describe('profile check', () => {
  it('explains a profile by name', async () => {
    const { code, out } = await call(tmpdir(), 'profile', 'check', 'rest-table');
    expect(code).toBe(0);
    expect(out).toContain('rest-table: many operations on a page');
    expect(out).toMatch(/en columns: \d+ phrases for \d+ meanings/);
    expect(out).toContain('no mistakes');
  });

  it('shows a mistake at its line', async () => {
    const cwd = folder({ 'p.yaml': 'profile: p\nlangages: {}\nlanguages:\n  en:\n    titles: {}\n' });
    const { code, err } = await call(cwd, 'profile', 'check', 'p.yaml');
    expect(code).toBe(1);
    expect(err).toContain(
      'p.yaml:2:1: error profile/unknown-key: unknown key "langages"; did you mean "languages"?\n  langages: {}\n  ^\n',
    );
  });

  it('checks a file of wording', async () => {
    const cwd = folder({ 'w.yaml': 'language: xx\nlength:\n  - "at most {maxx} letters"\npromises: ["("]\n' });
    const { code, err } = await call(cwd, 'profile', 'check', 'w.yaml');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(
        'w.yaml:3:5: error profile/invalid-wording: "at most {maxx} letters": unknown slot {maxx}',
      ),
    ]);
    expect(err).toContain('w.yaml:4:12: error profile/invalid-wording: "(": it is no regular expression');
  });

  it('cannot read what is not there or no YAML', async () => {
    expect((await call(tmpdir(), 'profile', 'check', 'nowhere.yaml')).code).toBe(2);
    expect((await call(folder({ 'p.yaml': 'profile: [' }), 'profile', 'check', 'p.yaml')).code).toBe(2);
  });
});
