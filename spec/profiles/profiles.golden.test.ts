// Pages in the style of each profile → contract and findings, compared whole. Folders: fixtures/PROFILE/CASE.
// `UPDATE_GOLDEN=1 npx vitest run spec/profiles/profiles.golden.test.ts` writes them anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { readDocuments, readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { loadApi } from '../contract/load.js';
import { packageRoot } from '../package-root.js';

const root = join(packageRoot(), 'spec', 'profiles', 'fixtures');
const GOLDEN = ['expected.yaml', 'findings.json'] as const;
const cases = folders(root).flatMap((profile) => folders(join(root, profile)).map((name) => ({ profile, name })));

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function run({ profile, name }: { profile: string; name: string }): Record<(typeof GOLDEN)[number], string> {
  const folder = join(root, profile, name);
  const build = buildSpec(readDocuments([folder], folder), { profile: readProfile(profile, packageRoot()) });
  expect(build.unreadable).toEqual([]);
  return {
    'expected.yaml': build.yaml,
    'findings.json': `${JSON.stringify(
      build.diagnostics.map((d) => `${d.file}:${d.line}:${d.column}: ${d.severity} ${d.code}: ${d.message}`),
      null,
      2,
    )}\n`,
  };
}

describe('pages in the style of a profile', () => {
  it('are there', () => expect(cases.length).toBeGreaterThan(3));

  it.each(cases)('$profile/$name', (one) => {
    const results = run(one);
    for (const file of GOLDEN) {
      const path = join(root, one.profile, one.name, file);
      if (process.env['UPDATE_GOLDEN']) {
        if (process.env['CI']) throw new Error('golden files are not written on CI');
        writeFileSync(path, results[file]);
      }
      expect(results[file]).toBe(readFileSync(path, 'utf8'));
    }
  });

  it.each(cases)('$profile/$name is valid OpenAPI with no errors, and loads', async (one) => {
    const text = run(one)['expected.yaml'];
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: text, absoluteRef: '/openapi.yaml', config });
    expect(problems.filter((p) => p.severity === 'error').map((p) => p.message)).toEqual([]);
    const { api } = loadApi(text, 'openapi.yaml');
    expect(api?.operations.length).toBeGreaterThan(2);
  });

  it.each(cases)('$profile/$name has no file that nothing reads', ({ profile, name }) => {
    const strange = readdirSync(join(root, profile, name)).filter(
      (file) => !file.endsWith('.md') && !(GOLDEN as readonly string[]).includes(file),
    );
    expect(strange).toEqual([]);
  });
});
