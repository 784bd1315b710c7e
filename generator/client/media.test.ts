// Bodies of other types than JSON, and redirections, as the client sends and reads them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../../spec/contract/load.js';
import { render } from '../samples/testing/fixture.js';
import type { GeneratedFile } from '../target.js';
import { compileErrors } from '../testing/compile.js';
import { clientTarget } from './target.js';
import { type Loaded, loaded } from './testing/loaded.js';

const folder = mkdtempSync(join(tmpdir(), 'docproof-media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = { schema: { type: 'object', properties: { a: { type: 'integer' } } } };
const answer = (content: object): object => ({ 200: { description: 'ok', content } });

const NONE = { 204: { description: 'ok' } };
const sent = (type: string): object => ({ required: true, content: { [type]: {} } });

const PATHS = {
  '/image': { get: { operationId: 'image', responses: answer({ 'image/png': {}, 'application/json': json }) } },
  '/all': {
    get: { operationId: 'all', responses: answer({ 'image/png': {}, 'text/csv': {}, 'application/json': json }) },
  },
  '/found': { get: { operationId: 'found', responses: { 302: { description: 'there' } } } },
  '/bytes': { put: { operationId: 'bytes', requestBody: sent('application/octet-stream'), responses: NONE } },
  '/picture': { put: { operationId: 'picture', requestBody: sent('image/*'), responses: NONE } },
  // As Spring and ASP.NET write specs.
  '/spring': {
    put: { operationId: 'spring', requestBody: { content: { '*/*': json } }, responses: answer({ '*/*': json }) },
  },
  '/word': { get: { operationId: 'word', responses: answer({ '*/*': { schema: { type: 'string' } } }) } },
  '/net': {
    put: {
      operationId: 'net',
      requestBody: { content: { 'application/json': json, 'application/*+json': json } },
      responses: answer({ 'text/plain': json, 'application/json': json, 'text/json': json }),
    },
  },
  '/point/{at}/{json}': {
    get: {
      operationId: 'point',
      parameters: [
        { name: 'at', in: 'path', required: true, ...json },
        { name: 'json', in: 'path', required: true, content: { 'application/json': json } },
        { name: 'X-At', in: 'header', explode: true, ...json },
        { name: 'X-Arg', in: 'header', content: { 'application/json': { schema: { type: 'string' } } } },
      ],
      responses: NONE,
    },
  },
  '/pictures': {
    put: {
      operationId: 'pictures',
      requestBody: { required: true, content: { 'image/*': {}, 'video/*': {} } },
      responses: NONE,
    },
  },
};

interface Sent {
  url: string;
  init: { headers: Record<string, string>; body?: unknown; redirect?: string };
}

describe('media types of the client', () => {
  let files: GeneratedFile[];
  let client: Loaded;
  beforeAll(async () => {
    files = (await clientTarget.generate(apiOf({ openapi: '3.1.0', info: {}, paths: PATHS }), render)).files;
    client = await loaded(folder, files);
  });

  /** Calls a function, which gets the answer given; what was sent, and what the function gave. */
  async function called(name: string, input: object, response: Response): Promise<{ sent: Sent; body: unknown }> {
    const all: Sent[] = [];
    const fetch = async (url: string, init: Sent['init']): Promise<Response> => {
      all.push({ url, init });
      return response;
    };
    const { body } = await client.call(name, { baseUrl: 'https://h.example', fetch }, input);
    return { sent: all[0] as Sent, body };
  }

  it.each([
    ['image', 'image/png', Blob],
    ['image', '', Blob],
    ['image', 'application/json', Object],
    ['all', 'image/png', Blob],
    ['all', 'text/csv; charset=utf-8', String],
    ['all', 'application/problem+json', Object],
    ['spring', 'application/json', Object],
    ['word', 'text/plain', String],
    ['net', 'text/json', Object],
  ])('%s: reads %j by the type of the answer', async (name, type, wanted) => {
    const { body } = await called(name, {}, new Response('{"a":1}', { headers: { 'Content-Type': type } }));
    expect((body as object).constructor.name).toBe(wanted.name);
  });

  it('does not follow a redirection that is the documented answer', async () => {
    const headers = { Location: 'https://h.example/there' };
    const { sent } = await called('found', {}, new Response(null, { status: 302, headers }));
    expect(sent.init.redirect).toBe('manual');
    expect((await called('image', {}, new Response('x'))).sent.init.redirect).toBeUndefined();
  });

  it.each([
    ['an array', new Uint8Array([1, 2])],
    ['a part of one', new Uint8Array([0, 1, 2, 3]).subarray(1, 3)],
    ['a buffer', Buffer.from([1, 2])],
    ['a view', new DataView(new Uint8Array([1, 2]).buffer)],
  ])('sends bytes of %s', async (_, body) => {
    const { sent } = await called('bytes', { body }, new Response(null, { status: 204 }));
    expect([...new Uint8Array(sent.init.body as ArrayBuffer)]).toEqual([1, 2]);
  });

  it.each([
    ['picture', { body: new Blob(['x'], { type: 'image/png' }) }, 'image/png'],
    ['picture', { body: new Blob(['x']) }, 'application/octet-stream'],
    ['picture', { body: 'x' }, 'application/octet-stream'],
    ['spring', { body: { a: 1 } }, 'application/json'],
    ['net', { type: 'application/*+json', body: { a: 1 } }, 'application/json'],
    ['pictures', { type: 'image/*', body: new Blob(['x'], { type: 'image/gif' }) }, 'image/gif'],
  ])('%s: sends a type of a range', async (name, input, type) => {
    const status = name.startsWith('picture') ? 204 : 200;
    const { sent } = await called(name, input, new Response(status === 204 ? null : '{}', { status }));
    expect(sent.init.headers['content-type']).toBe(type);
  });

  it('writes objects into paths and headers, in parts or as JSON', async () => {
    const input = { path: { at: { a: 1 }, json: { a: 2 } }, headers: { 'X-At': { a: 3, b: 4 }, 'X-Arg': 'x' } };
    const { sent } = await called('point', input, new Response(null, { status: 204 }));
    expect(sent.url).toBe('https://h.example/point/a%2C1/%7B%22a%22%3A2%7D');
    expect(sent.init.headers).toMatchObject({ 'x-at': 'a=3,b=4', 'x-arg': '"x"' });
  });

  it('has types for all of them', () => {
    const text = `import { all, bytes, type Client, image, net, point, spring, word } from './client/index.js';
declare const client: Client;
const one: Blob | { a?: number } = (await image(client)).body;
const other: Blob | string | { a?: number } = (await all(client)).body;
const same: { a?: number } = (await spring(client, { body: { a: 1 } })).body;
const told: { a?: number } = (await net(client, { type: 'application/*+json', body: same })).body;
const text: string = (await word(client)).body;
void point(client, { path: { at: same, json: told }, headers: { 'X-At': same } });
void [one, other, text];
for (const body of [new Uint8Array([1]), Buffer.from('a'), new Blob(['a']), 'a']) void bytes(client, { body });
// @ts-expect-error no bytes
void bytes(client, { body: [1] });
export {};
`;
    expect(compileErrors([...files, { path: 'calls.ts', text }])).toEqual([]);
  }, 60_000);
});
