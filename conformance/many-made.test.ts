// Many things that one request makes, with keys that the server gives: each is there as it was written, and is removed again.
import { expect, it } from 'vitest';
import { certifyFake, failures } from './testing/certify-fake.js';
import { type FakeAnswer, startFake } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const CRATE = '{ $ref: "#/components/schemas/Crate" }';
const SPEC = `openapi: 3.2.0
info: { title: Crates, version: '1' }
x-docproof: { version: 1, docs: { digest: x, languages: [en] }, sampleHosts: [crates.example], keySyntax: plain }
paths:
  /crates:
    get: { operationId: listCrates, responses: { '200': { description: OK, ${json(`{ type: array, items: ${CRATE} }`)} } } }
    post: { operationId: addCrate, requestBody: { required: true, ${json(CRATE)} }, responses: { '201': { description: Made, ${json(CRATE)} }, '400': { description: Wrong } } }
  /crates/batch:
    post:
      operationId: addCrates
      x-docproof: { pages: [crates], cases: [{ id: crates/batch, page: crates, source: { file: crates.md, line: 3 }, request: { method: POST, url: 'https://crates.example/crates/batch', headers: { Content-Type: application/json }, body: '{"crates": [{"label": "red", "weight": 3}, {"label": "blue", "weight": 4}]}' } }] }
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [crates], properties: { crates: { type: array, items: ${CRATE} } } }, example: { crates: [{ label: red, weight: 3 }, { label: blue, weight: 4 }] } } } }
      responses: { '201': { description: Made, ${json(`{ type: array, items: ${CRATE} }`)} }, '400': { description: Wrong } }
  /crates/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getCrate, responses: { '200': { description: OK, ${json(CRATE)} } } }
    delete: { operationId: removeCrate, responses: { '204': { description: Gone } } }
components:
  schemas:
    Crate: { type: object, required: [label], properties: { id: { type: integer, readOnly: true }, label: { type: string, maxLength: 40 }, weight: { type: integer } } }
`;

type Crate = { label: string; weight?: number };

const WHOLE = SPEC.replace(
  'operationId: addCrates\n',
  'operationId: addCrates\n      description: "All or nothing. The answer has the crates in the same order."\n',
);

async function run(wrong: string, spec = SPEC, only = 'crates/batch') {
  const crates = new Map<string, object>();
  let last = 0;
  const make = ({ label, weight }: Crate): { id: number } => {
    const crate = { id: ++last, label: wrong === 'forgets labels' ? 'none' : label, ...(weight ? { weight } : {}) };
    crates.set(String(last), crate);
    return crate;
  };
  const fits = (one: Crate): boolean =>
    typeof one?.label === 'string' &&
    one.label.length <= 40 &&
    (one.weight === undefined || Number.isInteger(one.weight));
  const server = await startFake(({ method, path, body }): FakeAnswer => {
    const [, , id] = path.split('/');
    if (method === 'POST') {
      const given = parsed(body);
      if (id === undefined) return fits(given as never) ? { status: 201, body: make(given as never) } : { status: 400 };
      const { crates: all } = (given ?? {}) as { crates?: Crate[] };
      const right = Array.isArray(all) && all.every(fits);
      if (wrong === 'has such ones' && right && all.some(({ label }) => /^(?:red|blue)$/.test(label)))
        return { status: 409 };
      if (!right && wrong === 'makes some') for (const one of all ?? []) if (fits(one)) make(one);
      if (!right) return { status: 400 };
      const made = all.map(make);
      if (wrong === 'shows ids alone') return { status: 201, body: { made: made.map(({ id }) => id) } };
      if (wrong === 'loses the last') crates.delete(String(last));
      return { status: 201, body: wrong === 'another order' ? made.reverse() : made };
    }
    if (id === undefined) return { status: 200, body: [...crates.values()] };
    const crate = crates.get(id);
    if (!crate) return { status: 404 };
    if (method === 'GET') return { status: 200, body: crate };
    crates.delete(id);
    return { status: 204 };
  });
  try {
    const result = await certifyFake(spec, server.url, { select: { only } });
    expect(result.cases.map(({ id }) => id)).toEqual([only]);
    return { failed: [...new Set(Object.values(failures(result)).flat())], left: crates.size };
  } finally {
    await server.close();
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

it.each([
  ['', []],
  // Nothing says in which order they come.
  ['another order', []],
  ['forgets labels', ['read-after-write']],
  ['loses the last', ['read-after-write']],
])('a server with the habit "%s"', async (wrong, failed) => {
  expect(await run(wrong)).toEqual({ failed, left: 0 });
});

/** The list is told, what its members have is only shown. */
const SHOWN = SPEC.replace(
  '{ crates: { type: array, items: { $ref: "#/components/schemas/Crate" } } }',
  '{ crates: { type: array, items: { type: object } } }',
).replace(
  'content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Crate" } } } } }, \'400\'',
  "content: { application/json: { schema: { type: object } } } }, '400'",
);

it('are known by a list of ids, too, and by members that are only shown', async () => {
  expect(await run('shows ids alone', SHOWN)).toEqual({ failed: [], left: 0 });
});

it('are called otherwise than what others have made', async () => {
  expect(await run('has such ones')).toEqual({ failed: [], left: 0 });
});

it('are called so where no command shows them, either', async () => {
  const silent = SPEC.replace(
    /x-docproof: \{ pages: \[crates\], cases: .*\n/,
    'x-docproof: { pages: [crates] }\n',
  ).replace('crates: { type: array, items', 'crates: { type: array, maxItems: 3, items');
  expect(silent).not.toBe(SPEC);
  expect(await run('has such ones', silent, 'derived/addCrates/most/crates')).toEqual({ failed: [], left: 0 });
});

it.each([
  ['', 'crates/batch', []],
  ['another order', 'crates/batch', ['as-sent']],
  ['', 'derived/addCrates/all-or-none', []],
  ['', 'derived/addCrates/as-sent', []],
  ['another order', 'derived/addCrates/as-sent', ['as-sent']],
  ['makes some', 'derived/addCrates/all-or-none', ['not-created']],
])('a server with the habit "%s", which promises all or nothing: %s', async (wrong, only, failed) => {
  const alone = only.endsWith('as-sent')
    ? WHOLE.replaceAll(/, \{ ?"?label"?: "?blue"?, "?weight"?: 4 ?\}/g, '')
    : WHOLE;
  expect(await run(wrong, alone, only)).toEqual({ failed, left: 0 });
});
