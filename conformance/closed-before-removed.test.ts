// A right server of plain habits: it is known by another address than the one it is asked at, removes only what is closed,
// keeps a field as it was made, wants what its documents show though they call nothing required, and imports what it can.
import { expect, it } from 'vitest';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const HUTS = `openapi: 3.1.0
info: { title: Huts, version: '1' }
servers: [{ url: 'https://huts.example/v1' }]
paths:
  /huts:
    post:
      operationId: addHut
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Hut' }, example: { name: Alm, region: Tirol, keeper: Ann@Huts.example } } } }
      responses: { '201': { description: made }, '400': { description: no name } }
  /huts/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getHut, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Hut' }, example: { name: Alm, region: Tirol, keeper: ann@huts.example } } } }, '404': { description: none } } }
    put:
      operationId: changeHut
      description: Replaces the hut. Its \`region\` must be the same as before, otherwise the answer is 409.
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Hut' } } } }
      responses: { '204': { description: changed }, '400': { description: wrong }, '409': { description: another region } }
    delete: { operationId: removeHut, responses: { '204': { description: gone }, '404': { description: none }, '409': { description: it is open } } }
  /huts/{id}/closing:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    put: { operationId: closeHut, responses: { '204': { description: closed }, '404': { description: none } } }
    delete: { operationId: openHut, responses: { '204': { description: open again }, '404': { description: none } } }
components:
  schemas:
    Hut:
      type: object
      properties:
        name: { type: string }
        region: { type: string, enum: [Tirol, Wallis] }
        keeper: { type: string, description: An address. We store it in lower case. }
`;

interface Hut {
  closed: boolean;
  name: unknown;
  region: unknown;
  keeper: unknown;
}

function huts(): { handler: Handler; all: Map<string, Hut> } {
  const all = new Map<string, Hut>();
  let last = 0;
  const handler: Handler = ({ method, path, body }) => {
    const [, id = '', mark] = path.split('/').slice(1);
    const sent = objectIn(body);
    if (id === '') {
      if (!isWhole(sent)) return { status: 400 };
      all.set(String(++last), kept(sent));
      return { status: 201, headers: { Location: `https://huts.example/v1/huts/${last}` } };
    }
    const hut = all.get(id);
    if (!hut) return { status: 404 };
    if (mark !== undefined) {
      hut.closed = method === 'PUT';
      return { status: 204 };
    }
    if (method === 'GET') return { status: 200, body: { name: hut.name, region: hut.region, keeper: hut.keeper } };
    if (method === 'DELETE') return { status: hut.closed && all.delete(id) ? 204 : 409 };
    if (!isWhole(sent)) return { status: 400 };
    if (sent['region'] !== hut.region) return { status: 409 };
    Object.assign(hut, kept(sent));
    return { status: 204 };
  };
  return { handler, all };
}

function isWhole(sent: Record<string, unknown> | undefined): sent is Record<string, unknown> {
  const texts = [sent?.['name'], sent?.['keeper'] ?? ''].every((text) => typeof text === 'string');
  return texts && ['Tirol', 'Wallis'].includes(String(sent?.['region']));
}

function kept({ name, region, keeper }: Record<string, unknown>): Hut {
  return { closed: false, name, region, keeper: typeof keeper === 'string' ? keeper.toLowerCase() : null };
}

it('is not accused, and nothing is left on it', async () => {
  const { handler, all } = huts();
  const { cases, cleaning } = await certifyHandler(HUTS, handler);
  const failed = cases.filter(({ outcome }) => outcome === 'failed' || outcome === 'cantTell');
  expect(failed.map(({ id, reason }) => [id, reason])).toEqual([]);
  expect(cases.map(({ id }) => id)).toContain('derived/changeHut/not-in-list/region');
  const looked = cases.flatMap(({ assertions }) => assertions.map(({ id }) => id));
  expect(looked).toEqual(expect.arrayContaining(['location', 'read-after-write', 'gone-after-delete']));
  expect([cleaning.left, all.size]).toEqual([[], 0]);
});
