// The files of `init --ci`, action.yml and the pre-commit hooks: valid YAML, valid shell, and commands and flags that exist.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { packageRoot } from '../spec/package-root.js';
import { CI_SYSTEMS, ciFile } from './ci-files.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

const PLACES = [
  { docs: 'docs', spec: 'openapi.yaml', out: 'generated', version: '1.2.3' },
  {
    ...{ docs: `my "docs" it's $(id) #x: ${'$'}{{ y }}`, spec: 'a b.yaml', out: '-o', version: '1.2.3' },
    ...{ profile: 'own profile.yaml', lang: 'de' },
  },
  { docs: 'docs', spec: 'openapi.yaml', out: 'generated', version: '1.2.3', installed: true },
];

const OURS = ['action.yml', '.pre-commit-hooks.yaml'].map((file): [string, string] => [
  file,
  readFileSync(join(packageRoot(), file), 'utf8'),
]);

const FILES: [string, string][] = [
  ...CI_SYSTEMS.flatMap((system) =>
    PLACES.map((places, i): [string, string] => [`${system} ${i}`, ciFile(system, places).text]),
  ),
  ...OURS,
];

/** Every script of a CI file: values of `run`, `script` and `entry`. */
function scripts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['run', 'script', 'entry'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((v) => scripts(v, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => scripts(v, k));
}

/** `docproof COMMAND --flag …` in a script: the command and its flags. */
function calls(script: string): { command: string; flags: string[] }[] {
  return [...script.matchAll(/\bdocproof(?:@[\w.]+)? ([a-z]+)(.*)/g)].map(([, command = '', rest = '']) => ({
    command,
    flags: (rest
      .split(/[|;>]/)[0]
      ?.replace(/'(?:[^']|'\\'')*'/g, '')
      .match(/(?<=\s)--[a-z-]+/g) ?? []) as string[],
  }));
}

describe.each(FILES)('%s', (_, text) => {
  const document = parseDocument(text, { uniqueKeys: true, strict: true });

  it('is valid YAML', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  it('holds scripts that bash reads', () => {
    const found = scripts(document.toJS());
    expect(found.length).toBeGreaterThan(0);
    for (const script of found) execFileSync('bash', ['-n', '-c', script], { stdio: 'pipe' });
  });

  it('calls commands that exist, with flags that they have', async () => {
    const found = scripts(document.toJS()).flatMap(calls);
    expect(found.length).toBeGreaterThan(0);
    for (const { command, flags } of found) {
      const io = fakeIo();
      expect(await run([command, '--help'], io), command).toBe(0);
      for (const flag of flags) expect(io.stdout, `${command} ${flag}`).toMatch(new RegExp(`${flag}[ ,=<]`));
    }
  });
});

describe('places with any characters', () => {
  it('reach the command as they are', () => {
    const [script = ''] = scripts(parseDocument(ciFile('pre-commit', PLACES[1] as (typeof PLACES)[0]).text).toJS());
    const printed = execFileSync('bash', ['-c', `npx() { printf '%s\\n' "$@"; }; ${script}`], { encoding: 'utf8' });
    expect(printed.split('\n').slice(0, -1)).toEqual([
      '--yes',
      'docproof@1.2.3',
      'check',
      '--docs',
      PLACES[1]?.docs,
      '--spec',
      'a b.yaml',
      '--out',
      '-o',
      '--profile',
      'own profile.yaml',
      '--lang',
      'de',
    ]);
  });

  it('are no expressions of GitHub', () => {
    expect(ciFile('github', PLACES[1] as (typeof PLACES)[0]).text).not.toMatch(/\$\{\{ y/);
  });
});

describe('action.yml', () => {
  it('hands inputs over by the environment only', () => {
    for (const script of scripts(parseDocument(OURS[0]?.[1] ?? '').toJS())) expect(script).not.toContain('${{');
  });

  it.each([
    ['diff', 'diff needs the input base'],
    ['certify', 'certify needs the input target'],
    ['frobnicate', 'no command frobnicate'],
  ])('%s without what it needs is wrong usage', (command, message) => {
    const script = scripts(parseDocument(OURS[0]?.[1] ?? '').toJS()).at(-1) ?? '';
    const ran = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, COMMAND: command, BASE: '', TARGET: '' },
    });
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('docproof init --ci', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'docproof-init-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  it.each([
    ['github', '.github/workflows/docproof.yml'],
    ['gitlab', '.gitlab/docproof.yml'],
    ['pre-commit', '.pre-commit-config.yaml'],
  ])('%s writes %s once', async (system, path) => {
    const io = fakeIo({ cwd });
    expect(await run(['init', 'docs', '--ci', system, '--spec', 'api.yaml', '--profile', 'rest-table'], io)).toBe(0);
    expect(io.stdout).toContain(`wrote ${path}`);
    const text = readFileSync(join(cwd, path), 'utf8');
    expect(text).toContain('--spec api.yaml');
    expect(text.match(/(?<=docproof@\S+ )(?:check|lint) .*/g)?.filter((call) => !call.includes('rest-table'))).toEqual(
      [],
    );
    const again = fakeIo({ cwd });
    expect(await run(['init', '--ci', system], again)).toBe(2);
    expect(again.stderr).toContain('nothing was written');
    expect(await run(['init', '--ci', system, '--force'], fakeIo({ cwd }))).toBe(0);
    expect(readFileSync(join(cwd, path), 'utf8')).toContain('spec/openapi.yaml');
  });

  it.each([
    ['dependencies', 'npx --no-install docproof check', ''],
    ['devDependencies', 'npx --no-install docproof check', ''],
    ['peerDependencies', 'npx --yes docproof@', 'docproof is not in package.json'],
  ])('runs the docproof of %s as %s', async (kind, call, note) => {
    const project = mkdtempSync(join(cwd, 'project-'));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ [kind]: { docproof: 'file:docproof.tgz' } }));
    const io = fakeIo({ cwd: project });
    expect(await run(['init', 'docs', '--ci', 'github'], io)).toBe(0);
    const text = readFileSync(join(project, '.github/workflows/docproof.yml'), 'utf8');
    expect(text).toContain(call);
    expect(text.match(/run: npm ci/g)?.length ?? 0).toBe(note === '' ? 2 : 0);
    expect(io.stdout).toContain(note);
  });

  it('says where package.json is broken, and writes nothing', async () => {
    const project = mkdtempSync(join(cwd, 'project-'));
    writeFileSync(join(project, 'package.json'), '{');
    const io = fakeIo({ cwd: project });
    expect(await run(['init', 'docs', '--ci', 'gitlab'], io)).toBe(2);
    expect(io.stderr).toContain('package.json: not JSON');
    expect(readdirSync(project)).toEqual(['package.json']);
  });

  it('wants a system that it knows, and a folder without --ci', async () => {
    expect(await run(['init', '--ci', 'jenkins'], fakeIo({ cwd }))).toBe(2);
    expect(await run(['init'], fakeIo({ cwd }))).toBe(2);
    expect(existsSync(join(cwd, 'docproof.profile.yaml'))).toBe(false);
  });
});
