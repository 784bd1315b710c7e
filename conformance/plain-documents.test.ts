// Documents with a command here and there, and a table for each request: what the tables allow is tried as well.
import { expect, it } from 'vitest';
import { certifyFake, failures } from './testing/certify-fake.js';
import { startFake, TOKEN } from './testing/fake-server.js';

const ROOM = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 60 },
    kind: { type: 'string', enum: ['meeting', 'hall'] },
    quiet: { type: 'boolean' },
  },
};
const json = (schema: unknown): unknown => ({ content: { 'application/json': { schema } } });
const shown = { ...ROOM, properties: { id: { type: 'integer' }, ...ROOM.properties } };
const none = { description: 'none' };
const SPEC = JSON.stringify({
  openapi: '3.2.0',
  info: { title: 'Rooms', version: '1' },
  servers: [{ url: 'https://{host}/v1', variables: { host: { default: 'rooms.example' } } }],
  security: [{ bearer: [] }],
  paths: {
    '/rooms': {
      get: {
        operationId: 'listRooms',
        responses: { 200: { description: 'ok', ...(json({ type: 'array', items: shown }) as object) } },
      },
      post: {
        operationId: 'createRoom',
        requestBody: { required: true, ...(json(ROOM) as object) },
        responses: { 201: { description: 'made', ...(json(shown) as object) }, 400: none },
        'x-docproof': {
          pages: ['rooms'],
          cases: [
            {
              id: 'room/create',
              page: 'rooms',
              source: { file: 'rooms.md', line: 3 },
              request: {
                method: 'POST',
                url: 'https://rooms.example/v1/rooms',
                headers: { Authorization: 'Bearer <token>', 'Content-Type': 'application/json' },
                body: '{"name":"Blue","kind":"meeting"}',
              },
            },
          ],
        },
      },
    },
    '/rooms/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        operationId: 'getRoom',
        responses: { 200: { description: 'ok', ...(json(shown) as object) }, 404: none },
      },
      delete: { operationId: 'removeRoom', responses: { 204: { description: 'gone' }, 404: none } },
    },
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  'x-docproof': {
    version: 1,
    docs: { digest: 'x', languages: ['en'] },
    sampleHosts: ['rooms.example'],
    keySyntax: 'plain',
  },
});

it.each([
  ['keeps them', undefined, []],
  ['knows no hall', 'hall', ['derived/createRoom/in-list/kind/hall']],
  ['is never quiet', 'quiet', ['derived/createRoom/with/quiet']],
])('a server that %s', async (_, wrong, failed) => {
  const rooms = new Map<number, Record<string, unknown>>();
  let last = 0;
  const server = await startFake(({ method, path, body, headers }) => {
    const [, id] = /^\/rooms(?:\/(.+))?$/.exec(path) ?? [];
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401 };
    const room = rooms.get(Number(id));
    if (id !== undefined && !room) return { status: 404 };
    if (method === 'DELETE') return { status: rooms.delete(Number(id)) ? 204 : 404 };
    if (method === 'GET') return { status: 200, body: room ?? [...rooms.values()] };
    let sent: Record<string, unknown>;
    try {
      sent = JSON.parse(body) as Record<string, unknown>;
    } catch {
      return { status: 400 };
    }
    const { name, kind, quiet } = sent;
    const kinds: unknown[] = wrong === 'hall' ? [undefined, 'meeting'] : [undefined, 'meeting', 'hall'];
    const fits = typeof name === 'string' && name.length > 0 && name.length <= 60;
    if (!fits || !kinds.includes(kind) || !['undefined', 'boolean'].includes(typeof quiet)) return { status: 400 };
    const made = { id: ++last, name, ...(kind === undefined ? {} : { kind }) };
    rooms.set(made.id, { ...made, ...(quiet === undefined ? {} : { quiet: wrong !== 'quiet' && quiet }) });
    return { status: 201, body: rooms.get(made.id) };
  });
  try {
    const run = await certifyFake(SPEC, server.url);
    expect(Object.keys(failures(run))).toEqual(failed);
    expect(run.counts).toMatchObject({ cantTell: 0, untested: 0 });
    expect(run.cases.map((c) => c.id)).toContain('derived/listRooms/as-documented');
  } finally {
    await server.close();
  }
});
