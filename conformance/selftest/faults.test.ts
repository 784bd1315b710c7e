import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { ApiOperation } from '../../spec/contract/api.js';
import { entities, mapEntities, mapList, segments, textField } from './exchange-shape.js';
import type { Fault } from './fault.js';
import { FAULTS } from './faults/index.js';
import { startFaultyServer } from './proxy.js';

const operation = (method: string, path: string, status: string): ApiOperation => ({
  id: `${method} ${path}`,
  method,
  path,
  deprecated: false,
  tags: [],
  parameters: [],
  responses: [{ status, description: '', headers: [], content: [], docs: {} }],
  security: [],
  docs: { pages: [] },
});

const OPERATIONS = [
  operation('POST', '/things', '201'),
  operation('GET', '/things', '200'),
  operation('GET', "/things('{id}')", '200'),
  operation('PUT', "/things('{id}')", '204'),
];
const match = (method: string, path: string): ApiOperation | undefined =>
  OPERATIONS.find(
    (o) => o.method === method && (o.path.includes('(') ? path.startsWith("/things('") : path === o.path),
  );

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

/** A right server with one thing, `things('a')`, and a proxy with the fault in front of it. */
async function through(id: string) {
  const fault = FAULTS.find((f) => f.id === id) as Fault;
  const server = createServer((request, response) => {
    const thing = { Name: 'a', __published: '/Date(1)/', __metadata: { etag: 'W/"1-1"', type: 'T' } };
    if (request.url === '/missing') {
      response
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"code":"E1","message":{"lang":"en","value":"none"}}');
    } else if (request.method === 'GET' && request.url === '/things') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ d: { results: [thing] } }));
    } else if (request.method === 'GET') {
      response
        .writeHead(200, { 'content-type': 'application/json', etag: 'W/"1-1"' })
        .end(JSON.stringify({ d: { results: thing } }));
    } else {
      response.writeHead(request.method === 'POST' ? 201 : 204, { location: "http://h/things('a')" }).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const faulty = await startFaultyServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, fault, match);
  ending.push(() => faulty.close());
  return faulty;
}

test('ids are unique, and there are enough faults of every area', () => {
  expect(new Set(FAULTS.map((f) => f.id)).size).toBe(FAULTS.length);
  expect(FAULTS.length).toBeGreaterThanOrEqual(60);
  for (const fault of FAULTS) expect(fault.request ?? fault.answer, fault.id).toBeTypeOf('function');
});

test.each([
  ['create-answers-200', 'POST', 'things', 200],
  ['update-answers-200', 'PUT', "things('a')", 200],
  ['missing-answers-410', 'GET', 'missing', 410],
  ['short-key-unsupported', 'GET', "things('a')", 404],
])('%s changes the status of %s %s to %i and is counted', async (id, method, path, status) => {
  const faulty = await through(id);
  const answer = await fetch(faulty.url + path, { method });
  expect(answer.status).toBe(status);
  expect(faulty.changed()).toBe(1);
});

test('a fault leaves other exchanges alone and is not counted for them', async () => {
  const faulty = await through('create-answers-200');
  const answer = await fetch(`${faulty.url}things('a')`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBe('W/"1-1"');
  expect(await answer.json()).toMatchObject({ d: { results: { Name: 'a' } } });
  expect(faulty.changed()).toBe(0);
});

test('bodies, lists, headers and errors are changed as said', async () => {
  const dropped = await through('retrieve-drops-field');
  expect(await (await fetch(`${dropped.url}things('a')`)).json()).not.toHaveProperty('d.results.Name');
  const empty = await through('list-empty');
  expect(await (await fetch(`${empty.url}things`)).json()).toEqual({ d: { results: [] } });
  const noEtag = await through('no-etag');
  expect((await fetch(`${noEtag.url}things('a')`)).headers.get('etag')).toBeNull();
  const noCode = await through('error-without-code');
  expect(await (await fetch(`${noCode.url}missing`)).json()).toEqual({ message: { lang: 'en', value: 'none' } });
});

test.each(['body-cut', 'connection-reset', 'not-http'])('%s makes the exchange fail', async (id) => {
  const faulty = await through(id);
  await expect(fetch(`${faulty.url}things('a')`).then((answer) => answer.text())).rejects.toThrow();
  expect(faulty.changed()).toBe(1);
});

test.each([
  ['third-link-forgotten', 204, []],
  ['third-link-in-place-of-first', undefined, ["DELETE /things('a')/$links/others('x1')"]],
])('%s lets two links of a kind be', async (id, answered, asks) => {
  const fault = FAULTS.find((f) => f.id === id) as Fault;
  const memory = new Map<string, unknown>();
  const asked: string[] = [];
  const done = { status: 204, headers: {}, body: Buffer.alloc(0) };
  const link = async (key: string) => {
    const path = "/things('a')/$links/others";
    const body = Buffer.from(`{"uri":"http://h/others('${key}')"}`);
    const to = operation('POST', "/things('{id}')/$links/others", '204');
    const request = { method: 'POST', path, headers: {}, body, operation: to };
    const instead = fault.request?.(request, memory);
    if (instead && 'answer' in instead) return instead.answer.status;
    await fault.answer?.(done, request, memory, async (own) => {
      asked.push(`${own.method} ${own.path}`);
      return done;
    });
    return undefined;
  };
  expect([await link('x1'), await link('x2'), asked]).toEqual([undefined, undefined, []]);
  expect([await link('x3'), asked]).toEqual([answered, asks]);
});

test('an unlink takes links of other kinds along only where there are any', async () => {
  const fault = FAULTS.find((f) => f.id === 'unlink-takes-every-kind') as Fault;
  const memory = new Map<string, unknown>();
  const done = { status: 204, headers: {}, body: Buffer.alloc(0) };
  const send = async (method: string, kind: string) => {
    const to = operation(method, `/things('{id}')/$links/${kind}`, '204');
    const request = { method, path: `/things('a')/$links/${kind}`, headers: {}, body: Buffer.alloc(0), operation: to };
    return (await fault.answer?.(done, request, memory, async () => done)) !== undefined;
  };
  expect([await send('POST', 'others'), await send('DELETE', 'others')]).toEqual([false, false]);
  expect([await send('POST', 'homes'), await send('DELETE', 'others')]).toEqual([false, true]);
});

test('shapes of exchanges', () => {
  expect(segments("/a/b('x/y')/c?q='/'")).toEqual(['a', "b('x/y')", 'c']);
  expect(entities({ d: { results: [{ Name: 'a' }], __count: '1' } })).toEqual([{ Name: 'a' }]);
  expect(entities({ id: 1, owner: { id: 2 }, name: 'p' })).toEqual([{ id: 1, owner: { id: 2 }, name: 'p' }]);
  expect(mapEntities({ d: { results: { Name: 'a' } } }, () => ({ Name: 'b' }))).toEqual({
    d: { results: { Name: 'b' } },
  });
  expect(mapList({ d: { results: [1] } }, () => [])).toEqual({ d: { results: [] } });
  expect(textField({ __published: '/Date(1)/', Name: 'a' })).toBe('Name');
});
