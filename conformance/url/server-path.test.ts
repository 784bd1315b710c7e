// The path of a spec's servers, whatever stands for host and scheme.
import { expect, test } from 'vitest';
import { serverPath, withoutRepeated } from './server-path.js';

test.each([
  [[], ''],
  [['/'], ''],
  [['https://api.example'], ''],
  [['https://api.example/v2/'], '/v2'],
  [['/v1'], '/v1'],
  [['{scheme}://api.example/api'], '/api'],
  [['https://{tenant}.example/api/v3', 'https://other.example'], '/api/v3'],
  [['http://'], ''],
])('%j is %j', (urls, wanted) => {
  const servers = urls.map((url) => ({ url }));
  expect(serverPath({ document: { servers } } as never)).toBe(wanted);
});

test('variables stand for their defaults', () => {
  const servers = [
    { url: 'https://{tenant}.example/{base}', variables: { tenant: { default: 'a' }, base: { default: 'v4/eu' } } },
  ];
  expect(serverPath({ document: { servers } } as never)).toBe('/v4/eu');
});

test.each([
  ['http://127.0.0.1:80/v2', ['/v2/rooms', '/v2/rooms/{id}'], 'http://127.0.0.1'],
  ['http://a.example/api/v2/', ['/v2/rooms', '/v2/beds'], 'http://a.example/api'],
  ['http://a.example/api/v2', ['/api/v2/rooms', '/api/v2/beds'], 'http://a.example'],
  ['http://a.example/v1', ['/v2/rooms', '/v2/beds'], 'http://a.example/v1'],
  ['http://a.example/v2', ['/v2/rooms', '/health'], 'http://a.example/v2'],
  ['http://a.example/rooms', ['/rooms', '/rooms/{id}'], 'http://a.example/rooms'],
  ['http://a.example/unit', ['/{cell}/box', '/{cell}/role'], 'http://a.example/unit'],
])('%s with %j leads to %s', (url, paths, wanted) => {
  const operations = paths.map((path) => ({ path }));
  expect(withoutRepeated(url, { operations } as never)).toBe(wanted);
});
