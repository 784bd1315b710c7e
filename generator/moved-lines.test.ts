// A line more or less in a document changes nothing that is generated.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadApi } from '../spec/contract/load.js';
import { generate } from './generate.js';
import type { GeneratedFile } from './target.js';
import { loadTargets, TARGET_NAMES } from './targets.js';
import { templateRenderer } from './templates.js';

async function codeAt(line: number): Promise<GeneratedFile[]> {
  const source = `{ file: cats.md, line: ${line} }`;
  const request = '{ method: GET, url: "https://a.example/cats" }';
  const { api, diagnostics } = loadApi(
    `openapi: 3.1.0
info: { title: Cats, version: '1' }
paths:
  /cats:
    get:
      operationId: listCats
      responses: { '200': { description: all } }
      x-docproof: { pages: [cats], source: ${source}, cases: [{ id: cats/list, page: cats, source: ${source}, request: ${request} }] }
`,
    'spec.yaml',
  );
  if (!api) throw new Error(JSON.stringify(diagnostics));
  const render = templateRenderer((file) => readFileSync(new URL(`../templates/${file}`, import.meta.url), 'utf8'));
  return (await generate(api, await loadTargets(TARGET_NAMES), render)).files;
}

test('a document that grows above an operation leaves its code as it is, with the name of the page in it', async () => {
  const code = await codeAt(10);
  expect(code.filter(({ text }) => text.includes('cats.md')).map(({ path }) => path)).toEqual([
    'client/operations/list-cats.ts',
    'server/handlers.ts',
  ]);
  expect(await codeAt(11)).toEqual(code);
});
