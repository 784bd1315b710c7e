// A server that takes names which its documents forbid: what it made by them is removed like the rest.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';

const BODY = `{ required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Shed' } } } }`;
const SHEDS = `openapi: 3.1.0
info: { title: Sheds, version: '1' }
paths:
  /sheds:
    post: { operationId: createShed, requestBody: ${BODY}, responses: { '201': { description: made }, '400': { description: wrong } } }
  /sheds/{name}:
    parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getShed
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Shed' } } } }
        '404': { description: none }
    delete: { operationId: removeShed, responses: { '204': { description: gone }, '404': { description: none } } }
components: { schemas: { Shed: { type: object, required: [name], properties: { name: { type: string, pattern: '^[a-z0-9-]{1,40}$' } } } } }
`;

it('nothing stays behind', async () => {
  const sheds = new Map<string, unknown>();
  const run = await certifyHandler(SHEDS, ({ method, path, body }) => {
    const name = decodeURIComponent(path.split('/')[2] ?? '');
    const sent = objectIn(body)?.['name'];
    const text = (typeof sent === 'string' && sent !== '') || typeof sent === 'number';
    const shed = method === 'POST' ? text && objectIn(body) : sheds.get(name);
    if (!shed) return { status: method === 'POST' ? 400 : 404 };
    if (method === 'GET') return { status: 200, body: shed };
    if (method === 'DELETE') return { status: sheds.delete(name) ? 204 : 404 };
    sheds.set(String(sent), shed);
    return { status: 201, body: shed };
  });
  expect(Object.keys(failures(run)).some((id) => id.startsWith('derived/createShed/'))).toBe(true);
  expect([[...sheds.keys()], run.cleaning.left]).toEqual([[], []]);
});
