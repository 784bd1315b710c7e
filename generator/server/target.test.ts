// The server target over contracts of all kinds: what it makes compiles, is well laid out, and does what its types say.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../spec/contract/api.js';
import { loadApi } from '../../spec/contract/load.js';
import type { Diagnostic } from '../../spec/diagnostic.js';
import { createServerCore } from '../../templates/server/runtime/server.js';
import { planHandlerFiles } from '../handlers/handler-files.js';
import type { GeneratedFile } from '../target.js';
import { templateRenderer } from '../templates.js';
import { compileErrors, filesWithAny } from '../testing/compile.js';
import { routeTable } from './route-table.js';
import { serverTarget } from './target.js';

const here = (path: string): string => new URL(path, import.meta.url).pathname;
const render = templateRenderer((file) => readFileSync(here(`../../templates/${file}`), 'utf8'));

function load(text: string): Api {
  const { api, diagnostics } = loadApi(text, 'spec.yaml');
  if (!api) throw new Error(JSON.stringify(diagnostics));
  return api;
}

/** 200 operations over 40 resources, with shared and nested schemas. */
function wide(): string {
  const paths: Record<string, unknown> = {};
  const schemas: Record<string, unknown> = {};
  for (let n = 1; n <= 40; n++) {
    const ref = { $ref: `#/components/schemas/Thing${n}` };
    const content = { 'application/json': { schema: ref } };
    const responses = { 200: { description: 'Yes', content }, 404: { description: 'No' } };
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    schemas[`Thing${n}`] = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, other: { $ref: `#/components/schemas/Thing${(n % 40) + 1}` } },
    };
    paths[`/thing${n}s`] = {
      get: { operationId: `listThing${n}`, responses },
      post: {
        operationId: `createThing${n}WithARatherLongNameThatDoesNotFitOnOneLineOfCode`,
        requestBody: { content },
        responses,
      },
    };
    paths[`/thing${n}s/{id}`] = {
      parameters: [id],
      get: { operationId: `getThing${n}`, responses },
      put: { operationId: `replaceThing${n}`, requestBody: { required: true, content }, responses },
      delete: { operationId: `deleteThing${n}`, responses },
    };
  }
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Wide', version: '1' }, paths, components: { schemas } });
}

const SPECS: Record<string, string> = {
  cells: readFileSync(here('fixtures/cells.yaml'), 'utf8'),
  orchard: readFileSync(here('../fixtures/public/orchard.yaml'), 'utf8'),
  curious: readFileSync(here('../fixtures/public/curious.yaml'), 'utf8'),
  wide: wide(),
  wild: readFileSync(here('fixtures/wild.yaml'), 'utf8'),
  empty: 'openapi: 3.1.0\ninfo: { title: Empty, version: "1" }\npaths: {}\n',
};

async function generate(spec: string): Promise<{ files: GeneratedFile[]; diagnostics: Diagnostic[] }> {
  const api = load(spec);
  const { files, diagnostics } = await serverTarget.generate(api, render);
  const handlers = planHandlerFiles(api, new Map(), '../server/index.js', render).changes;
  return {
    files: [...files, ...handlers.map(({ path, after }) => ({ path: `handlers/${path}`, text: after ?? '' }))],
    diagnostics,
  };
}

const made = Object.fromEntries(Object.entries(SPECS).map(([name, spec]) => [name, generate(spec)]));

/** What is made of one of the specs above. */
async function filesOf(name: keyof typeof SPECS): Promise<GeneratedFile[]> {
  return (await made[name])?.files ?? [];
}

/** All of it, each in a folder of its own. */
async function allFiles(): Promise<GeneratedFile[]> {
  const folders = Object.keys(SPECS).map(async (name) =>
    (await filesOf(name)).map(({ path, text }) => ({ path: `${name}/${path}`, text })),
  );
  return (await Promise.all(folders)).flat();
}

describe.each(Object.keys(SPECS))('%s', (name) => {
  test('is the same for the same contract', async () => {
    expect(await generate(SPECS[name] ?? '')).toEqual(await made[name]);
  });
});

describe('all of them', () => {
  test('have no any', async () => {
    expect(filesWithAny(await allFiles())).toEqual([]);
  });

  test('are laid out as biome lays them out, and have nothing it warns of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docproof-server-'));
    try {
      for (const { path, text } of await allFiles()) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const config = `--config-path=${here('../../biome.json')}`;
      const flags = ['check', '--vcs-enabled=false', config, '--error-on-warnings', folder];
      const biome = here('../../node_modules/.bin/biome');
      const { status, stdout, stderr } = spawnSync(biome, flags, { encoding: 'utf8' });
      expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('compiled strictly, in one program', () => {
  const CASES: [string, string, number][] = [
    [
      'a documented pair of status and body',
      `export const r: CreateRelationReply = { status: 201, body: { d: { results: { Name: 'x' } } } };`,
      0,
    ],
    [
      'a body of another status',
      `export const r: CreateRelationReply = { status: 201, body: { code: 'x', message: { lang: 'en', value: '' } } };`,
      1,
    ],
    ['a status that is not documented', `export const r: CreateRelationReply = { status: 418, body: {} };`, 1],
    [
      'a body where there is none',
      `export const r: Handlers['updateRelation'] = () => ({ status: 204, body: {} });`,
      1,
    ],
    ['a key that may be null', `export const f = (i: UpdateRelationInput): string => i.path.BoxName;`, 1],
    ['a key that may not', `export const f = (i: UpdateRelationInput): string => i.path.RelationName;`, 0],
    [
      'a header that may be missing',
      `export const f = (i: UpdateRelationInput): string | undefined => i.headers['If-Match'];`,
      0,
    ],
  ];
  let errors: string[];
  beforeAll(async () => {
    const uses = CASES.map(([, code], at) => ({
      path: `cells/use-${at}.ts`,
      text: `import type { ${/Handlers|CreateRelationReply|UpdateRelationInput/.exec(code)?.[0]} } from './server/index.js';\n${code}\n`,
    }));
    errors = compileErrors([...(await allFiles()), ...uses, { path: 'wild/use.ts', text: WILD_HANDLERS }]);
  }, 120_000);

  test('those of the empty are modules for a bundler, too', async () => {
    const files = await filesOf('empty');
    const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
    expect(compileErrors(files, bundler)).toEqual([]);
  });

  test('all of them are right; those of the wild ask handlers for what their way has', () => {
    expect(errors.filter((error) => !error.startsWith('cells/use-'))).toEqual([]);
  });

  test.each(CASES.map(([title, , wanted], at) => ({ title, wanted, at })))('types $title', ({ wanted, at }) => {
    expect(errors.some((error) => error.startsWith(`cells/use-${at}.ts:`))).toBe(wanted > 0);
  });
});

const WILD_HANDLERS = `import * as S from './server/index.js';
export const handlers: Pick<S.Handlers, 'putUser' | 'putCount' | 'getLinks'> = {
  putUser: ({ body }) => {
    const id: number | undefined = body.id;
    const password: string = body.password;
    return { status: 200, body: { id: id ?? 1, name: password, friends: [] } };
  },
  putCount: ({ body }) => ({ status: 200, body: { sum: body + 1 } }),
  getLinks: () => ({ status: 200, headers: { Link: ['<a>; rel=next', '<b>; rel=prev'] } }),
};
export const other: S.GetLinksReply = { status: 404, body: {} };
// @ts-expect-error: failures have a class of their own, without a body
export const failure: S.GetLinksReply = { status: 500, body: {} };
// @ts-expect-error: the reply has it, the request need not
export const id = (input: S.PutUserInput): number => input.body.id;
// @ts-expect-error: nor need those of its members
export const friend = (input: S.PutUserInput): number | undefined => input.body.friends?.map((one): number => one.id)[0];
`;

describe('what the specs of the wild have', () => {
  const wild = async (): Promise<ReturnType<typeof createServerCore>> => {
    const { operations, definitions } = routeTable(load(SPECS['wild'] ?? ''));
    const routes = operations.map(({ route }) => route);
    const errorReply = (status: number, message: string) => ({ status, body: message });
    const echo = (input: object): { status: number; body: object } => ({ status: 200, body: input });
    return createServerCore(
      { routes, definitions, errorReply },
      Object.fromEntries(routes.map(({ id }) => [id, echo as never])),
    );
  };

  test.each([
    ['PUT /user', { name: 'Ann', password: 'x' }, 200, ''],
    ['PUT /user', { id: 1, name: 'Ann', password: 'x', friends: [{ name: 'Bo', password: 'y' }] }, 200, ''],
    ['PUT /user', { name: 'Ann' }, 400, "must have required property 'password'"],
    ['PUT /references?a=1&b=2', { inline: 5, again: { inline: 6 } }, 200, '"query":{"a":1,"b":2}'],
    ['PUT /references?a=0', {}, 400, 'the query parameter a must be >= 1'],
    ['PUT /references?b=x', {}, 400, 'the query parameter b must be integer'],
    ['PUT /references', { inline: 4 }, 400, '/inline must be >= 5'],
    ['PUT /references', { again: { inline: 4 } }, 400, '/again/inline must be >= 5'],
    ['PUT /references', { defs: { self: { x: 'x' } } }, 400, '/defs/self/x must be integer'],
    ['PUT /references', { id: { a: 1 } }, 400, '/id/a must be string'],
    ['PUT /references', { anchor: { c: { v: 'x' } } }, 400, '/anchor/c/v must be integer'],
    ['PUT /references', { response: {} }, 400, "/response must have required property 'ok'"],
    ['PUT /references', { path: { sum: 'x' } }, 400, '/path/sum must be integer'],
    ['PUT /derived', { name: 'Ann', password: 'x', extra: 1 }, 200, ''],
    ['PUT /derived', { name: 'Ann', password: 'x' }, 400, "must have required property 'extra'"],
    ['GET /querystring?one=1', undefined, 200, '"query":{"one":1}'],
  ])('%s %j', async (line, body, status, message) => {
    const [method = '', path = ''] = line.split(' ');
    const init = {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    };
    const answer = await (await wild())(new Request(`http://h.example${path}`, init));
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(message)]);
  });
});

describe('diagnostics', () => {
  test('name methods that node can’t receive', async () => {
    expect((await made['cells'])?.diagnostics).toMatchObject([
      { code: 'generate/method-unsupported', severity: 'warning' },
    ]);
  });

  test('name patterns that can’t be checked', async () => {
    expect((await made['curious'])?.diagnostics).toMatchObject([
      { code: 'generate/pattern-unusable', message: expect.stringContaining('"(?<broken"') },
    ]);
  });

  test('name references that lead nowhere', async () => {
    const spec = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a: { get: { operationId: one, parameters: [{ name: p, in: query, schema: { $ref: '#/$defs/No' } }], responses: {} } }
components: { schemas: { A: { items: { $ref: '#/$defs/B' } } } }
`;
    const { diagnostics } = await generate(spec);
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['generate/unresolved-reference', 'error', 'one, the parameter p: $ref to "#/$defs/No" leads nowhere'],
      ['generate/unresolved-reference', 'error', '#/components/schemas/A: $ref to "#/$defs/B" leads nowhere'],
    ]);
  });

  test('name operations that hide each other', async () => {
    const responses = '{ "200": { description: Yes } }';
    const spec = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a/{x}: { get: { operationId: one, responses: ${responses} } }
  /a/{y}: { get: { operationId: two, responses: ${responses} } }
  /B('{x}'): { get: { operationId: three, responses: ${responses} } }
  /B(Name='{y}'): { get: { operationId: four, responses: ${responses} } }
`;
    const { diagnostics } = await generate(spec);
    expect(diagnostics.map((d) => `${d.code} ${d.message.split(':')[0]}`)).toEqual([
      'generate/route-conflict two',
      'generate/route-conflict four',
    ]);
  });
});

test('no name of a contract gets out of its string, comment or identifier', async () => {
  const files = await filesOf('curious');
  const text = files
    .filter((file) => !file.path.includes('runtime/'))
    .map((file) => file.text)
    .join('\n');
  expect(text).not.toMatch(/^[^/*'"]*process\.exit/m);
  expect(text).not.toMatch(/^\s*alert\(\)/m);
});
