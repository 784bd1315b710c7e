// Media types with parameters: which documented one a body is of.
import { expect, test } from 'vitest';
import { readBody } from './body.js';
import { chooseMedia, mediaName, mediaParameters } from './media-type.js';

const V1 = 'application/json; version=1';
const V2 = 'application/json;version="2"';

test.each([
  [[V1, V2], 'application/json; version=2', V2],
  [[V1, V2], 'application/JSON; charset=utf-8; Version="1"', V1],
  [[V1, V2], 'application/json', V1],
  [[V1, V2], 'application/json; version=3', undefined],
  [[V1, 'application/json'], 'application/json', 'application/json'],
  [[V1, 'application/json'], 'application/json; version=3', 'application/json'],
  [['application/json; charset=utf-8'], 'application/json; charset=UTF-16', 'application/json; charset=utf-8'],
  [['*/*', 'text/*', 'text/csv; header=present', 'text/csv'], 'text/csv', 'text/csv'],
  [['*/*', 'text/*', 'text/csv; header=present'], 'text/csv; header=absent', 'text/*'],
  [['*/*', 'text/*'], 'image/png', '*/*'],
  [['application/json', 'application/vnd.a+json'], 'application/vnd.a+json', 'application/vnd.a+json'],
  [['text/csv'], 'image/png', undefined],
])('of %j, %s is %s', (documented, given, wanted) => {
  expect(
    chooseMedia(
      documented.map((type) => ({ type })),
      given,
    )?.type,
  ).toBe(wanted);
});

test('parameters, quoted and not', () => {
  expect([...mediaParameters('a/b; X=1 ;y="a;\\"b" ; z=')]).toEqual([
    ['x', '1'],
    ['y', 'a;"b'],
    ['z', ''],
  ]);
});

test('a type keeps the parameters that tell it from another', () => {
  expect([mediaName(V1, [{ type: V1 }, { type: V2 }]), mediaName(V1, [{ type: V1 }])]).toEqual([
    V1,
    'application/json',
  ]);
});

test.each<[string, number[], string | undefined]>([
  ['application/json; charset=iso-8859-1', [34, 228, 34], '"ä"'],
  ['application/json; charset="UTF-8"', [34, 195, 164, 34], '"ä"'],
  ['application/json; charset=klingon', [34, 34], undefined],
])('%s', async (type, bytes, text) => {
  const body = new Response(new Uint8Array(bytes)).body;
  const request = { method: 'POST', url: '/', headers: new Headers({ 'content-type': type }), body };
  const documented = { required: true, content: [{ type: 'application/json', schema: true }] };
  const { body: read, problem } = (await readBody(request, documented, 100, {})) as Record<
    string,
    { value?: unknown; rule?: string }
  >;
  expect([read && JSON.stringify(read.value), problem?.rule]).toEqual([text, text ? undefined : 'mediaType']);
});
