// Requests that remove many at once: they are sent with ids of things that the run has made, or not at all.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from './plan/suite.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { type FakeAnswer, startFake } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const CRATE = '{ $ref: "#/components/schemas/Crate" }';
const command = (id: string, method: string, url: string, body = ''): string =>
  `x-docproof: { pages: [crates], cases: [{ id: ${id}, page: crates, source: { file: crates.md, line: 3 }, request: { method: ${method}, url: 'https://crates.example${url}', headers: { Content-Type: application/json }${body} } }] }`;
const COUNT = 'content: { application/json: { schema: { type: object }, example: { deleted: 2 } } }';
const SPEC = `openapi: 3.2.0
info: { title: Crates, version: '1' }
x-docproof: { version: 1, docs: { digest: x, languages: [en] }, sampleHosts: [crates.example], keySyntax: plain }
paths:
  /crates:
    post: { operationId: addCrate, ${command('add', 'POST', '/crates', `, body: '{"label": "red"}'`)}, requestBody: { required: true, ${json(CRATE)} }, responses: { '201': { description: Made, ${json(CRATE)} }, '400': { description: Wrong } } }
    delete:
      operationId: removeSome
      parameters: [{ name: ids, in: query, required: true, schema: { type: string } }]
      ${command('some', 'DELETE', '/crates?ids=8,9')}
      responses: { '204': { description: Gone } }
  /crates/bulk-delete:
    post:
      operationId: removeMany
      ${command('many', 'POST', '/crates/bulk-delete', `, body: '{"ids": [8, 9]}'`)}
      requestBody: { required: true, ${json('{ type: object, required: [ids], properties: { ids: { type: array, items: { type: integer } } } }')} }
      responses: { '200': { description: Gone, ${COUNT} }, '400': { description: Wrong } }
  /crates/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getCrate, responses: { '200': { description: OK, ${json(CRATE)} } } }
    delete: { operationId: removeCrate, responses: { '204': { description: Gone } } }
components:
  schemas:
    Crate: { type: object, required: [label], properties: { id: { type: integer, readOnly: true }, label: { type: string, maxLength: 40 } } }
`;

async function run(wrong: string, only: string) {
  // Those that the documents name are somebody else's.
  const crates = new Map<string, object>([8, 9].map((id) => [String(id), { id, label: 'old' }]));
  let last = 100;
  const gone = (ids: string[]): number => {
    if (wrong === 'removes all') crates.clear();
    const named = ids.filter((id) => crates.has(id));
    for (const id of wrong === 'removes the first' ? named.slice(0, 1) : named) crates.delete(id);
    return wrong === 'counts one more' ? named.length + 1 : named.length;
  };
  const server = await startFake(({ method, path, body }): FakeAnswer => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const [, , id] = pathname.split('/');
    if (id === 'bulk-delete') return { status: 200, body: { deleted: gone(JSON.parse(body).ids.map(String)) } };
    if (id === undefined && method === 'DELETE') {
      gone((searchParams.get('ids') ?? '').split(','));
      return { status: 204 };
    }
    if (id === undefined) {
      crates.set(String(++last), { id: last, label: JSON.parse(body).label });
      return { status: 201, body: crates.get(String(last)) };
    }
    if (!crates.has(id)) return { status: 404 };
    if (method === 'GET') return { status: 200, body: crates.get(id) };
    crates.delete(id);
    return { status: 204 };
  });
  try {
    const result = await certifyFake(SPEC, server.url, { select: { only } });
    const left = [...crates.keys()];
    return { result, left, failed: [...new Set(Object.values(failures(result)).flat())] };
  } finally {
    await server.close();
  }
}

it.each([
  ['', 'some', []],
  ['', 'many', []],
  ['removes the first', 'some', ['gone-after-delete']],
  ['removes the first', 'many', ['gone-after-delete']],
  ['counts one more', 'many', ['removed-count']],
])('a server with the habit "%s", asked to remove %s', async (wrong, only, failed) => {
  const found = await run(wrong, only);
  expect(found.result.cases.map(({ id }) => id)).toEqual([only]);
  expect({ failed: found.failed, left: found.left }).toEqual({ failed, left: ['8', '9'] });
});

it('sees that others are removed along with those', async () => {
  expect((await run('removes all', 'many')).failed).toEqual(['others-stay', 'removed-count']);
});

it('sends no ids of which it does not know whose they are', () => {
  const groups = casesOf(suiteOf(loadText(SPEC)), { pasted: false });
  const wrong = groups.flatMap(({ cases }) => cases).filter(({ id }) => /\/(?:wrong|malformed|missing|null)/.test(id));
  expect([...new Set(wrong.map(({ operation }) => operation.op.id))]).toEqual(['addCrate']);
});
