// What actions do to things and what takes it back, where answers have nothing but schemas.
import { expect, it } from 'vitest';
import { failures } from '../../testing/certify-fake.js';
import { certifyHandler, objectIn } from '../../testing/certify-handler.js';
import { TOKEN } from '../../testing/fake-server.js';

const TUNE =
  '{ type: object, properties: { id: { type: integer }, title: { type: string }, liked: { type: boolean } } }';
const ok = (status: number): string =>
  `'${status}': { description: ok, content: { application/json: { schema: ${TUNE} } } }`;
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]';

const SPEC = `openapi: 3.1.0
info: { title: Tunes, version: '1' }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
paths:
  /tunes:
    post:
      operationId: addTune
      security: [{ key: [] }]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
      responses: { ${ok(201)}, '401': { description: who } }
  /tunes/{id}:
    ${ID}
    get: { operationId: getTune, responses: { ${ok(200)}, '404': { description: none } } }
    delete: { operationId: removeTune, security: [{ key: [] }], responses: { '204': { description: gone }, '401': { description: who }, '404': { description: none } } }
  /tunes/{id}/like:
    ${ID}
    delete: { operationId: unlikeTune, security: [{ key: [] }], responses: { ${ok(200)}, '401': { description: who }, '404': { description: none } } }
    post: { operationId: likeTune, security: [{ key: [] }], responses: { ${ok(200)}, '401': { description: who }, '404': { description: none } } }
`;

it.each([
  ['does so, and tells those who ask by name', true, true, []],
  ['does nothing', false, true, ['derived/likeTune/as-documented', 'story/unlikeTune-after-likeTune/done']],
  ['is never taken back', true, false, ['story/unlikeTune-after-likeTune/undone']],
])('an action that %s', async (_, likes, unlikes, wrong) => {
  let last = 0;
  const tunes = new Map<number, { title: unknown; liked: boolean }>();
  const run = await certifyHandler(SPEC, ({ method, path, headers, body }) => {
    const [, , id, action] = path.split('/');
    const known = headers['authorization'] === `Bearer ${TOKEN}`;
    if (method !== 'GET' && !known) return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    const tune = tunes.get(Number(id));
    const shown = (status: number, no: number, { title, liked }: { title: unknown; liked: boolean }) => ({
      status,
      body: { id: no, title, liked: liked && known },
    });
    if (id === undefined) {
      const title = objectIn(body)?.['title'];
      if (typeof title !== 'string') return { status: 400 };
      const made = { title, liked: false };
      tunes.set(++last, made);
      return shown(201, last, made);
    }
    if (!tune) return { status: 404 };
    if (action) tune.liked = method === 'POST' ? likes : tune.liked && !unlikes;
    else if (method === 'DELETE') return { status: tunes.delete(Number(id)) ? 204 : 404 };
    return shown(200, Number(id), tune);
  });
  expect(Object.keys(failures(run))).toEqual(wrong);
});
