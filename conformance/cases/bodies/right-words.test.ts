// Listed values that something else must be there for.
import { expect, it } from 'vitest';
import { certifyHandler } from '../../testing/certify-handler.js';

const MOVES = (conflict: string): string => `openapi: 3.1.0
info: { title: Moves, version: '1' }
paths:
  /moves:
    post:
      operationId: move
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [way], properties: { way: { type: string, enum: [in, out] } } }, example: { way: in } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer }, way: { type: string } } } } } }${conflict} }
  /moves/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: look, responses: { '200': { description: ok, content: { application/json: { schema: { properties: { id: { type: integer }, way: { type: string } } } } } }, '404': { description: none } } }
    delete: { operationId: undo, responses: { '204': { description: gone }, '404': { description: none } } }
`;

it.each([
  ['may be refused where the documents have a conflict', ", '409': { description: more than there is }", 'passed'],
  ['is taken where they have none', '', 'failed'],
])('what is taken out %s', async (_, conflict, outcome) => {
  const moves = new Map<string, object>();
  let last = 0;
  const { cases } = await certifyHandler(MOVES(conflict), ({ method, path, body = '' }) => {
    const [, id = ''] = path.split('/').slice(1);
    if (method === 'POST') {
      const { way } = JSON.parse(body.startsWith('{"') && body.endsWith('}') ? body : '{}') as { way?: unknown };
      if (way !== 'in') return { status: way === 'out' ? 409 : 400 };
      moves.set(String(++last), { id: last, way });
      return { status: 201, body: { id: last, way } };
    }
    const found = moves.get(id);
    if (!found) return { status: 404 };
    if (method === 'DELETE') moves.delete(id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: found };
  });
  expect(cases.find(({ id }) => id === 'derived/move/in-list/way/out')?.outcome).toBe(outcome);
});
