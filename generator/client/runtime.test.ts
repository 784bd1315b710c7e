// What a called client does beyond the documented cases: keys, failures, ETags, tokens; and what does not compile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../samples/testing/fixture.js';
import { type Recorder, startRecorder } from '../samples/testing/recorder.js';
import { compileErrors } from '../testing/compile.js';
import { clientFiles } from './testing/client-files.js';
import { type Loaded, loaded } from './testing/loaded.js';

const folder = mkdtempSync(join(tmpdir(), 'docproof-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the runtime', () => {
  const api = contract('generator/samples/fixtures/cells.yaml');
  let recorder: Recorder;
  let client: Loaded;
  beforeAll(async () => {
    recorder = await startRecorder();
    client = await loaded(folder, await clientFiles(api));
  });
  afterAll(() => recorder.close());

  it.each([
    [{ RelationName: "it's", BoxName: null }, "Relation(Name='it%27%27s',_Box.Name=null)"],
    [
      { RelationName: "x',_Box.Name='y", BoxName: 'a/b?c#d' },
      "Relation(Name='x%27%27%2C_Box.Name%3D%27%27y',_Box.Name='a%2Fb%3Fc%23d')",
    ],
    [{ RelationName: '', BoxName: '100% 😀' }, "Relation(Name='',_Box.Name='100%25%20%F0%9F%98%80')"],
  ])('encodes the keys %j', async (keys, wanted) => {
    recorder.answer = { status: 204 };
    recorder.requests.length = 0;
    await client.call('deleteRelation', { baseUrl: `${recorder.origin}/` }, { path: { CellName: 'cell1', ...keys } });
    expect(recorder.requests[0]?.url).toBe(`/cell1/__ctl/${wanted}`);
  });

  it.each(['', '.', '..'])('refuses the path segment %j', (CellName) => {
    const path = { CellName, RelationName: 'r', BoxName: null };
    expect(() => client.call('deleteRelation', { baseUrl: recorder.origin }, { path })).toThrow(
      "can't be a part of a path",
    );
  });

  const path = { CellName: 'cell1', RelationName: 'r', BoxName: null };

  it('gives failures as answers, and throws them with their code from unwrap', async () => {
    const body = { code: 'PR404-OD-0002', message: { lang: 'en', value: 'gone' } };
    recorder.answer = { status: 404, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await client.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    expect([answer.status, answer.ok, answer.body]).toEqual([404, false, body]);
    expect(client.module['hasCode']?.(answer, 'PR404-OD-0002')).toBe(true);
    expect(client.module['hasCode']?.(answer, 'PR409-OD-0003')).toBe(false);
    const pending = client.module['unwrap']?.(answer) as Promise<unknown>;
    await expect(pending).rejects.toMatchObject({ name: 'ApiError', code: 'PR404-OD-0002', status: 404 });
  });

  it('gives a derived failure without a body too', async () => {
    recorder.answer = { status: 404 };
    const answer = await client.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    expect([answer.status, answer.body]).toEqual([404, undefined]);
  });

  it.each([
    [{ status: 418, body: 'tea' }, 'status 418 is not documented'],
    [{ status: 200, body: '<html>' }, 'the body is not JSON'],
  ])('throws for what the contract does not have: %j', async (answer, message) => {
    recorder.answer = answer;
    const pending = client.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    await expect(pending).rejects.toThrow(message);
  });

  it('hands an ETag on as If-Match', async () => {
    recorder.answer = { status: 200, headers: { etag: 'W/"3-1"' }, body: '{"d":{}}' };
    const answer = await client.call('retrieveRelation', { baseUrl: recorder.origin }, { path });
    expect(client.module['ifMatch']?.(answer)).toEqual({ 'If-Match': 'W/"3-1"' });
    recorder.answer = { status: 204 };
    await client.call(
      'updateRelation',
      { baseUrl: recorder.origin },
      { path, headers: client.module['ifMatch']?.(answer), body: { Name: 'x' } },
    );
    expect(recorder.requests.at(-1)?.headers['if-match']).toBe('W/"3-1"');
  });

  it('asks a function for the token, takes another fetch and another URL, and sends no token where none is needed', async () => {
    const seen: { url: string; authorization: string | undefined }[] = [];
    const fetch = async (url: string, init: { headers: Record<string, string> }): Promise<Response> => {
      seen.push({ url, authorization: init.headers['authorization'] });
      return new Response(url.endsWith('__token') ? '{"access_token":"t"}' : '{"d":{}}', { status: 200 });
    };
    const options = {
      baseUrl: '',
      fetch,
      token: async () => 'fresh',
      url: (p: string) => `https://cell1.example${p.replace('/cell1', '')}`,
    };
    await client.call('retrieveRelation', options, { path });
    await client.call('getToken', options, { path: { CellName: 'cell1' }, body: { grant_type: 'password' } });
    expect(seen).toEqual([
      { url: "https://cell1.example/__ctl/Relation(Name='r',_Box.Name=null)", authorization: 'Bearer fresh' },
      { url: 'https://cell1.example/__token', authorization: undefined },
    ]);
  });

  it('refuses wrong calls and answers when they are compiled', async () => {
    const text = `import { type Client, createRelation, deleteRelation, hasCode, updateRelation, updateRelationLinks } from './client/index.js';
declare const client: Client;
const path = { CellName: 'c', RelationName: 'r', BoxName: null };
// @ts-expect-error a key is missing
void deleteRelation(client, { path: { CellName: 'c', RelationName: 'r' } });
// @ts-expect-error no such field
void updateRelation(client, { path, body: { Name: 'x', Nmae: 'y' } });
// @ts-expect-error the body is required
void createRelation(client, { path });
void updateRelationLinks(client, { path: { CellName: 'c', RelationName: 'r', BoxName: 'b' }, body: { Url: 'x' } });
void updateRelationLinks(client, { path: { CellName: 'c', RelationName: 'r', BoxName: 'b' }, body: { uri: 'x' } });
const created = await createRelation(client, { path, body: { Name: 'x', '_Box.Name': null } });
if (created.status === 201) {
  const results = created.body.d?.results;
  const one = Array.isArray(results) ? results[0] : results;
  const name: string | undefined = one?.Name;
  void name;
  // @ts-expect-error a success has no error code
  void created.body.code;
} else {
  const code: string = created.body.code;
  void code;
}
// @ts-expect-error no such code
void hasCode(created, 'PR999-XX-0001');
export {};
`;
    expect(compileErrors([...(await clientFiles(api)), { path: 'wrong.ts', text }])).toEqual([]);
  }, 60_000);
});
