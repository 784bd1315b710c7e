import { expect, test } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import { protocolFindings } from './protocol.js';

interface Given {
  status?: number;
  headers?: [string, string][];
  value?: JsonValue;
  sample?: JsonValue;
  httpScheme?: boolean;
  token?: boolean;
  bearer?: boolean;
  promised?: boolean;
  sent?: { headers?: Record<string, string>; body?: string };
}

function broken({
  status = 200,
  headers = [],
  value,
  sample,
  sent = {},
  httpScheme = true,
  token = false,
  bearer = true,
  promised = true,
}: Given): string[] {
  const body = value === undefined ? '' : JSON.stringify(value);
  return protocolFindings({
    request: {
      method: 'GET',
      url: 'http://a/',
      headers: sent.headers ?? {},
      ...(sent.body === undefined ? {} : { body: sent.body }),
    },
    answer: { status, statusText: '', headers, body, bytes: body.length, cut: false, ms: 1 },
    value,
    httpScheme,
    token,
    bearer,
    etag: promised,
    password: 'P0123456789',
    samples: sample === undefined ? [] : [sample],
    level: 'MUST',
  })
    .filter((f) => !f.ok)
    .map((f) => `${f.id} ${f.pointer ?? ''}`.trim());
}

const PROBLEM: [string, string][] = [['Content-Type', 'application/problem+json']];
const uncached: [string, string][] = [['Cache-Control', 'no-store']];
const etag: [string, string][] = [['ETag', 'W/"1-1"']];

test.each<[string, Given, string[]]>([
  ['a 401 without a challenge', { status: 401 }, ['challenge']],
  ['a 405 that does not say what is allowed', { status: 405 }, ['allow']],
  ['a link without brackets', { headers: [['Link', 'http://a/b; rel="next"']] }, ['link-form']],
  ['a link', { headers: [['Link', '<http://a/b>; rel="next"']] }, []],
  [
    'a problem of another status',
    { status: 404, headers: PROBLEM, value: { status: 400 } },
    ['problem-status /status'],
  ],
  ['a problem', { status: 404, headers: PROBLEM, value: { status: 404 } }, []],
  ['a status of its own', { status: 404, value: { status: 17 } }, []],
  ['a 401 where the key is of its own kind', { status: 401, httpScheme: false }, []],
  [
    'a token without its type',
    { token: true, headers: uncached, value: { access_token: 'abc' } },
    ['token/token_type'],
  ],
  [
    'no token from a token endpoint',
    { token: true, headers: uncached, value: {} },
    ['token/access_token', 'token/token_type'],
  ],
  ['a token', { token: true, headers: uncached, value: { access_token: 'abc', token_type: 'bearer' } }, []],
  [
    'a token that caches keep',
    { token: true, value: { access_token: 'abc', token_type: 'Bearer' } },
    ['token/no-store'],
  ],
  [
    'a token of another type than the API takes',
    { token: true, headers: uncached, value: { access_token: 'abc', token_type: 'MAC' } },
    ['token/bearer'],
  ],
  [
    'a token of that type for an API with other schemes',
    { token: true, bearer: false, headers: uncached, value: { access_token: 'abc', token_type: 'MAC' } },
    [],
  ],
  ['a 204 in chunks', { status: 204, headers: [['Transfer-Encoding', 'chunked']] }, ['no-content']],
  ['two ETags', { headers: [...etag, ['etag', 'W/"2-2"']] }, ['once/etag']],
  ['an ETag without its quotes', { headers: [['ETag', 'W/1-1']] }, ['etag-form']],
  [
    'an origin twice',
    { headers: Array(2).fill(['Access-Control-Allow-Origin', '*']) },
    ['once/access-control-allow-origin'],
  ],
  ['the same ETag twice', { headers: [...etag, ...etag] }, []],
  ['a version of OData', { headers: [['DataServiceVersion', '2.0;']] }, []],
  ['a moment as RFC 3339', { headers: [['Date', '2021-03-04T05:06:07Z']] }, ['date-form/date']],
  [
    'a moment of another zone',
    { headers: [['Last-Modified', 'Thu, 04 Mar 2021 05:06:07 +0100']] },
    ['date-form/last-modified'],
  ],
  ['a moment as HTTP has it', { headers: [['Date', 'Thu, 04 Mar 2021 05:06:07 GMT']] }, []],
  ['what is no version of OData', { headers: [['DataServiceVersion', 'abc']] }, ['header/dataserviceversion']],
  [
    'an entity tag in another form than the documented one',
    { value: { d: { m: { etag: 'w/"2-2"' } } }, sample: { d: [{ m: { etag: 'W/"1-1"' } }] } },
    ['etag-form /d/m/etag'],
  ],
  [
    'a strong entity tag for a weak one',
    { value: { d: { m: { etag: '"2,2"' } } }, sample: { d: { m: { etag: 'W/"1-1"' } } } },
    [],
  ],
  ['an error of a token endpoint', { token: true, status: 400, value: { error: 'invalid_grant' } }, []],
  ['a password that comes back', { value: { d: { Name: 'a', secret: 'P0123456789' } } }, ['password-kept']],
  ['a 204 with a length', { status: 204, headers: [['content-length', '12']] }, ['no-content']],
  ['a 204 with a length of zero', { status: 204, headers: [['Content-Length', '0']] }, []],
  ['a 401 with one', { status: 401, headers: [['www-authenticate', 'Bearer']] }, []],
  [
    'an ETag in the body that is not the header',
    { headers: etag, value: { d: { m: { etag: 'W/"2-2"' } } } },
    ['etag-agrees /d/m/etag'],
  ],
  ['the same in both', { headers: etag, value: { d: { m: { etag: 'W/"1-1"' } } } }, []],
  [
    'an entity that comes as a list of one, where its page promises an ETag',
    { headers: etag, value: [{ etag: 'W/"2-2"' }] },
    ['etag-agrees /0/etag'],
  ],
  ['a list of one with an ETag of its own', { promised: false, headers: etag, value: [{ etag: 'W/"2-2"' }] }, []],
  ['a list of entities, each with its own', { headers: etag, value: [{ etag: 'a' }, { etag: 'b' }] }, []],
  [
    'a date in another form',
    { value: { d: { at: '2020-01-01T00:00:00Z' } }, sample: { d: { at: '/Date(1)/' } } },
    ['date-form /d/at'],
  ],
  ['a date as number', { value: [{ at: 1 }], sample: { at: '2020-01-01T00:00:00Z' } }, ['date-form /0/at']],
  ['a date in its form', { value: [{ at: '/Date(25)/' }], sample: { at: '/Date(1)/' } }, []],
  ['a date that is not known', { value: { at: null }, sample: { at: '/Date(1)/' } }, []],
  ['null as text', { value: { box: 'null' } }, ['null /box']],
  ['null as the text of an error', { status: 400, value: { message: 'null' } }, []],
  ['the text null that was sent', { value: { name: 'null' }, sent: { body: '{"name":"null"}' } }, []],
  [
    'the token given back',
    { value: { t: 'abcdefghijklmnop' }, sent: { headers: { Authorization: 'Bearer abcdefghijklmnop' } } },
    ['token-kept'],
  ],
  [
    'no token in the answer',
    { value: { t: 'x' }, sent: { headers: { Authorization: 'Bearer abcdefghijklmnop' } } },
    [],
  ],
])('%s', (_what, given, want) => {
  expect(broken(given)).toEqual(want);
});
