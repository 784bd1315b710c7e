// Changes at the address of a list, which say in their body what they change, though answers alone should have its key.
import { expect, it } from 'vitest';
import type { Run } from './run.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const CONTENT = 'content: { application/json: { schema: { $ref: "#/components/schemas/Mug" } } }';

const MUGS = `openapi: 3.0.3
info: { title: Mugs, version: '1' }
paths:
  /mug:
    post: { operationId: addMug, requestBody: { required: true, ${CONTENT} }, responses: { '200': { description: ok, ${CONTENT} }, '405': { description: Invalid input } } }
    put:
      operationId: changeMug
      requestBody: { required: true, ${CONTENT} }
      responses: { '200': { description: ok, ${CONTENT} }, '400': { description: Invalid ID }, '404': { description: Not there }, '405': { description: Validation exception } }
  /mug/{mugId}:
    parameters: [{ name: mugId, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getMug, responses: { '200': { description: ok, ${CONTENT} }, '404': { description: Not there } } }
    delete: { operationId: removeMug, responses: { '200': { description: ok }, '404': { description: Not there } } }
components:
  schemas:
    Mug: { type: object, required: [name], properties: { id: { type: integer, readOnly: true, default: 4 }, name: { type: string }, size: { type: string, enum: [small, big] } } }
`;

function mugs(fault?: 'change lost' | 'anything goes'): Handler {
  const known = new Map<number, object>();
  let last = 10;
  return ({ method, path, body }) => {
    const id = Number(path.split('/')[2]);
    if (method === 'GET') return known.has(id) ? { status: 200, body: known.get(id) } : { status: 404 };
    if (method === 'DELETE') return { status: known.delete(id) ? 200 : 404 };
    const { id: named, name, size } = objectIn(body) ?? {};
    const fits = typeof name === 'string' && (size === undefined || size === 'small' || size === 'big');
    if (!fits && fault !== 'anything goes') return { status: 405 };
    if (method === 'PUT' && !Number.isInteger(named)) return { status: 400 };
    if (method === 'PUT' && !known.has(Number(named))) return { status: 404 };
    const mug = { id: method === 'PUT' ? Number(named) : ++last, name, ...(size === undefined ? {} : { size }) };
    if (method === 'POST' || fault !== 'change lost') known.set(mug.id, mug);
    return { status: 200, body: mug };
  };
}

/** Ids of the cases of which a MUST does not hold. */
function broken({ cases }: Run): string[] {
  const must = cases.filter(({ assertions }) => assertions.some((a) => a.outcome === 'failed' && a.level === 'MUST'));
  return must.map(({ id }) => id);
}

it('all cases of it are tried, and a wrong body may be refused as documents call it', async () => {
  const run = await certifyHandler(MUGS, mugs());
  expect(broken(run)).toEqual([]);
  const changes = run.cases.filter(({ id }) => id.startsWith('derived/changeMug/'));
  expect(changes.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'failed')).toEqual([]);
  expect(changes.length).toBeGreaterThan(4);
});

it.each([
  ['change lost', 'derived/changeMug/as-documented'],
  ['anything goes', 'derived/changeMug/wrong-type/name'],
] as const)('%s: fails %s', async (fault, id) => {
  expect(broken(await certifyHandler(MUGS, mugs(fault)))).toContain(id);
});
