import { expect, it } from 'vitest';
import { modelOf } from '../../plan/model.js';
import { reproduce } from '../../report/text.js';
import { loadText } from '../../testing/certify-fake.js';
import { carriedBy, carrierOf } from './credential-carrier.js';
import { bareToken, credentialsOf, encodedFor } from './credentials.js';
import { Redactor } from './redaction.js';

it.each([
  ['Bearer ', 'abc', 'Bearer abc'],
  ['', 'abc', 'abc'],
  ['', 'Token abc', 'Token abc'],
  ['Bearer ', 'GNAP abc', 'GNAP abc'],
])('documented %j, given %j: sent %j', (documented, given, sent) => {
  const { scheme, token } = credentialsOf(documented, given);
  expect(scheme + token).toBe(sent);
  expect(bareToken(given)).toBe('abc');
});

it.each([
  ['basic', 'ada:se cret', 'YWRhOnNlIGNyZXQ='],
  ['basic', 'YWRhOnNlIGNyZXQ=', 'YWRhOnNlIGNyZXQ='],
  ['basic', 'Token a:b', 'Token a:b'],
  ['bearer', 'ada:secret', 'ada:secret'],
])('an API that takes %s is sent %j as %j', (scheme, given, sent) => {
  expect(encodedFor({ k: { type: 'http', scheme } } as never, given)).toBe(sent);
});

it('shows a command with the scheme that was sent, or none', () => {
  const redactor = new Redactor();
  redactor.own = 'abcdefgh';
  const command = (value: string): string => {
    const [name, shown] = redactor.header(['Authorization', value]);
    return reproduce({ method: 'GET', url: 'http://127.0.0.1/', headers: { [name]: shown } });
  };
  expect(command('Token abcdefgh')).toContain('"Authorization: Token $DOCPROOF_TOKEN"');
  expect(command('abcdefgh')).toContain('"Authorization: $DOCPROOF_TOKEN"');
});

it.each([
  ['{ k: { type: apiKey, in: cookie, name: sid } }', 'http://127.0.0.1/a?b=1', { Cookie: 'sid=abcdefgh' }],
  ['{ k: { type: apiKey, in: query, name: api_key } }', 'http://127.0.0.1/a?b=1&api_key=abcdefgh', {}],
  ['{ k: { type: apiKey, in: header, name: X-Key } }', 'http://127.0.0.1/a?b=1', { 'X-Key': 'abcdefgh' }],
  [
    '{ k: { type: apiKey, in: header, name: Authorization, description: A token with the required prefix "Token" } }',
    'http://127.0.0.1/a?b=1',
    { Authorization: 'Token abcdefgh' },
  ],
  [
    '{ k: { type: apiKey, in: header, name: Authorization, description: "As `Key <key>`" } }',
    'http://127.0.0.1/a?b=1',
    { Authorization: 'Key abcdefgh' },
  ],
  [
    '{ k: { type: apiKey, in: header, name: Authorization, description: "In this form: Key xxxxxx.yyyyyy" } }',
    'http://127.0.0.1/a?b=1',
    { Authorization: 'Key abcdefgh' },
  ],
  [
    '{ k: { type: apiKey, in: header, name: Authorization, description: The key alone } }',
    'http://127.0.0.1/a?b=1',
    { Authorization: 'abcdefgh' },
  ],
])('a credential stands where its scheme says: %s', (schemes, url, headers) => {
  const spec = `openapi: 3.1.0
info: { title: t, version: '1' }
security: [{ k: [] }]
paths: { /a: { get: { responses: { '200': { description: ok } } } } }
components: { securitySchemes: ${schemes} }`;
  const [operation] = modelOf(loadText(spec)).operations;
  if (!operation) throw new Error('no operation');
  const carrier = carrierOf(operation);
  const request = { method: 'GET', url: 'http://127.0.0.1/a?b=1', headers: {} };
  expect(carriedBy(carrier, `${carrier.scheme}abcdefgh`, request)).toEqual({ ...request, url, headers });
});

it('shows a cookie by its name alone', () => {
  const redactor = new Redactor();
  redactor.own = 'abcdefgh';
  const [name, shown] = redactor.header(['Cookie', 'sid=abcdefgh']);
  expect(shown).toBe('sid=***');
  expect(reproduce({ method: 'GET', url: 'http://127.0.0.1/', headers: { [name]: shown } })).toContain(
    '"Cookie: sid=$DOCPROOF_TOKEN"',
  );
});
