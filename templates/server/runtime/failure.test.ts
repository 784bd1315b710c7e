// What is answered, and what is said on stderr, when handlers, replies and hooks fail.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from './http.js';
import { ask } from './testing/ask.js';
import type { echo } from './testing/contract.js';

let logged: unknown[][] = [];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => void logged.push(words));
});
afterEach(() => vi.restoreAllMocks());

test('without a hook an error says nothing of its cause', async () => {
  const handlers = { listRole: () => Promise.reject(new Error('secret')) };
  const answer = await ask('GET /c/Role', {}, {}, handlers as unknown as typeof echo);
  expect(answer.json).toEqual({ code: 500, message: 'the server failed' });
  expect(logged.map(String)).toEqual(['GET /{CellName}/Role (listRole) failed:,Error: secret']);
});

test('what onError throws is answered and said, too', async () => {
  const handlers = { listRole: () => Promise.reject(new Error('first')) } as unknown as typeof echo;
  const onError = (): never => {
    throw new Error('second');
  };
  const answer = await ask('GET /c/Role', {}, { onError }, handlers);
  expect([answer.status, answer.json]).toEqual([500, { code: 500, message: 'the server failed' }]);
  expect(logged.map(String)).toEqual([expect.stringMatching(/^onError failed.*second.*first/)]);
});

test.each([
  ['a BigInt', { status: 200, body: { n: 1n } }],
  ['nothing', undefined],
  ['a line break in a header', { status: 200, headers: { 'X-A': 'a\r\nb: c' } }],
  ['a header beyond Latin-1', { status: 200, headers: { 'X-A': '語' } }],
  ['a name that is none', { status: 200, headers: { 'a b': 'c' } }],
  ['a media type that is none', { status: 200, contentType: 'text/plain\n', body: 'x' }],
  ['a status that is none', { status: 99 }],
  ['no status', { body: 'x' }],
])('a reply with %s is a failure of the server', async (_name, reply) => {
  const handlers = { listRole: () => reply } as unknown as typeof echo;
  expect((await ask('GET /c/Role', {}, {}, handlers)).json).toEqual({ code: 500, message: 'the server failed' });
  const onError = (error: unknown): Reply => ({ status: 503, body: { error: String(error) } });
  const answer = await ask('GET /c/Role', {}, { onError }, handlers);
  expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('Error: ')]);
  const broken = await ask('GET /c/Role', {}, { onError: () => reply as Reply }, handlers);
  expect(broken.json).toEqual({ code: 500, message: 'the server failed' });
});
