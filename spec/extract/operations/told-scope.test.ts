import { expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import { exceptedBy, scopeOf, withExceptions } from './told-scope.js';

const profile = readProfile('rest-table', packageRoot());

it.each([
  ['Every response carries `X-Trace`.', true],
  ['Every response of the API carries `X-Trace`.', true],
  ['Any request may carry `X-Trace`.', true],
  ['Every response that has a body carries `X-Length`.', false],
  ['Every response to a search carries `X-Hits`.', false],
  ['The response carries `X-Trace`.', false],
  ['Jede Antwort trägt `X-Spur`.', true],
  ['Chaque réponse porte `X-Trace`.', true],
  ['すべてのレスポンスに `X-Trace` ヘッダーが付きます。', true],
  ['レスポンスに `X-Trace` ヘッダーが付きます。', false],
])('whether a sentence speaks of all: %s', (sentence, ofAll) => {
  expect(scopeOf(sentence, profile).ofAll).toBe(ofAll);
});

it.each([
  ['All PUT and DELETE requests need `If-Match`.', ['PUT', 'DELETE']],
  ['Updates need `If-Match`.', ['PUT', 'PATCH', 'MERGE']],
  ['Updates and deletions need `If-Match`.', ['PUT', 'PATCH', 'MERGE', 'DELETE']],
  ['更新には `If-Match` ヘッダーが必須です。', ['PUT', 'PATCH', 'MERGE']],
  ['すべてのPOSTリクエストで `X-Once` ヘッダーを指定できます。', ['POST']],
  ['When updating or deleting a boat, the `If-Match` header is mandatory.', ['PUT', 'PATCH', 'MERGE', 'DELETE']],
  ['Änderungen brauchen `If-Match`.', ['PUT', 'PATCH', 'MERGE']],
  ['Les modifications exigent `If-Match`.', ['PUT', 'PATCH', 'MERGE']],
])('the methods that a sentence is about: %s', (sentence, methods) => {
  expect(scopeOf(sentence, profile)).toMatchObject({ ofAll: true, methods: new Set(methods) });
});

it('an update of something else is not all updates', () => {
  expect(scopeOf('Updates of the profile picture need `If-Match`.', profile).ofAll).toBe(false);
});

const all = [
  { method: 'POST', path: '/sessions', titles: ['Sign in'] },
  { method: 'GET', path: '/v1/health', titles: ['State of the service'] },
  { method: 'GET', path: '/boats/{id}', titles: ['Show a boat'] },
  { method: 'POST', path: '/login', titles: ['Enter'] },
];

it.each([
  ['Every request needs a token, except `POST /sessions` and `GET /health`.', ['/sessions', '/v1/health']],
  ['Except for `POST /sessions`, every request needs a token.', ['/sessions']],
  ['Every request needs a token (except [State of the service](state.md)).', ['/v1/health']],
  ['Every request needs a token, except Sign in, which gives one.', ['/sessions']],
  ['All requests except Sign in need a token (`Bearer {Token}`).', ['/sessions']],
  ['Every request needs a token, except the login endpoint.', ['/login']],
  ['Every request needs a token, except `GET /boats/:id`.', ['/boats/{id}']],
  ['すべてのリクエストにトークンが必要です（`POST /sessions` と `GET /health` を除く）。', ['/sessions', '/v1/health']],
  ['`POST /sessions` を除くすべてのリクエストにトークンが必要です。', ['/sessions']],
  ['Jede Anfrage braucht ein Token, außer `POST /sessions`.', ['/sessions']],
  ['Chaque requête exige un jeton, sauf `POST /sessions`.', ['/sessions']],
])('what a sentence leaves out: %s', (sentence, paths) => {
  const { except = '', ofAll } = scopeOf(sentence, profile);
  expect(ofAll).toBe(true);
  expect([...(exceptedBy(except, all, profile) ?? [])].map(({ path }) => path)).toEqual(paths);
});

it.each([
  'Every request needs a token, except `POST /sessions` and public downloads.',
  'Every request needs a token, except a few.',
])('an exception that names nothing known: %s', (sentence) => {
  expect(exceptedBy(scopeOf(sentence, profile).except ?? '', all, profile)).toBeUndefined();
});

it.each([
  ['Every request needs a token.', 'The only exception is `GET /health`.', ['/v1/health']],
  ['すべてのリクエストにトークンが必要です。', 'ただし `GET /health` は認証不要です。', ['/v1/health']],
])('what the next sentence leaves out: %s %s', (sentence, next, paths) => {
  const [scope, another] = withExceptions([sentence, next], profile);
  expect(another).toBeUndefined();
  expect([...(exceptedBy(scope?.except ?? '', all, profile) ?? [])].map(({ path }) => path)).toEqual(paths);
});
