import { expect, it } from 'vitest';
import { reproduce } from '../report/text.js';
import { bareToken, credentialsOf } from './credentials.js';
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
