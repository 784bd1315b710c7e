// The client as its users have it: compiled strictly, laid out as biome does, and called against a server that writes down what it got.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../spec/contract/api.js';
import { loadApi } from '../../spec/contract/load.js';
import { contract } from '../samples/testing/fixture.js';
import { type Recorder, startRecorder } from '../samples/testing/recorder.js';
import type { GeneratedFile } from '../target.js';
import { compileErrors, filesWithAny } from '../testing/compile.js';
import { callText, caseCalls } from './testing/case-call.js';
import { clientFiles } from './testing/client-files.js';
import { loaded, write } from './testing/loaded.js';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'docproof-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

const folderOf = (name: string): string => name.replaceAll(' ', '-');

const clients = Promise.all(
  CONTRACTS.map(async ([name, load]) => {
    const api = load();
    return { name, api, files: await clientFiles(api) };
  }),
);

/** All of them in one program, each in a folder of its own. */
async function allFiles(): Promise<GeneratedFile[]> {
  return (await clients).flatMap(({ name, files }) =>
    files.map(({ path, text }) => ({ path: `${folderOf(name)}/${path}`, text })),
  );
}

describe(`the clients ${CONTRACTS.map(([name]) => name).join(', ')}`, () => {
  it.each([
    ['Node', { noEmit: false, declaration: true, isolatedDeclarations: true }],
    ['browsers', { types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }],
  ])(
    'compile strictly in %s',
    async (_, changes) => {
      expect(compileErrors(await allFiles(), changes)).toEqual([]);
    },
    120_000,
  );

  it('are laid out as biome does, and say nothing against its rules', async () => {
    const own = join(folder, 'clients');
    write(own, await allFiles());
    writeFileSync(join(own, 'biome.json'), JSON.stringify(biomeConfig()));
    const biome = join(ROOT, 'node_modules/.bin/biome');
    expect(() =>
      execFileSync(biome, ['check', '--error-on-warnings', ...CONTRACTS.map(([name]) => folderOf(name))], {
        cwd: own,
        stdio: 'pipe',
      }),
    ).not.toThrow();
  });

  it('have no any, and a function and a type for every operation', async () => {
    expect(filesWithAny(await allFiles())).toEqual([]);
    for (const { api, files } of await clients) {
      const made = files.filter((f) => f.path.startsWith('client/operations/'));
      expect(made.length).toBe(api.operations.length);
      const types = files.find((f) => f.path === 'client/types.ts')?.text ?? '';
      for (const { text } of made) {
        const key = /operations\[(.*)\];/.exec(text)?.[1];
        if (key)
          expect(types).toContain(
            `\n  ${/^'[\p{ID_Start}$_][\p{ID_Continue}$]*'$/u.test(key) ? key.slice(1, -1) : key}: {`,
          );
      }
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
  let names: Map<string, string>;
  let recorder: Recorder;
  beforeAll(async () => {
    files = await clientFiles(api);
    names = functionNames(files);
    recorder = await startRecorder();
  });
  afterAll(() => recorder.close());

  const nameOf = (call: (typeof calls)[number]): string =>
    names.get(`${call.operation.method} ${call.operation.path}`) ?? '';

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
    expect(compileErrors([...files, { path: 'cases.ts', text }])).toEqual([]);
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

/** The functions of a client by the method and path of their operation. */
function functionNames(files: readonly GeneratedFile[]): Map<string, string> {
  return new Map(
    files.flatMap(({ path, text }): [string, string][] => {
      const name = /^export function (\S+?)\(/m.exec(text)?.[1];
      const of = /^\/\/ (.*)$/m.exec(text.split('\n')[1] ?? '')?.[1] ?? '';
      return path.startsWith('client/operations/') && name ? [[of, name]] : [];
    }),
  );
}

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
