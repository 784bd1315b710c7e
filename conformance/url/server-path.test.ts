// The path of a spec's servers, whatever stands for host and scheme.
import { expect, test } from 'vitest';
import { serverPath } from './server-path.js';

test.each([
  [[], ''],
  [['/'], ''],
  [['https://api.example'], ''],
  [['https://api.example/v2/'], '/v2'],
  [['/v1'], '/v1'],
  [['{scheme}://api.example/api'], '/api'],
  [['https://{tenant}.example/api/v3', 'https://other.example'], '/api/v3'],
  [['http://'], ''],
])('%j is %j', (servers, wanted) => expect(serverPath({ servers } as never)).toBe(wanted));
