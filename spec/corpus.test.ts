// The real documents beside the project, where they are: everything builds, is accounted for, valid, and right on the labelled pages.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocuments, readProfile } from '../cli/documents.js';
import { openapi31 } from './assemble/openapi-31.js';
import { type Build, buildSpec } from './build.js';
import { loadApi } from './contract/load.js';
import { unitsOf } from './extract/account.js';
import { packageRoot } from './package-root.js';
import { writeYaml } from './write-yaml.js';

const root = packageRoot();
const shared = join(root, '..', 'shared');
const SETS = [
  ['seeds', 'seed__', 'corpus/seeds'],
  ['en', 'en__', 'corpus/personium/en'],
  ['ja', 'ja__', 'corpus/personium/ja'],
] as const;

describe.skipIf(!existsSync(join(shared, 'corpus')))('the real documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docproof-corpus-'));
  const builds = new Map<string, Build>();
  beforeAll(() => {
    const profile = readProfile(undefined, root);
    for (const [name, , path] of SETS)
      builds.set(name, buildSpec(readDocuments([join(shared, path)], root), { profile }));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(SETS)('%s: every page is read and every unit settled', (name, _, path) => {
    const build = builds.get(name) as Build;
    expect(build.unreadable).toEqual([]);
    expect(build.pages.length).toBe(
      readdirSync(join(shared, path)).filter((file) => /\.(?:md|txt)$/.test(file)).length,
    );
    for (const { page, entries } of build.account)
      expect([page.id, entries.length]).toEqual([page.id, unitsOf(page.document.blocks).length]);
  });

  it.each(SETS)(
    '%s: the contract loads and is valid in 3.2 and 3.1',
    async (name) => {
      const build = builds.get(name) as Build;
      expect(loadApi(build.yaml, name).diagnostics).toEqual([]);
      const config = await createConfig({ extends: ['recommended'] });
      for (const source of [build.yaml, writeYaml(openapi31(build.document).document)]) {
        const problems = await lintFromString({ source, absoluteRef: `${name}.yaml`, config });
        expect(
          problems
            .filter((problem) => problem.severity === 'error')
            .map((p) => `${p.message} ${p.location[0]?.pointer}`),
        ).toEqual([]);
      }
    },
    120_000,
  );

  it.each(SETS)('%s: at least 99 %% of the labelled facts are right', (name, only) => {
    const spec = join(folder, `${name}.yaml`);
    writeFileSync(spec, (builds.get(name) as Build).yaml);
    const args = [
      join(shared, 'tools', 'score-extraction.mjs'),
      '--labels',
      join(shared, 'labels'),
      '--only',
      only,
      '--spec',
      spec,
    ];
    const score = /facts right: ([\d.]+) %/.exec(
      execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }),
    )?.[1];
    expect(Number(score)).toBeGreaterThanOrEqual(99);
  });
});
