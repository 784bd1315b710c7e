// Plain specs whose requests and answers share schemas, and whose bodies refer to other things by numbers and in lists.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, failures } from './testing/certify-fake.js';
import { type FakeServer, type Handler, startFake } from './testing/fake-server.js';

let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;

/** Paths of a resource that is made, read and removed. */
function crud(name: string, more = ''): string {
  const one = name[0]?.toUpperCase() + name.slice(1);
  return `
  /${name}s:
    post:
      operationId: create${one}
      requestBody: { required: true, ${json(ref(one))} }
      responses: { '201': { description: made, ${json(ref(one))} }, '400': { description: wrong } }
  /${name}s/{${name}Id}:
    parameters: [{ name: ${name}Id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: get${one}
      responses: { '200': { description: ok, ${json(ref(one))} }, '404': { description: none } }
    delete: { operationId: remove${one}, responses: { '204': { description: gone }, '404': { description: none } } }${more}`;
}

const SPEC = `openapi: 3.1.0
info: { title: Places, version: '1' }
paths:${crud(
  'site',
  `
    put:
      operationId: putSite
      requestBody: { required: true, ${json(ref('Site'))} }
      responses: { '200': { description: ok, ${json(ref('Site'))} }, '400': { description: wrong }, '404': { description: none } }`,
)}${crud('meter')}${crud('group')}
components:
  schemas:
    Site:
      type: object
      required: [name]
      properties:
        siteId: { type: integer }
        name: { type: string, maxLength: 40, minLength: 1 }
        meterCount: { type: integer }
        createdAt: { type: string, format: date-time }
        updatedAt: { type: string, format: date-time }
    Meter:
      type: object
      required: [siteId, unit]
      properties: { siteId: { type: integer }, unit: { type: string, minLength: 1, maxLength: 9 } }
    Group:
      type: object
      required: [members, meterIds]
      properties:
        groupId: { type: integer, readOnly: true }
        meterIds: { type: array, minItems: 1, maxItems: 3, items: { type: integer } }
        members:
          type: array
          minItems: 1
          maxItems: 2
          items:
            type: object
            required: [siteId, meter]
            properties: { siteId: { type: integer }, meter: { type: integer, description: The id of the meter. } }
`;

type Row = Record<string, unknown>;

/** @param most meters of a group that it takes */
function handler(most = 3): Handler {
  const tables = new Map<string, Map<number, Row>>(['site', 'meter', 'group'].map((name) => [name, new Map()]));
  let last = 0;
  const has = (name: string, id: unknown): boolean => typeof id === 'number' && tables.get(name)?.has(id) === true;
  const every = (list: unknown, length: number, fits: (one: Row) => boolean): boolean =>
    Array.isArray(list) && list.length > 0 && list.length <= length && list.every(fits);
  const text = (value: unknown, length: number): boolean =>
    typeof value === 'string' && value.length > 0 && value.length <= length;
  const checks: Record<string, (row: Row) => boolean> = {
    site: ({ name }) => text(name, 40),
    meter: ({ siteId, unit }) => has('site', siteId) && text(unit, 9),
    group: ({ members, meterIds }) =>
      every(members, 2, (one) => has('site', one?.['siteId']) && has('meter', one?.['meter'])) &&
      every(meterIds, most, (id) => has('meter', id)),
  };
  const fields: Record<string, string[]> = {
    site: ['name'],
    meter: ['siteId', 'unit'],
    group: ['members', 'meterIds'],
  };
  return ({ method, path, body }) => {
    const [, name = '', id] = /^\/(\w+)s(?:\/(\d+))?$/.exec(path) ?? [];
    const table = tables.get(name);
    const old = table?.get(Number(id));
    if (!table || (id !== undefined && !old)) return { status: 404 };
    if (method === 'DELETE') return { status: table.delete(Number(id)) ? 204 : 404 };
    if (method === 'GET') return { status: 200, body: old };
    let sent: Row;
    try {
      sent = JSON.parse(body) as Row;
    } catch {
      return { status: 400 };
    }
    if (typeof sent !== 'object' || sent === null || !checks[name]?.(sent)) return { status: 400 };
    const key = old ? Number(id) : ++last;
    const now = new Date().toISOString();
    const own = Object.fromEntries((fields[name] ?? []).map((field) => [field, sent[field]]));
    const dates = name === 'site' ? { createdAt: old?.['createdAt'] ?? now, updatedAt: now, meterCount: 0 } : {};
    const row = { [`${name}Id`]: key, ...own, ...dates };
    table.set(key, row);
    return { status: old ? 200 : 201, body: row };
  };
}

it('what a schema leaves to the server, and what it refers to, is not made up', async () => {
  server = await startFake(handler());
  const run = await certifyFake(SPEC, server.url);
  expect(failures(run)).toEqual({});
  expect(run).toMatchObject({ exitCode: 0, counts: { cantTell: 0, untested: 0 } });
  const bodies = server.requests.filter((r) => r.method === 'POST' && r.path === '/sites').map((r) => r.body);
  expect(bodies.filter((body) => /siteId|createdAt|meterCount/.test(body))).toEqual([]);
});

it('a list that is too long is refused for its length alone: what it refers to is there', async () => {
  server = await startFake(handler(9));
  const run = await certifyFake(SPEC, server.url);
  expect(Object.keys(failures(run))).toEqual(['derived/createGroup/limit-above/meterIds']);
});
