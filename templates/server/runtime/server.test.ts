// The core: reading, checking and answering requests, and every hook.
import { describe, expect, test } from 'vitest';
import { type QueryStyle, queryText } from '../../client/runtime/query.js';
import { createServerCore, type ServerOptions } from './server.js';
import { type Answer, ask } from './testing/ask.js';
import { contract, echo, routes } from './testing/contract.js';

const json = (body: unknown, type = 'application/json'): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': type },
});

describe('what a handler gets', () => {
  test('parameters as their types, absent ones left out', async () => {
    const line = 'GET /c/Role?$top=5&tag=1&tag=2&filter[size]=1.5&filter[name]=x&unknown=1';
    const { json } = await ask(line, { headers: { deep: 'true', cookie: 'a=b; session=s1' } });
    expect(json).toEqual({
      path: { CellName: 'c' },
      query: { $top: 5, tag: [1, 2], filter: { size: 1.5, name: 'x' } },
      headers: { deep: true },
      cookies: { session: 's1' },
    });
  });

  test.each<[string, Record<string, QueryStyle>, object]>([
    ['by pipes', { pipes: 'pipe' }, { pipes: [1, 2] }],
    ['as JSON', { json: 'json' }, { json: [1, 2] }],
    ['as parameters of their own', { page: 'spread' }, { page: { limit: 3 } }],
    ['as names and values in turn', { pairs: 'comma' }, { pairs: { x: 4, y: 'z' } }],
    ['in brackets', { filter: 'deepObject' }, { filter: { size: 1.5, name: 'a&b' } }],
  ])('parameters written %s, as the client writes them', async (_, styles, query) => {
    const { json } = await ask(`GET /c/Role${queryText(query, styles)}`);
    expect(json['query']).toEqual(query);
  });

  test.each([
    ['json=%7B', 'the query parameter json must be array'],
    ['pairs=x', 'the query parameter pairs must be object'],
    ['pairs=x,a', 'the query parameter pairs must be integer'],
    ['limit=x', 'the query parameter page must be integer'],
  ])('nothing of %s, but what is wrong with it', async (query, message) => {
    const { status, text } = await ask(`GET /c/Role?${query}`);
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
  });

  test.each(["Role('r1')", "Role(Name='r1')", "Role(_Box.Name=null,Name='r1')"])(
    'main keys for the form %s',
    async (form) => {
      const { json: got } = await ask(`MERGE /c/${form}`, json({ Name: 'x' }));
      expect(got['path']).toEqual({ CellName: 'c', Name: 'r1', BoxName: null });
    },
  );

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/vnd.api+json',
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
  ])('JSON sent as "%s"', async (type) => {
    const body = new TextEncoder().encode('{"Name":"x"}');
    const { status, json: got } = await ask('POST /c/Role', {
      body,
      headers: type === '' ? {} : { 'content-type': type },
    });
    expect([status, got['body']]).toEqual([201, { Name: 'x' }]);
  });

  test('a form, with lists and numbers', async () => {
    const body = new URLSearchParams('grant_type=password&expires_in=60&scope=a&scope=b&__proto__=x');
    const { json: got } = await ask('POST /c/__token', { body });
    expect(got['body']).toMatchObject({ grant_type: 'password', expires_in: 60, scope: ['a', 'b'] });
  });

  test('a multipart form', async () => {
    const body = new FormData();
    body.set('file', new Blob(['hi']), 'a.txt');
    const handlers = {
      token: async ({ body }: { body: FormData }) => ({
        status: 200,
        body: { text: await (body.get('file') as File).text() },
      }),
    };
    const { json: got } = await ask('POST /c/__token', { body }, {}, handlers as unknown as typeof echo);
    expect(got).toEqual({ text: 'hi' });
  });

  test('bytes and XML', async () => {
    const bytes = await ask('PUT /c/files/f', {
      body: new Uint8Array([0, 255]),
      headers: { 'content-type': 'image/png' },
    });
    expect(bytes.json).toMatchObject({ contentType: 'image/png', body: [0, 255] });
    const xml = await ask('PROPFIND /c/files/f', { body: '<a/>', headers: { 'content-type': 'text/xml' } }).catch(
      () => undefined,
    );
    expect(xml?.status).toBe(415);
    const right = await ask('PROPFIND /c/files/f', { body: '<a/>', headers: { 'content-type': 'application/xml' } });
    expect(right.json['body']).toBe('<a/>');
  });
});

describe('what is refused', () => {
  test.each([
    ['GET /c/Role?$top=x', {}, 400, 'the query parameter $top must be integer'],
    ['GET /c/Role?$top=-1', {}, 400, 'the query parameter $top must be >= 0'],
    ['GET /C1/Role', {}, 400, 'the key CellName must match pattern "^[a-z]+$"'],
    ["MERGE /c/Role('123456789')", json({ Name: 'x' }), 400, 'the key Name must NOT have more than 8 characters'],
    ["MERGE /c/Role('a',b)", json({ Name: 'x' }), 400, 'the keys of Role are malformed'],
    ['POST /c/Role', json({}), 400, "the body must have required property 'Name'"],
    ['POST /c/Role', json({ Name: 1 }), 400, '/Name must be string'],
    ['POST /c/Role', json({ Name: 'x', Foo: 1 }), 400, 'the body must NOT have additional properties (Foo)'],
    [
      'POST /c/Role',
      { body: '{', headers: { 'content-type': 'application/json' } },
      400,
      'the body is not valid application/json',
    ],
    [
      'POST /c/Role',
      { body: new Uint8Array([255]), headers: { 'content-type': 'application/json' } },
      400,
      'the body is not valid application/json',
    ],
    ['POST /c/Role', {}, 400, 'the request needs a body'],
    ['POST /c/Role', json({ Name: 'x' }, 'image/png'), 415, 'image/png is not taken here; send application/json'],
    ['POST /c/Role', json({ Name: 'x'.repeat(1 << 20) }), 413, 'the body is larger than 1048576 bytes'],
    ['GET /nowhere/at/all', {}, 404, 'there is nothing at /nowhere/at/all'],
    ['DELETE /c/Role', {}, 405, 'DELETE is not possible here'],
  ] as [string, RequestInit, number, string][])('%s %j', async (line, init, status, message) => {
    const answer = await ask(line, init);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ code: status, message: expect.stringContaining(message) });
  });

  test.each([
    [{ 201: [], 422: [] }, 422],
    [{ 400: [], 422: [] }, 400],
    [{ 422: [], '4XX': [] }, 400],
    [{ 201: [] }, 400],
  ])('by the status that %j has for it', async (responses, status) => {
    const own = { id: 'own', method: 'POST', path: '/own', parameters: [], responses };
    const body = { required: true, content: [] };
    const server = createServerCore({ ...contract, routes: [{ ...own, body }] }, { own: () => ({ status: 201 }) });
    expect((await server(new Request('http://h.example/own', { method: 'POST' }))).status).toBe(status);
  });

  test('of many problems the first ones are told', async () => {
    const body = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`x${n}`, n]));
    const { json: answer } = await ask('POST /c/Role', json({ Name: 'x', ...body }));
    expect(answer['message']).toMatch(/\(x9\); and 30 more$/);
  });

  test('a body without a length that grows past the limit', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });
    const init = { body, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit;
    expect((await ask('POST /c/Role', init, { maxBodyBytes: 5000 })).status).toBe(413);
  });

  test('the 405 names the methods in Allow', async () => {
    expect((await ask('DELETE /c/Role')).headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect((await ask("GET /c/Role('x')")).headers.get('allow')).toBe('MERGE, OPTIONS');
  });

  test('the 405 names a documented OPTIONS once', async () => {
    const options = { id: 'options', method: 'OPTIONS', path: '/x', parameters: [], responses: {} };
    const server = createServerCore({ ...contract, routes: [options] }, {});
    expect((await server(new Request('http://h.example/x'))).headers.get('allow')).toBe('OPTIONS');
  });
});

describe('methods', () => {
  test('HEAD is GET without a body, OPTIONS lists the methods', async () => {
    const head = await ask('HEAD /c/Role');
    expect([head.status, head.headers.get('x-operation'), head.json]).toEqual([200, 'listRole', {}]);
    const options = await ask('OPTIONS /c/Role');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  });

  test('a POST may name another method, when asked for', async () => {
    const init = {
      ...json({ Name: 'x' }),
      headers: { 'X-HTTP-Method-Override': 'merge', 'content-type': 'application/json' },
    };
    expect((await ask("POST /c/Role('x')", init)).status).toBe(405);
    const options = { methodOverride: 'X-HTTP-Method-Override' };
    expect((await ask("POST /c/Role('x')", init, options)).headers.get('x-operation')).toBe('mergeRole');
  });

  test('the base path of the server URL is optional, one given by option is not the contract’s', async () => {
    expect((await ask('GET /v1/c/Role')).status).toBe(200);
    expect((await ask('GET /api/c/Role', {}, { basePath: '/api/' })).status).toBe(200);
    expect((await ask('GET /v1/c/Role', {}, { basePath: '/api' })).status).toBe(404);
  });
});

describe('replies and hooks', () => {
  test('an operation without a handler answers 501, inherited names are no handlers', async () => {
    expect((await ask('GET /c/Role', {}, {}, {})).json).toEqual({ code: 501, message: 'listRole is not implemented' });
  });

  test('handlers may be methods of an object with a prototype', async () => {
    class Roles {
      private readonly found = ['r1'];
      listRole(): object {
        return { status: 200, body: this.found };
      }
    }
    expect((await ask('GET /c/Role', {}, {}, new Roles() as unknown as typeof echo)).json).toEqual(['r1']);
  });

  test('the media type is the documented one; several headers of a name stay several', async () => {
    const handlers = { listRole: () => ({ status: 200, body: 'text', headers: { 'Set-Cookie': ['a=1', 'b=2'] } }) };
    const answer = await ask('GET /c/Role', {}, {}, handlers as unknown as typeof echo);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.json).toBe('text');
  });

  test('a 204 has no body', async () => {
    const handlers = { listRole: () => ({ status: 204, body: { a: 1 } }) };
    expect((await ask('GET /c/Role', {}, {}, handlers as unknown as typeof echo)).json).toEqual({});
  });

  test('every hook is asked in its place', async () => {
    const seen: string[] = [];
    const options: ServerOptions<{ user: string }> = {
      context: ({ request }) => ({ user: request.headers.get('x-user') ?? 'nobody' }),
      before: (call) => {
        seen.push(`before ${call.context.user} ${call.route.id} ${call.origin} ${call.query.get('q')}`);
        return call.context.user === 'nobody' ? { status: 401, body: {} } : undefined;
      },
      after: (reply) => ({ ...reply, headers: { ...reply.headers, 'X-After': '1' } }),
      onInvalid: (problems) => ({ status: 422, body: problems }),
      onError: (error) => ({ status: 503, body: { error: String(error) } }),
      onUnwritten: (call) => ({ status: 501, body: { id: call.route.id } }),
      onUnrouted: ({ status, allow }) => ({ status, body: { allow } }),
    };
    const known = { headers: { 'x-user': 'ann' } };
    const handlers = { ...echo, getFile: () => Promise.reject(new Error('disk')) };
    const at = (line: string, init: RequestInit = known): Promise<Answer> =>
      ask(line, init, options as ServerOptions, handlers as unknown as typeof echo);
    const first = await at('GET /c/Role?q=1');
    expect([first.status, first.headers.get('x-after')]).toEqual([200, '1']);
    expect((await at('GET /c/Role', {})).status).toBe(401);
    expect((await at('GET /c/Role?$top=x')).json).toMatchObject([{ in: 'query', at: '$top', rule: 'type' }]);
    expect((await at('GET /c/files/f')).json).toEqual({ error: 'Error: disk' });
    expect((await at('GET /c')).json).toEqual({ allow: [] });
    expect((await at('DELETE /c/Role')).json).toEqual({ allow: ['GET', 'POST', 'HEAD'] });
    expect(seen[0]).toBe('before ann listRole http://h.example 1');
  });

  test('validation can be off for a route', async () => {
    expect((await ask('GET /c/Role?$top=x', {}, { validate: (route) => route.id !== 'listRole' })).status).toBe(200);
    expect((await ask('POST /c/Role', json({}), { validate: false })).status).toBe(201);
  });
});

test('the server says which methods it takes', () => {
  expect(createServerCore({ ...contract, routes }, {}).methods).toEqual(['GET', 'MERGE', 'POST', 'PROPFIND', 'PUT']);
});
