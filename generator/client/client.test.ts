// The client as its users have it: compiled strictly, laid out as biome does, and called against a server that writes down what it got.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../spec/contract/api.js';
import { loadApi } from '../../spec/contract/load.js';
import { contract, render } from '../samples/testing/fixture.js';
import { type Recorder, startRecorder } from '../samples/testing/recorder.js';
import type { GeneratedFile } from '../target.js';
import { clientTarget } from './target.js';
import { callText, caseCalls } from './testing/case-call.js';
import { anyTypes, compilerErrors } from './testing/compile.js';
import { type Loaded, loaded, write } from './testing/loaded.js';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'docproof-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function client(api: Api): Promise<GeneratedFile[]> {
  const { files, diagnostics } = await clientTarget.generate(api, render);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return files;
}

/** 200 operations over 40 schemas that refer to each other. */
function large(): Api {
  const schemas = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `Thing${i}`,
      {
        type: 'object',
        properties: { next: { $ref: `#/components/schemas/Thing${(i + 1) % 40}` }, id: { type: 'string' } },
      },
    ]),
  );
  const paths = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => {
      const content = { 'application/json': { schema: { $ref: `#/components/schemas/Thing${i % 40}` } } };
      const responses = { '200': { description: 'ok', content } };
      const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
      return [
        `/things${i}/{id}`,
        {
          parameters,
          get: { operationId: `getThing${i}`, responses },
          put: { operationId: `putThing${i}`, requestBody: { content }, responses },
        },
      ];
    }),
  );
  const { api } = loadApi(
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Large', version: '1' }, paths, components: { schemas } }),
    'large',
  );
  if (!api) throw new Error('the large contract does not load');
  return api;
}

const CONTRACTS: [string, () => Api][] = [
  ['of cells', () => contract('generator/samples/fixtures/cells.yaml')],
  ['of odd names', () => contract('generator/samples/fixtures/odd.yaml')],
  ['of 200 operations', large],
];

describe.each(CONTRACTS)('the client %s', (name, load) => {
  let files: GeneratedFile[];
  beforeAll(async () => {
    files = await client(load());
  });

  it('compiles strictly in Node and in browsers', () => {
    expect(compilerErrors(files)).toEqual([]);
    expect(
      compilerErrors(files, { types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }),
    ).toEqual([]);
  }, 120_000);

  it('is laid out as biome does, and says nothing against its rules', () => {
    const own = join(folder, name.replaceAll(' ', '-'));
    write(own, files);
    writeFileSync(join(own, 'biome.json'), JSON.stringify(biomeConfig()));
    const biome = join(ROOT, 'node_modules/.bin/biome');
    expect(() =>
      execFileSync(biome, ['check', '--error-on-warnings', 'client'], { cwd: own, stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('has no any, and a function and a type for every operation', () => {
    for (const { path, text } of files) expect(anyTypes(text), path).toBe(0);
    const { operations } = load();
    const made = files.filter((f) => f.path.startsWith('client/operations/'));
    expect(made.length).toBe(operations.length);
    const types = files.find((f) => f.path === 'client/types.ts')?.text ?? '';
    for (const { text } of made) {
      const key = /operations\[(.*)\];/.exec(text)?.[1];
      if (key)
        expect(types).toContain(
          `\n  ${/^'[\p{ID_Start}$_][\p{ID_Continue}$]*'$/u.test(key) ? key.slice(1, -1) : key}: {`,
        );
    }
  });
});

/** The project's own rules, without its list of files. */
function biomeConfig(): object {
  return {
    root: true,
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
    javascript: { formatter: { quoteStyle: 'single', trailingCommas: 'all' } },
    linter: { rules: { preset: 'recommended', complexity: { useLiteralKeys: 'off' } } },
    files: { maxSize: 10_000_000 },
  };
}

describe.each([
  ['the fixture', 'generator/samples/fixtures/cells.yaml'],
  ['the committed contract', 'spec/openapi.yaml'],
])('every documented case of %s, called', (_, path) => {
  const api = contract(path);
  const { calls, without } = caseCalls(api);
  let files: GeneratedFile[];
  let recorder: Recorder;
  beforeAll(async () => {
    files = await client(api);
    recorder = await startRecorder();
  });
  afterAll(() => recorder.close());

  const names = (): Map<string, string> =>
    new Map(
      files.flatMap(({ path: file, text }): [string, string][] => {
        const name = /^export function (\S+?)\(/m.exec(text)?.[1];
        return file.startsWith('client/operations/') && name
          ? [[/^\/\/ (.*)$/m.exec(text.split('\n')[1] ?? '')?.[1] ?? '', name]]
          : [];
      }),
    );
  const nameOf = (call: (typeof calls)[number]): string =>
    names().get(`${call.operation.method} ${call.operation.path}`) ?? '';

  it('has a call for each', () => {
    expect(without).toEqual([]);
    expect(calls.length).toBeGreaterThan(5);
  });

  it('compiles', () => {
    const imports = [...new Set(calls.map(nameOf))].sort();
    const text = [
      `import { type Client, ${imports.join(', ')} } from './client/index.js';`,
      "const client: Client = { baseUrl: 'https://unit1.example' };",
      ...calls.map((call) => `void ${callText(nameOf(call), call.input)};`),
    ].join('\n');
    expect(compilerErrors([...files, { path: 'cases.ts', text }])).toEqual([]);
  }, 120_000);

  it('sends what is documented and gives the documented answer', async () => {
    const own = join(folder, path.replace(/\W/g, '-'));
    const { call } = await loaded(own, files);
    for (const { documented, operation, input, target } of calls) {
      const status = Number(operation.responses.find((r) => /^2/.test(r.status))?.status ?? 200);
      recorder.answer = { status, headers: { 'content-type': 'application/json', etag: 'W/"1"' }, body: '{"d":{}}' };
      recorder.requests.length = 0;
      const name = nameOf({ documented, operation, input, target });
      const answer = await call(name, { baseUrl: recorder.origin, token: 'T' }, input);
      expect([answer.status, answer.ok], documented.id).toEqual([status, true]);
      const [got] = recorder.requests;
      const { request } = documented;
      expect(got?.method, documented.id).toBe(request.method);
      expect(plain(got?.url ?? ''), documented.id).toBe(plain(target));
      expect(sameBody(got?.body ?? ''), documented.id).toEqual(sameBody(request.body ?? ''));
      const isSecured = Object.keys(request.headers).some((h) => h.toLowerCase() === 'authorization');
      if (isSecured) expect(got?.headers['authorization'], documented.id).toBe('Bearer T');
      for (const [header, value] of Object.entries(request.headers))
        if (!/^(authorization|accept|content-type)$/i.test(header))
          expect(got?.headers[header.toLowerCase()], documented.id).toBe(value);
    }
  }, 60_000);
});

/** Decoded, so that `%27` and `'` are one; parameters in any order. */
function plain(target: string): string {
  const [path = '', query = ''] = target.split('?');
  return `${decodeURIComponent(path)}?${[...new URLSearchParams(query)]
    .map((pair) => pair.join('='))
    .sort()
    .join('&')}`;
}

function sameBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return /^[^<]*=/.test(body) ? Object.fromEntries(new URLSearchParams(body)) : body;
  }
}

describe('the runtime', () => {
  const api = contract('generator/samples/fixtures/cells.yaml');
  let recorder: Recorder;
  let client_: Loaded;
  beforeAll(async () => {
    recorder = await startRecorder();
    client_ = await loaded(join(folder, 'runtime'), await client(api));
  });
  afterAll(() => recorder.close());

  it.each([
    [{ RelationName: "it's", BoxName: null }, "Relation(Name='it%27%27s',_Box.Name=null)"],
    [
      { RelationName: "x',_Box.Name='y", BoxName: 'a/b?c#d' },
      "Relation(Name='x%27%27%2C_Box.Name%3D%27%27y',_Box.Name='a%2Fb%3Fc%23d')",
    ],
    [{ RelationName: '', BoxName: '100% 😀' }, "Relation(Name='',_Box.Name='100%25%20%F0%9F%98%80')"],
  ])('encodes the keys %j', async (keys, wanted) => {
    recorder.answer = { status: 204 };
    recorder.requests.length = 0;
    await client_.call('deleteRelation', { baseUrl: `${recorder.origin}/` }, { path: { CellName: 'cell1', ...keys } });
    expect(recorder.requests[0]?.url).toBe(`/cell1/__ctl/${wanted}`);
  });

  it.each(['', '.', '..'])('refuses the path segment %j', (CellName) => {
    const path = { CellName, RelationName: 'r', BoxName: null };
    expect(() => client_.call('deleteRelation', { baseUrl: recorder.origin }, { path })).toThrow(
      "can't be a part of a path",
    );
  });

  const path = { CellName: 'cell1', RelationName: 'r', BoxName: null };

  it('gives failures as answers, and throws them with their code from unwrap', async () => {
    const body = { code: 'PR404-OD-0002', message: { lang: 'en', value: 'gone' } };
    recorder.answer = { status: 404, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await client_.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    expect([answer.status, answer.ok, answer.body]).toEqual([404, false, body]);
    expect(client_.module['hasCode']?.(answer, 'PR404-OD-0002')).toBe(true);
    expect(client_.module['hasCode']?.(answer, 'PR409-OD-0003')).toBe(false);
    const pending = client_.module['unwrap']?.(answer) as Promise<unknown>;
    await expect(pending).rejects.toMatchObject({ name: 'ApiError', code: 'PR404-OD-0002', status: 404 });
  });

  it('gives a derived failure without a body too', async () => {
    recorder.answer = { status: 404 };
    const answer = await client_.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    expect([answer.status, answer.body]).toEqual([404, undefined]);
  });

  it.each([
    [{ status: 418, body: 'tea' }, 'status 418 is not documented'],
    [{ status: 200, body: '<html>' }, 'the body is not JSON'],
  ])('throws for what the contract does not have: %j', async (answer, message) => {
    recorder.answer = answer;
    const pending = client_.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    await expect(pending).rejects.toThrow(message);
  });

  it('hands an ETag on as If-Match', async () => {
    recorder.answer = { status: 200, headers: { etag: 'W/"3-1"' }, body: '{"d":{}}' };
    const answer = await client_.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    expect(client_.module['ifMatch']?.(answer)).toEqual({ 'If-Match': 'W/"3-1"' });
    recorder.answer = { status: 204 };
    await client_.call(
      'updateRelation',
      { baseUrl: recorder.origin },
      { path, headers: client_.module['ifMatch']?.(answer), body: { Name: 'x' } },
    );
    expect(recorder.requests.at(-1)?.headers['if-match']).toBe('W/"3-1"');
  });

  it('asks a function for the token, takes another fetch and another URL, and sends no token where none is needed', async () => {
    const seen: { url: string; authorization: string | undefined }[] = [];
    const fetch = async (url: string, init: { headers: Record<string, string> }): Promise<Response> => {
      seen.push({ url, authorization: init.headers['authorization'] });
      return new Response(url.endsWith('__token') ? '{"access_token":"t"}' : '{"d":{}}', { status: 200 });
    };
    const options = {
      baseUrl: '',
      fetch,
      token: async () => 'fresh',
      url: (p: string) => `https://cell1.example${p.replace('/cell1', '')}`,
    };
    await client_.call('retrieveRelation', options, { path });
    await client_.call('getToken', options, { path: { CellName: 'cell1' }, body: { grant_type: 'password' } });
    expect(seen).toEqual([
      { url: "https://cell1.example/__ctl/Relation(Name='r',_Box.Name=null)", authorization: 'Bearer fresh' },
      { url: 'https://cell1.example/__token', authorization: undefined },
    ]);
  });

  it('refuses wrong calls and answers when they are compiled', async () => {
    const text = `import { type Client, createRelation, deleteRelation, hasCode, updateRelation, updateRelationLinks } from './client/index.js';
declare const client: Client;
const path = { CellName: 'c', RelationName: 'r', BoxName: null };
// @ts-expect-error a key is missing
void deleteRelation(client, { path: { CellName: 'c', RelationName: 'r' } });
// @ts-expect-error no such field
void updateRelation(client, { path, body: { Name: 'x', Nmae: 'y' } });
// @ts-expect-error the body is required
void createRelation(client, { path });
void updateRelationLinks(client, { path: { CellName: 'c', RelationName: 'r', BoxName: 'b' }, body: { Url: 'x' } });
void updateRelationLinks(client, { path: { CellName: 'c', RelationName: 'r', BoxName: 'b' }, body: { uri: 'x' } });
const created = await createRelation(client, { path, body: { Name: 'x', '_Box.Name': null } });
if (created.status === 201) {
  const results = created.body.d?.results;
  const one = Array.isArray(results) ? results[0] : results;
  const name: string | undefined = one?.Name;
  void name;
  // @ts-expect-error a success has no error code
  void created.body.code;
} else {
  const code: string = created.body.code;
  void code;
}
// @ts-expect-error no such code
void hasCode(created, 'PR999-XX-0001');
export {};
`;
    expect(compilerErrors([...(await client(api)), { path: 'wrong.ts', text }])).toEqual([]);
  }, 60_000);
});
