import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadApi } from '../spec/contract/load.js';
import { packageRoot } from '../spec/package-root.js';
import { run } from './run.js';

let cwd = '';
let out = '';
let err = '';
const io = () => ({
  out: (text: string) => {
    out += text;
  },
  err: (text: string) => {
    err += text;
  },
  isTty: false,
  errIsTty: false,
  columns: 80,
  env: {},
  cwd,
  signal: new AbortController().signal,
});

const PAGE = `---
id: 1_Update_Thing
title: Update thing
---
## Overview
Changes it
### Required Privileges
write
## Request
### Request URL
\`\`\`
{CellURL}__ctl/Thing('{ThingName}')
\`\`\`
### Request Method
PUT
### Request Header
|Header Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Contents-Type|Media type|application/json|No||
## Response
### Response Code
204
`;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'docproof-build-'));
  out = '';
  err = '';
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(join(cwd, 'docs', '1_Update_Thing.md'), PAGE);
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('docproof build', () => {
  it('says where it found no operation, and is not green with --strict', async () => {
    writeFileSync(
      join(cwd, 'docs', '1_Update_Thing.md'),
      '# Things\n\n## Update a thing\n\n`PUT /things/:id` does it.\n',
    );
    expect(await run(['build', 'docs'], io())).toBe(0);
    expect(err).toContain('no operation was found');
    expect(err).toContain('docproof init docs');
    expect(await run(['generate', '--spec', 'openapi.yaml', '--target', 'client'], io())).toBe(0);
    expect(err).toContain('openapi.yaml has no operation, so the code has none');
    expect(await run(['build', 'docs', '--strict'], io())).toBe(1);
    err = '';
    expect(await run(['lint', 'docs'], io())).toBe(0);
    expect(err).toContain('no operation was found');
    expect(await run(['check', '--docs', 'docs', '--spec', 'openapi.yaml', '--target', 'none'], io())).toBe(1);
    expect(out).toMatch(/failed +pages .*no operation was found/);
  });

  it('does not put nothing in the place of a spec that has operations', async () => {
    expect(await run(['build', 'docs'], io())).toBe(0);
    const before = readFileSync(join(cwd, 'openapi.yaml'), 'utf8');
    writeFileSync(join(cwd, 'notes.md'), '# Notes\n\nAbout the weather.\n');
    expect(await run(['build', 'notes.md'], io())).toBe(1);
    expect(err).toMatch(/no operation was found.*openapi\.yaml has 1 operation and stays as it is/);
    expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toBe(before);
  });

  it.each([
    ['api.yaml', '# ours\nopenapi: 3.1.0\ninfo: { title: A, version: "1" }\n'],
    ['api.json', '{\n  "openapi": "3.1.0"\n}\n'],
  ])('says that a spec is no page: %s', async (name, text) => {
    writeFileSync(join(cwd, name), text);
    for (const command of ['build', 'lint', 'inspect']) {
      err = '';
      expect(await run([command, name], io())).toBe(2);
      expect(err).toContain(`${name}: it is an OpenAPI document, not a page`);
    }
  });

  it('names the profile that knows the pages much better, and only that', async () => {
    const pages = join(packageRoot(), 'spec/profiles/fixtures/rest-table/users');
    const both = /\d+ % of the headings and columns of these pages, personium \d+ %/.source;
    const taken = new RegExp(`read by the profile rest-table: it knows ${both} \\(--profile takes another\\)`);
    const hint = new RegExp(`the profile rest-table knows ${both}: try --profile rest-table`);
    for (const command of ['build', 'lint']) {
      err = '';
      await run([command, pages], io());
      expect(err).toMatch(taken);
      err = '';
      await run([command, pages, '--profile', 'personium'], io());
      expect(err).toMatch(hint);
      err = '';
    }
    await run(['build', 'docs'], io());
    await run(['build', pages, '--profile', 'rest-table'], io());
    expect(err).not.toContain('the profile');
    // Known a little better only, but with more requests than the sections of pages have operations.
    const sections = ['Required Privileges', 'Restrictions'].map((title) => `### ${title}\n\nNone\n\n`).join('');
    writeFileSync(
      join(cwd, 'docs', '1_Update_Thing.md'),
      `# Things\n\n## Change\n\n\`PUT /a\`\n\n### Request Body\n\n|Name|Type|Description|Shape|\n|--|--|--|--|\n|b|string|B|a|\n\n${sections}### Method\n\nPUT\n\n### cURL\n\n\`\`\`sh\ncurl -X PUT https://a.example/a -d '{"b":"c"}'\n\`\`\`\n\n## Drop\n\n\`DELETE /a\`\n`,
    );
    await run(['build', 'docs'], io());
    expect(err).toMatch(hint);
  });

  it('reads pages in which the default profile finds nothing by the one that finds something, and says so', async () => {
    const page = join('docs', '1_Update_Thing.md');
    writeFileSync(
      join(cwd, page),
      '# Things\n\n## Update a thing\n\n`PUT /things/{id}`\n\nResponse `204 No Content`\n',
    );
    const note = /^read by the profile rest-table: personium finds no operation/m;
    for (const args of [
      ['build', 'docs'],
      ['lint', 'docs'],
      ['inspect', page],
    ]) {
      err = '';
      expect(await run(args, io())).toBe(0);
      expect(err).toMatch(note);
    }
    expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toContain('/things/{id}":');
    expect(await run(['check', '--docs', 'docs', '--spec', 'openapi.yaml', '--target', 'none'], io())).toBe(0);
    err = '';
    expect(await run(['build', 'docs', '--profile', 'personium', '--out', 'other.yaml'], io())).toBe(0);
    expect(err).not.toMatch(note);
    expect(readFileSync(join(cwd, 'other.yaml'), 'utf8')).toContain('paths: {}');
  });

  it('finds no operation in a page about a query option, whatever its command shows', async () => {
    const option =
      '# $top Query\n\n## Request Query\n\n```\n$top={Number}\n```\n\n## cURL Sample\n\n```sh\ncurl "https://unit1.example/__ctl/Cell?\\$top=3" -X GET\n```\n';
    writeFileSync(join(cwd, 'docs', '1_Update_Thing.md'), option);
    expect(await run(['build', 'docs'], io())).toBe(0);
    expect(err).not.toContain('read by the profile');
    expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toContain('paths: {}');
  });

  it('reads pages of which the default profile knows but the commands by the one that knows their requests', async () => {
    writeFileSync(
      join(cwd, 'docs', '1_Update_Thing.md'),
      '---\ntitle: Update\napi: PUT https://a.example/things/{id}\n---\n\n### Body\n\n### Usage\n\n```sh\ncurl -X PUT https://a.example/things/1\n```\n',
    );
    expect(await run(['build', 'docs'], io())).toBe(0);
    expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toContain('/things/{id}":');
  });

  it('writes the spec, prints findings with their line, and counts', async () => {
    expect(await run(['build', 'docs'], io())).toBe(0);
    expect(loadApi(readFileSync(join(cwd, 'openapi.yaml'), 'utf8'), 'x').api?.operations[0]?.id).toBe('updateThing');
    expect(err).toContain('docs/1_Update_Thing.md:19:2: warning doc/header-name-typo');
    expect(err).toContain('^^^^^^^^^^^^^');
    expect(out).toMatch(/^1 pages? read, 1 operations?/m);
    expect(out).toMatch(/^account: \d+/m);
    expect(readdirSync(cwd).sort()).toEqual(['docs', 'openapi.yaml']);
  });

  it('exits 1 on a defect with --strict, and writes all the same', async () => {
    expect(await run(['build', 'docs', '--strict'], io())).toBe(1);
    expect(readdirSync(cwd)).toContain('openapi.yaml');
  });

  it('writes a 3.1 view', async () => {
    writeFileSync(join(cwd, 'docs', '1_Update_Thing.md'), PAGE.replace('\nPUT\n', '\nMERGE\n'));
    expect(await run(['build', 'docs', '--openapi', '3.1', '--out', 'v31.yaml'], io())).toBe(0);
    const text = readFileSync(join(cwd, 'v31.yaml'), 'utf8');
    expect(text).toMatch(/^openapi: "?3\.1\.1/);
    expect(loadApi(text, 'x').api?.operations.map((op) => op.method)).toEqual(['MERGE']);
    expect(out).toContain('1 operations stand under x-additionalOperations');
  });

  it.each([
    ['a missing folder', () => {}, ['build', 'nowhere'], 'no such file'],
    ['an empty folder', () => mkdirSync(join(cwd, 'empty')), ['build', 'empty'], 'no pages'],
    [
      'broken front matter',
      () => writeFileSync(join(cwd, 'docs', 'x.md'), '---\nid: x\n## Request\n'),
      ['build', 'docs'],
      'doc/broken-front-matter',
    ],
    [
      'a file that is not UTF-8',
      () => writeFileSync(join(cwd, 'docs', 'x.md'), Buffer.from([0x23, 0xff, 0xfe])),
      ['build', 'docs'],
      'not UTF-8',
    ],
    ['a file with NUL', () => writeFileSync(join(cwd, 'docs', 'x.md'), '# a\0'), ['build', 'docs'], 'doc/not-text'],
    ['an unknown flag', () => {}, ['build', 'docs', '--nope'], 'nope'],
    ['an unknown profile', () => {}, ['build', 'docs', '--profile', 'nope'], 'no such profile'],
    ['a folder to write to', () => {}, ['build', 'docs', '--out', 'docs'], '--out docs: it is a folder, not a file'],
    ['an unknown language', () => {}, ['build', 'docs', '--lang', 'xx'], 'no such language'],
    [
      'a stale override',
      () => writeFileSync(join(cwd, 'overrides.yaml'), '- at: /info/title\n  test: Old\n  set: New\n  why: x\n'),
      ['build', 'docs'],
      'spec/stale-override',
    ],
  ])('exits 2 on %s, leaves the old output alone and says why', async (_, prepare, args, message) => {
    prepare();
    const old = 'openapi: 3.2.0\n';
    writeFileSync(join(cwd, 'openapi.yaml'), old);
    expect(await run(args, io())).toBe(2);
    expect(err).toContain(message);
    expect(readFileSync(join(cwd, 'openapi.yaml'), 'utf8')).toBe(old);
    expect(readdirSync(cwd).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it.each([
    ['a page', 'docs/1_Update_Thing.md', PAGE, 2],
    ['notes', 'notes.txt', 'openapi is what we use\n', 2],
    ['a spec between the marks of a merge', 'spec.yaml', '<<<<<<< ours\nopenapi: 3.2.0\n', 0],
    ['nothing', 'spec.yaml', '\n', 0],
  ])('in the place of %s', async (_, path, text, code) => {
    writeFileSync(join(cwd, path), text);
    expect(await run(['build', 'docs', '--out', path], io())).toBe(code);
    if (code === 0) return expect(readFileSync(join(cwd, path), 'utf8')).toMatch(/^openapi: /);
    expect(err).toContain(`--out ${path}: what is there is no spec, and stays as it is`);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
  });

  it('says which operations are gone', async () => {
    await run(['build', 'docs'], io());
    writeFileSync(join(cwd, 'docs', '1_Update_Thing.md'), PAGE.replace('__ctl/Thing', '__ctl/Other'));
    out = '';
    await run(['build', 'docs'], io());
    expect(out).not.toContain('no longer documented');
    writeFileSync(
      join(cwd, 'docs', '1_Update_Thing.md'),
      PAGE.replaceAll('1_Update_Thing', '1_Rename_Thing').replace('__ctl/Thing', '__ctl/Other'),
    );
    await run(['build', 'docs'], io());
    expect(out).toContain('operations no longer documented: updateThing');
  });
});

describe('docproof inspect', () => {
  it('prints a page as understood', async () => {
    expect(await run(['inspect', 'docs/1_Update_Thing.md'], io())).toBe(0);
    expect(out).toContain("PUT {CellURL}__ctl/Thing('{ThingName}')");
    expect(out).toContain('header Content-Type');
    expect(out).toContain('doc/header-name-typo');
    expect(out).toMatch(/used: .*section url 1/);
  });

  it('tells the same defects of a page as building it', async () => {
    const sample = '### Request Body\n```json\n{"Name": 1,}\n```\n## Response';
    writeFileSync(
      join(cwd, 'docs', '1_Update_Thing.md'),
      PAGE.replace('## Response', () => sample),
    );
    await run(['inspect', 'docs/1_Update_Thing.md'], io());
    expect(out).toContain('sample/invalid-json-sample');
    await run(['build', 'docs'], io());
    expect(err).toContain('sample/invalid-json-sample');
  });

  it('gives JSON', async () => {
    expect(await run(['inspect', 'docs/1_Update_Thing.md', '--json'], io())).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: '1_Update_Thing',
      lang: 'en',
      form: 'markdown',
      operations: [{ method: 'PUT', id: 'updateThing' }],
      parts: [{ privileges: ['write'], responses: [{ statuses: ['204'] }] }],
    });
  });

  it('refuses a folder', async () => {
    expect(await run(['inspect', 'docs'], io())).toBe(2);
    expect(err).toContain('a folder');
  });
});
