// Plain APIs whose things are made elsewhere than they are found, are named by a field of another, or wrap their fields.
import { expect, it } from 'vitest';
import { ALBUMS, albumsHandler } from './testing/albums-server.js';
import { BIKES, bikesHandler } from './testing/bikes-server.js';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import { DESKS, desksHandler } from './testing/desks-server.js';
import type { Handler } from './testing/fake-server.js';
import { GOODS, goodsHandler } from './testing/goods-server.js';

it.each<[string, string, (wrong: string) => Handler, Record<string, string>]>([
  [
    'photos of albums',
    ALBUMS,
    albumsHandler,
    { resets: 'changePhoto-stepwise', 'keeps photos': 'addPhoto/delete', 'lists all': 'listPhotos-finds/elsewhere' },
  ],
  [
    'photos of albums, whose addresses call both by one word',
    ALBUMS.replace(/(?:album|photo)_id(?=[},])/g, 'id'),
    albumsHandler,
    { 'keeps photos': 'addPhoto/delete', 'lists all': 'listPhotos-finds/elsewhere' },
  ],
  [
    'rides of bikes',
    BIKES,
    bikesHandler,
    { rounds: 'createRide/create', 'looks for anything': 'findRides/wrong-type/plate' },
  ],
  [
    'goods in documents',
    GOODS,
    goodsHandler,
    {
      resets: 'changeGood-stepwise',
      'takes no pages': 'createGood/missing/data.attributes.pages',
      'sells at once': 'createGood/create',
      'lists all': 'query/filter[sold]/true',
    },
  ],
  [
    'desks behind slashes',
    DESKS,
    desksHandler,
    {
      'hides tags': 'story/put_tag/join',
      'puts nothing': 'story/put_tag',
      'keeps null': 'change_desk',
      rounds: 'add_desk/fraction/width',
      shouts: 'add_desk/letters/label',
      'refuses its own': 'change_desk-to-anothers-label',
      'takes another’s': 'change_desk-to-anothers-label',
      'any kind': 'list_desks/query-beyond/kind',
      'takes all kinds': 'list_desks-asked/kind',
      'reads the last label': 'list_desks-asked/label',
      'lists one': 'list_desks-asked/all',
    },
  ],
])('%s: a right server is conformant, wrong ones are caught', async (_, spec, handler, wrong) => {
  const right = await certifyHandler(spec, handler(''));
  expect(failures(right)).toEqual({});
  expect(right.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
  expect(right.cleaning.left).toEqual([]);
  for (const [habit, only] of Object.entries(wrong))
    expect(failures(await certifyHandler(spec, handler(habit), only)), habit).not.toEqual({});
});

const WRAPPED = '{ schema: { $ref: "#/components/schemas/Wrapped" } }';
const MEMBERS = `openapi: 3.1.0
info: { title: Members, version: '1' }
paths:
  /members:
    get:
      operationId: listMembers
      parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Wrapped' } } } } } }
    post:
      operationId: createMember
      requestBody: { required: true, content: { application/json: ${WRAPPED} } }
      responses: { '201': { description: made, content: { application/json: ${WRAPPED} } }, '400': { description: wrong }, '409': { description: there } }
  /members/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getMember, responses: { '200': { description: ok, content: { application/json: ${WRAPPED} } }, '404': { description: none } } }
    delete: { operationId: removeMember, responses: { '204': { description: gone }, '404': { description: none } } }
components:
  schemas:
    Wrapped:
      type: object
      required: [member]
      properties:
        member: { type: object, required: [name], properties: { id: { type: integer, readOnly: true }, name: { type: string, minLength: 1, maxLength: 60 }, level: { type: integer, minimum: 1, maximum: 9 } } }
`;

it('what is wrapped has names of its own, which two cannot share', async () => {
  const members = new Map<string, Record<string, unknown>>();
  let last = 0;
  const run = await certifyHandler(MEMBERS, ({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const id = pathname.split('/')[2];
    const known = members.get(id ?? '');
    const limit = Number(searchParams.get('limit') ?? 9);
    const all = [...members.values()].map((member) => ({ member }));
    if (id !== undefined && !known) return { status: 404 };
    if (method === 'DELETE') return { status: members.delete(id ?? '') ? 204 : 404 };
    if (method === 'GET') return { status: 200, body: known ? { member: known } : all.slice(0, limit) };
    const { name, level } = (objectIn(body)?.['member'] ?? {}) as Record<string, unknown>;
    const fits = level === undefined || (Number.isInteger(level) && Number(level) > 0 && Number(level) < 10);
    if (typeof name !== 'string' || name === '' || name.length > 60 || !fits) return { status: 400 };
    if (all.some(({ member }) => member['name'] === name)) return { status: 409 };
    const made = { id: ++last, name, ...(level === undefined ? {} : { level }) };
    members.set(String(last), made);
    return { status: 201, body: { member: made } };
  });
  expect(failures(run)).toEqual({});
  expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
  expect(run.cases.map((c) => c.id)).toContain('derived/createMember/most/member.level');
});
