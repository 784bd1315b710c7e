// Handler files over their life: made, filled, renamed, broken, with a contract that changes beneath them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Api } from '../../spec/contract/api.js';
import { loadApi } from '../../spec/contract/load.js';
import { templateRenderer } from '../templates.js';
import { type HandlerFiles, planHandlerFiles } from './handler-files.js';

const render = templateRenderer((file) => readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8'));
const FROM = '../generated/server/index.js';

/** An API of operations that stand as `METHOD /path id` each. */
function api(...operations: string[]): Api {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const line of operations) {
    const [method = '', path = '', operationId = ''] = line.split(' ');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: { operationId, responses: { 200: { description: 'Yes' } } },
    };
  }
  const { api: loaded } = loadApi(
    JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths }),
    't.json',
  );
  if (!loaded) throw new Error('the fixture is no contract');
  return loaded;
}

const CATS = api('GET /cats listCats', 'POST /cats createCat', 'GET /dogs listDogs');

function run(contract: Api, existing: Record<string, string> = {}): HandlerFiles & { texts: Record<string, string> } {
  const result = planHandlerFiles(contract, new Map(Object.entries(existing)), FROM, render);
  const texts = { ...existing, ...Object.fromEntries(result.changes.map((c) => [c.path, c.after ?? ''])) };
  return { ...result, texts };
}

const first = run(CATS).texts;
const filled = (first['cats.ts'] ?? '').replace(
  'return unwritten(input, call);',
  '// all of them,   oddly   spaced\n  return { status: 200 }\t;',
);

test('the first run makes a file per group and an index', () => {
  expect(Object.keys(first).sort()).toEqual(['cats.ts', 'dogs.ts', 'index.ts']);
  expect(
    first['dogs.ts'],
  ).toBe(`// Yours to write: docproof adds new operations and follows their types, but never changes a body.
import { type Call, type ListDogsInput, type ListDogsReply, unwritten } from '../generated/server/index.js';

/**
 * \`GET /dogs\`
 *
 * @operation listDogs
 */
export async function listDogs(input: ListDogsInput, call: Call): Promise<ListDogsReply> {
  return unwritten(input, call);
}
`);
  expect(first['index.ts']).toBe(`// Yours to change: docproof adds new operations here.
import type { Handlers } from '../generated/server/index.js';
import * as cats from './cats.js';
import * as dogs from './dogs.js';

export const handlers: Handlers = {
  listCats: cats.listCats,
  createCat: cats.createCat,
  listDogs: dogs.listDogs,
};
`);
});

test('the same contract changes nothing, filled or not', () => {
  expect(run(CATS, first).changes).toEqual([]);
  expect(run(CATS, { ...first, 'cats.ts': filled }).changes).toEqual([]);
});

describe('a new operation', () => {
  const more = api(
    'GET /cats listCats',
    'POST /cats createCat',
    'DELETE /cats deleteCats',
    'GET /dogs listDogs',
    'GET /owls listOwls',
  );

  test('is added at the end of its file, to its imports and to the index; all else stays to the byte', () => {
    const { texts, changes } = run(more, { ...first, 'cats.ts': filled });
    expect(changes.map((c) => c.path).sort()).toEqual(['cats.ts', 'index.ts', 'owls.ts']);
    const body = filled.slice(filled.indexOf('/**'));
    expect(texts['cats.ts']).toContain(body);
    expect(texts['cats.ts']).toContain('  type CreateCatReply,\n  type DeleteCatsInput,\n  type DeleteCatsReply,\n');
    expect(texts['cats.ts']?.slice((texts['cats.ts']?.indexOf(body) ?? 0) + body.length)).toBe(`
/**
 * \`DELETE /cats\`
 *
 * @operation deleteCats
 */
export async function deleteCats(input: DeleteCatsInput, call: Call): Promise<DeleteCatsReply> {
  return unwritten(input, call);
}
`);
    expect(texts['index.ts']).toContain("import * as dogs from './dogs.js';\nimport * as owls from './owls.js';\n");
    expect(texts['index.ts']).toContain('  deleteCats: cats.deleteCats,\n  listOwls: owls.listOwls,\n};');
  });

  test('keeps CRLF', () => {
    const crlf = Object.fromEntries(Object.entries(first).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
    const { texts } = run(more, crlf);
    for (const name of ['cats.ts', 'index.ts']) expect(texts[name]?.replaceAll('\r\n', '')).not.toContain('\n');
    expect(texts['cats.ts']).toContain('deleteCats');
  });

  test('imports what it needs where the author has taken the imports away', () => {
    const bare =
      "import type { ListCatsReply } from '../generated/server/index.js';\nexport function listCats(): ListCatsReply {\n  return { status: 200 };\n}\nexport const createCat = () => ({});\n";
    const { texts } = run(more, { ...first, 'cats.ts': bare });
    expect(texts['cats.ts']).toContain(
      'import { type Call, type DeleteCatsInput, type DeleteCatsReply, unwritten } from',
    );
    expect(texts['cats.ts']).toContain("import type { ListCatsReply } from '../generated/server/index.js';");
  });
});

test('a renamed function is known by its tag, and the index follows', () => {
  const renamed = filled.replace('function listCats(', 'function allCats(');
  const { texts, changes } = run(CATS, { ...first, 'cats.ts': renamed });
  expect(changes.map((c) => c.path)).toEqual(['index.ts']);
  expect(texts['index.ts']).toContain('  listCats: cats.allCats,\n');
});

test('a function may move to another file, into a class or an object', () => {
  const classy = 'export class Dogs {\n  /** @operation listDogs */\n  all() {}\n}\n';
  expect(run(CATS, { ...first, 'dogs.ts': '', 'kennel.ts': classy }).changes).toEqual([]);
  const inline = (first['index.ts'] ?? '').replace(
    'listDogs: dogs.listDogs',
    'async listDogs() { return { status: 200 }; }',
  );
  expect(run(CATS, { ...first, 'dogs.ts': '', 'index.ts': inline }).changes).toEqual([]);
});

test('types of a signature follow, the author’s own do not', () => {
  const stale = filled
    .replaceAll('ListCatsInput', 'OldCatsInput')
    .replace('Promise<CreateCatReply>', 'Promise<MyReply>');
  const { texts } = run(CATS, { ...first, 'cats.ts': stale });
  expect(texts['cats.ts']).toContain('listCats(input: ListCatsInput, call: Call)');
  expect(texts['cats.ts']).not.toContain('OldCatsInput');
  expect(texts['cats.ts']).toContain('Promise<MyReply>');
});

test('imports follow the output folder', () => {
  const moved = Object.fromEntries(
    Object.entries(first).map(([n, t]) => [n, t.replaceAll(FROM, '../old/server/index.js')]),
  );
  expect(run(CATS, moved).texts).toEqual(first);
});

test('a vanished operation is reported at its line and left', () => {
  const { changes, diagnostics } = run(api('GET /cats listCats', 'GET /dogs listDogs'), {
    ...first,
    'cats.ts': filled,
  });
  expect(changes).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'generate/handler-obsolete', file: 'cats.ts', line: 26 }]);
});

test('a file with a syntax error is left and reported, and nothing is made twice for it', () => {
  const broken = filled.replace('{ status: 200 }', '{ status: ');
  const { changes, diagnostics } = run(CATS, { ...first, 'cats.ts': broken });
  expect(changes).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'generate/handler-syntax', file: 'cats.ts', line: 18 }]);
  const index = `${first['index.ts']}}`;
  expect(run(CATS, { ...first, 'index.ts': index })).toMatchObject({
    changes: [],
    diagnostics: [{ file: 'index.ts' }],
  });
});

test('an index of the author’s own making is not spoilt', () => {
  const spread = (first['index.ts'] ?? '').replace(/\{\n {2}listCats[\s\S]*\}/, '{ ...cats, ...dogs }');
  expect(run(CATS, { ...first, 'index.ts': spread }).changes).toEqual([]);
  const more = api('GET /cats listCats', 'POST /cats createCat', 'GET /dogs listDogs', 'PUT /dogs trainDogs');
  expect(run(more, { ...first, 'index.ts': spread }).texts['index.ts']).toContain(
    '{ ...cats, ...dogs,\n  trainDogs: dogs.trainDogs, }',
  );
});
