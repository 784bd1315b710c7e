// Each adapter with the real server it is for: the same requests get the same answers.
import { once } from 'node:events';
import { createServer, type Server as NodeServer, request as nodeRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import supertest from 'supertest';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createServerCore } from '../server.js';
import { contract, echo } from '../testing/contract.js';
import { expressMiddleware } from './express.js';
import { fastifyPlugin } from './fastify.js';
import { honoHandler } from './hono.js';
import { nodeListener } from './node.js';

const server = createServerCore(contract, { ...echo, getFile: () => ({ status: 200, body: { n: 1n } }) });

const hono = new Hono();
hono.all('*', honoHandler(server));
const app = fastify();
await app.register(fastifyPlugin(server));
await app.ready();
const honoServer = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' }) as NodeServer;
const nodeServer = createServer(nodeListener(server)).listen(0, '127.0.0.1');
await once(nodeServer, 'listening');
await app.listen({ port: 0, host: '127.0.0.1' });
const expressServer = express().use(expressMiddleware(server)).use(nodeListener(server)).listen(0, '127.0.0.1');
await once(expressServer, 'listening');

const servers = { node: nodeServer, express: expressServer, fastify: app.server, hono: honoServer };
afterAll(async () => {
  await app.close();
  for (const one of [nodeServer, expressServer, honoServer]) one.close();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request as raw as node sends it: any method, any path. */
async function send(
  to: NodeServer,
  method: string,
  path: string,
  body?: string | Buffer,
  headers = {},
): Promise<Answer> {
  const { port } = to.address() as AddressInfo;
  const request = nodeRequest({ port, host: '127.0.0.1', method, path, headers, agent: false });
  request.end(body);
  const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

describe.each(Object.entries(servers))('%s', (_name, to) => {
  const type = { 'content-type': 'application/json' };

  test('answers a GET and keeps every header', async () => {
    const answer = await send(to, 'GET', '/c/Role?$top=3', undefined, { deep: 'true' });
    expect(answer.status).toBe(200);
    expect(answer.headers['x-operation']).toBe('listRole');
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(answer.headers['link']).toBe('<a>, <b>');
    expect(JSON.parse(answer.body)).toMatchObject({ query: { $top: 3 }, headers: { deep: true } });
  });

  test('takes the methods of the contract, bodies included', async () => {
    const merge = await send(to, 'MERGE', "/c/Role(_Box.Name=null,Name='it''s')", '{"Name":"x"}', type);
    expect(JSON.parse(merge.body)).toMatchObject({ path: { Name: "it's", BoxName: null }, body: { Name: 'x' } });
    const xml = { 'content-type': 'application/xml' };
    expect((await send(to, 'PROPFIND', '/c/files/f', '<a/>', xml)).status).toBe(207);
    const bytes = await send(to, 'PUT', '/c/files/f', Buffer.from([1, 254]), { 'content-type': 'image/png' });
    expect(JSON.parse(bytes.body)).toMatchObject({ body: [1, 254] });
  });

  test('answers HEAD without a body, OPTIONS and 405 with Allow, 404 and 400 in the API’s shape', async () => {
    const head = await send(to, 'HEAD', '/c/Role');
    expect([head.status, head.body]).toEqual([200, '']);
    expect((await send(to, 'OPTIONS', '/c/Role')).headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
    const wrong = await send(to, 'DELETE', '/c/Role');
    expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
    expect(JSON.parse((await send(to, 'GET', '/c/no/such/thing')).body)).toMatchObject({ code: 404 });
    expect(JSON.parse((await send(to, 'POST', '/c/Role', '{}', type)).body)).toMatchObject({ code: 400 });
    expect((await send(to, 'POST', '/c/Role', '{', type)).status).toBe(400);
  });

  test('answers what can’t be written in the API’s shape', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {});
    const answer = await send(to, 'GET', '/c/files/f');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([500, { code: 500, message: 'the server failed' }]);
  });

  test('does not read more than its limit', async () => {
    expect((await send(to, 'POST', '/c/Role', `{"Name":"${'x'.repeat(1 << 20)}"}`, type)).status).toBe(413);
  });

  test('takes dot segments out of paths', async () => {
    expect((await send(to, 'GET', '/c/x/../Role')).headers['x-operation']).toBe('listRole');
    expect((await send(to, 'GET', '/c/x/%2e%2e/Role')).headers['x-operation']).toBe('listRole');
  });

  test('works under supertest', async () => {
    await supertest(to).post('/c/__token').type('form').send({ grant_type: 'password' }).expect(200);
  });
});

test('fastify says which methods node can’t receive, and works with its injector', async () => {
  const unsupported: string[] = [];
  const routes = [...contract.routes, { id: 'list', method: 'LIST', path: '/x', parameters: [], responses: {} }];
  const own = fastify();
  await own.register(
    fastifyPlugin(createServerCore({ ...contract, routes }, echo), (method) => unsupported.push(method)),
  );
  expect((await own.inject({ method: 'GET', url: '/c/Role' })).statusCode).toBe(200);
  expect(unsupported).toEqual(['LIST']);
  await own.close();
});

test.each(['', '/api'])('express goes on to other middleware under the mount path "%s"', async (mount) => {
  const own = express();
  own.use(mount || '/', expressMiddleware(server));
  own.get(`${mount}/other/path/of/mine`, (_request, response) => void response.send('mine'));
  await supertest(own).get(`${mount}/c/Role`).expect(200);
  await supertest(own).get(`${mount}/other/path/of/mine`).expect(200, 'mine');
  await supertest(own).delete(`${mount}/c/Role`).expect(405);
  await supertest(own).post(`${mount}/other/path/of/mine`).expect(404);
  own.use(mount || '/', nodeListener(server));
  const answer = await supertest(own).get(`${mount}/no/such/path`).expect(404);
  expect(answer.body).toMatchObject({ code: 404 });
});
