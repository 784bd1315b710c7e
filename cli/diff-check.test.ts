// `diff` and `check` as a user runs them: files, folders of documents, git revisions, and what CI gets to see.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplePages } from '../spec/lint/example.js';
import { ruleOf } from '../spec/lint/registry.js';
import { run } from './run.js';
import { fakeIo } from './testing/fake-io.js';

const cwd = mkdtempSync(join(tmpdir(), 'docproof-diff-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const page = (length: number, query = ''): string => `---
id: 237_Update_Relation
title: Update Relation
---
# Update Relation

## Overview

Changes a relation.

## Request

### Request URL

\`\`\`
{CellURL}__ctl/Relation('{RelationName}')
\`\`\`

### Request Method

PUT
${query}
### Request Body

#### Format

JSON

|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|Name of the relation|Number of digits: 1 - ${length}|Yes||

## Response

### Response Code

204

## cURL Command

\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Relation('relation1')" -X PUT -i -H 'Authorization: Bearer AA~x' -d '{"Name":"relation2"}'
\`\`\`
`;

async function docproof(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd });
  const code = await run(args, io);
  return { code, out: io.stdout, err: io.stderr };
}

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    stdio: 'pipe',
  });
}

function save(folder: string, text: string): void {
  mkdirSync(join(cwd, folder), { recursive: true });
  writeFileSync(join(cwd, folder, '237_Update_Relation.md'), text);
}

beforeAll(async () => {
  save('spec/docs', page(128));
  expect((await docproof('build', 'spec/docs', '--out', 'spec/openapi.yaml', '--quiet')).code).toBe(0);
  expect((await docproof('generate', '--target', 'client')).code).toBe(0);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'one');
  save('narrow', page(64));
});

describe('diff', () => {
  const LINE =
    page(64)
      .split('\n')
      .findIndex((l) => l.startsWith('|Name|')) + 1;

  it('compares folders, and shows the line of the page', async () => {
    const { code, out } = await docproof('diff', 'spec/docs', 'narrow');
    expect(code).toBe(1);
    expect(out).toContain('request body /Name: the greatest length was 128 and is 64');
    expect(out).toContain(`narrow/237_Update_Relation.md:${LINE}`);
    expect(out).toContain('1 breaking, 0 risky, 0 safe');
  });

  it('names no folder of documents that is not there', async () => {
    await docproof('build', 'narrow', '--out', 'narrow.yaml', '--quiet');
    const { out } = await docproof('diff', 'spec/openapi.yaml', 'narrow.yaml', '--docs', 'elsewhere');
    expect(out).toMatch(/ 237_Update_Relation\.md:\d/);
    expect(out).not.toContain('elsewhere');
  });

  it('is 0 where nothing breaks', async () => {
    const { code, out } = await docproof('diff', 'narrow', 'spec/docs');
    expect([code, out.includes('safe')]).toEqual([0, true]);
  });

  it.each([
    ['a revision', ['main']],
    ['a revision and its file', ['main:spec/openapi.yaml']],
    ['a revision and its documents', ['HEAD:spec/docs', 'spec/docs']],
    ['a file', ['spec/openapi.yaml', 'spec/openapi.yaml']],
    ['a revision that has documents and no spec yet', ['main', 'spec/openapi.yaml', '--spec', 'api.yaml']],
  ])('takes %s', async (_, sides) => {
    const { code, out, err } = await docproof('diff', ...sides);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('no changes');
  });

  it('says what it took of a revision without a spec', async () => {
    const { out } = await docproof('diff', 'main', 'narrow', '--spec', 'api.yaml');
    expect(out).toContain('main:spec/docs → narrow: 1 breaking');
  });

  it.each([
    ['nothing of the name', ['nonesuch'], 'no git revision of that name'],
    ['an option in disguise', ['--', '--output=x'], 'no git revision of that name'],
    ['shell words', ['$(touch pwned)'], 'no git revision of that name'],
    ['a path that the revision lacks', ['main:nothing.yaml'], 'has neither a file nor a folder of pages'],
    [
      'a revision that has neither',
      ['main', 'spec/docs', '--spec', 'a.yaml', '--docs', 'b'],
      'of pages at a.yaml or b',
    ],
    ['a file that is no spec', ['narrow/237_Update_Relation.md', 'spec/openapi.yaml'], 'cannot be used'],
  ])('is 2 for %s', async (_, sides, words) => {
    const { code, out, err } = await docproof('diff', ...sides);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('is 2 for pages in which nothing is found, which would hide what breaks', async () => {
    save('prose', '# Prose\n\nNothing that can be called.\n');
    const { code, out, err } = await docproof('diff', 'prose', 'spec/docs');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('there is nothing to compare in the documents');
    expect(err).toContain('docproof init prose');
  });

  it.each(['json', 'sarif', 'markdown'])('prints %s', async (format) => {
    const { code, out } = await docproof('diff', 'spec/docs', 'narrow', '--format', format);
    expect(code).toBe(1);
    if (format === 'markdown') expect(out).toContain('### Breaking (1)');
    else expect(JSON.parse(out)).toBeTypeOf('object');
  });
});

describe('check', () => {
  it('is green when all agree, and says what it left out', async () => {
    const { code, out } = await docproof('check');
    expect(out.match(/^(ok|failed|skipped) +\w+/gm)?.map((l) => l.replace(/ +/, ' '))).toEqual([
      'ok spec',
      'ok pages',
      'ok generated',
      'skipped changes',
    ]);
    expect(code).toBe(0);
    expect((await docproof('check', '--base', 'main')).code).toBe(0);
  });

  it('fails for a page that changed, and names the command that mends it', async () => {
    save('spec/docs', page(64));
    const { code, out } = await docproof('check', '--base', 'main');
    expect(code).toBe(1);
    expect(out).toMatch(/^failed +spec +spec\/openapi\.yaml is stale, from line \d+ on/m);
    expect(out).toContain('mend it: docproof build spec/docs --out spec/openapi.yaml');
    const spec = readFileSync(join(cwd, 'spec/openapi.yaml'), 'utf8');
    expect(spec).toContain('128');
  });

  it('fails for generated code that is behind, then for the change that breaks', async () => {
    await docproof('build', 'spec/docs', '--out', 'spec/openapi.yaml', '--quiet');
    writeFileSync(join(cwd, 'generated/client/errors.ts'), 'edited\n');
    const stale = await docproof('check');
    expect(stale.out).toContain('stale generated/client/errors.ts');
    expect(stale.out).toContain('mend it: docproof generate --target client');
    await docproof('generate', '--target', 'client');
    const { code, out } = await docproof('check', '--base', 'main');
    expect(out).toMatch(/^failed +changes +since main: 1 breaking/m);
    expect(out).toMatch(
      /spec\/docs\/237_Update_Relation\.md:\d+: request body \/Name: the greatest length was 128 and is 64/,
    );
    expect(code).toBe(1);
    expect((await docproof('check', '--base', 'main', '--allow-breaking')).code).toBe(0);
  });

  it('names `lint --fix` only where there is something that it mends', async () => {
    const mend = async (code: string): Promise<string | undefined> => {
      const folder = code.replace('/', '-');
      mkdirSync(join(cwd, folder));
      for (const [name, text] of Object.entries(examplePages(ruleOf(code)?.bad ?? {})))
        writeFileSync(join(cwd, folder, name), text);
      const { out } = await docproof('check', '--docs', folder);
      return out
        .split('\n')
        .find((line) => line.includes(`docproof lint ${folder}`))
        ?.trim();
    };
    expect(await mend('doc/broken-link')).toBe('mend it: edit the lines above; docproof lint doc-broken-link says how');
    expect(await mend('curl/nested-single-quotes')).toContain('--fix, or edit the lines above');
    expect((await docproof('check', '--help')).out.replace(/\s+/g, ' ')).toContain('has an error or a warning');
  });

  it('is not green because nothing is there', async () => {
    expect((await docproof('check', '--out', 'nowhere')).out).toMatch(/^failed +generated/m);
    expect((await docproof('check', '--spec', 'none.yaml')).code).toBe(1);
    expect((await docproof('check', '--docs', 'none')).code).toBe(2);
    expect((await docproof('check', '--target', 'cobol')).code).toBe(2);
    expect((await docproof('check', '--base', 'nonesuch')).code).toBe(2);
  });
});

describe('overrides beside the documents', () => {
  const set = (title: string): void =>
    writeFileSync(
      join(cwd, 'spec/overrides.yaml'),
      `- at: /info/title\n  test: ${JSON.stringify(built)}\n  set: ${title}\n  why: the pages do not say it\n`,
    );
  let built = '';

  beforeAll(async () => {
    save('spec/docs', page(128));
    await docproof('build', 'spec/docs', '--out', 'spec/openapi.yaml', '--quiet');
    built = /^ {2}title: (.*)$/m.exec(readFileSync(join(cwd, 'spec/openapi.yaml'), 'utf8'))?.[1] ?? '';
    set('Relations');
    await docproof('build', 'spec/docs', '--out', 'spec/openapi.yaml', '--quiet');
    await docproof('generate', '--target', 'client');
    git('add', '-A');
    git('commit', '-q', '-m', 'two');
  });

  it('are part of what the documents give', async () => {
    expect(readFileSync(join(cwd, 'spec/openapi.yaml'), 'utf8')).toContain('title: Relations');
    expect(await docproof('check')).toMatchObject({ code: 0, out: expect.stringMatching(/^ok +spec/m) });
    set('Other');
    expect((await docproof('check')).out).toMatch(/^failed +spec +spec\/openapi\.yaml is stale/m);
  });

  it('are read by diff, at a revision too', async () => {
    const at = "/paths/~1{CellName}~1__ctl~1Relation('{RelationName}')/put";
    writeFileSync(
      join(cwd, 'spec/overrides.yaml'),
      `- at: ${at}/responses/204\n  test: null\n  set: 1\n  why: to be stale\n`,
    );
    expect((await docproof('diff', 'HEAD:spec/docs', 'HEAD:spec/docs')).code).toBe(0);
    const stale = await docproof('diff', 'HEAD:spec/docs', 'spec/docs');
    expect(stale).toMatchObject({ code: 2, err: expect.stringContaining('spec/overrides.yaml:1') });
  });
});
