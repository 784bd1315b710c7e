// Folders of pages → contract and findings, compared whole. `UPDATE_GOLDEN=1 npx vitest run spec/build.golden.test.ts` writes them anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocuments, readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { packageRoot } from './package-root.js';

const root = join(packageRoot(), 'spec', 'fixtures');
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const profile = readProfile(undefined, packageRoot());
const GOLDEN = ['expected.yaml', 'findings.golden', 'account.golden'] as const;

function run(name: string): Record<(typeof GOLDEN)[number], string> {
  const build = buildSpec(readDocuments([join(root, name)], join(root, name)), { profile });
  expect(build.unreadable).toEqual([]);
  return {
    'expected.yaml': build.yaml,
    'findings.golden': build.diagnostics
      .map((d) => `${d.file}:${d.line}:${d.column}: ${d.severity} ${d.code}: ${d.message}\n`)
      .join(''),
    'account.golden': build.account
      .map(
        ({ page, entries }) =>
          `${page.id}\n${entries.map((e) => `  ${e.kind} ${e.fate} ${e.by}: ${e.text.replaceAll('\n', ' ').slice(0, 60)}\n`).join('')}`,
      )
      .join(''),
  };
}

describe('build', () => {
  it.each(cases)('%s', (name) => {
    const results = run(name);
    for (const file of GOLDEN) {
      const path = join(root, name, file);
      if (process.env['UPDATE_GOLDEN']) {
        if (process.env['CI']) throw new Error('golden files are not written on CI');
        writeFileSync(path, results[file]);
      }
      expect(results[file]).toBe(readFileSync(path, 'utf8'));
    }
  });

  it.each(cases)('%s has no file that nothing reads', (name) => {
    const strange = readdirSync(join(root, name)).filter(
      (file) => !/\.(?:md|txt)$/.test(file) && !(GOLDEN as readonly string[]).includes(file),
    );
    expect(strange).toEqual([]);
  });

  it.each(cases)('%s gives the same bytes whatever the order of the files', (name) => {
    const files = readDocuments([join(root, name)], join(root, name));
    const build = buildSpec([...files].reverse(), { profile });
    expect(build.yaml).toBe(run(name)['expected.yaml']);
  });
});
