// Bodies that are not JSON: what is made of them, and what is checked.
import { expect, test } from 'vitest';
import { createServerCore } from './server.js';
import { contract, echo } from './testing/contract.js';

const server = createServerCore(contract, echo);

async function send(method: string, path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const answer = await server(new Request(`http://h.example${path}`, { ...init, method }));
  return { status: answer.status, text: await answer.text() };
}

const upload = (fields: Record<string, string | Blob | string[]>): RequestInit => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return { body };
};
const file = new Blob(['hi'], { type: 'image/png' });

test.each([
  [{ file, count: '5', tags: ['a', 'b'], meta: '{"a":1}' }, 200, ''],
  [{ file, tags: 'a', meta: new Blob(['{"a":1}'], { type: 'application/json' }) }, 200, ''],
  [{ count: '5' }, 400, "must have required property 'file'"],
  [{ file, count: 'x' }, 400, '/count must be integer'],
  [{ file, meta: '{' }, 400, '/meta must be object'],
  [{ file, meta: '{"a":"x"}' }, 400, '/meta/a must be integer'],
  [{ file: new Blob(['123456789']) }, 400, '/file must NOT have more than 8 characters'],
  [{ file, other: 'x' }, 400, 'must NOT have additional properties (other)'],
])('a multipart form %j as its schema says', async (fields, status, message) => {
  const answer = await send('POST', '/c/__token', upload(fields as Record<string, string>));
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(message)]);
});

test.each([
  ['text/plain', '5', 200, '5'],
  ['text/plain', 'x', 400, 'the body must be integer'],
  ['text/plain', '0', 400, 'the body must be >= 1'],
  ['text/csv', 'a,b', 200, '"a,b"'],
  ['text/html', '<b>x', 200, '"<b>x"'],
  ['text/html', '<b>', 400, 'fewer than 4 characters'],
  ['application/octet-stream', 'ab', 200, '[97,98]'],
  ['image/png', 'ab', 200, '[97,98]'],
  ['application/json', '{"a":1}', 200, '{"a":1}'],
  ['application/octet-stream', '', 400, 'the request needs a body'],
])('%s %j as its schema says', async (type, text, status, part) => {
  const body = new TextEncoder().encode(text);
  const answer = await send('PUT', '/c/note', { body, headers: { 'content-type': type } });
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(part)]);
});
