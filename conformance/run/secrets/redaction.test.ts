// Secrets never enter a run, in whatever form they come back.
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../spec/testing/processor-time.js';
import { Redactor } from './redaction.js';

const SECRET = 'to/ken+"1"&x';
const hex = (prefix: string) => (char: string) =>
  `${prefix}${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;

describe('Redactor', () => {
  const redactor = new Redactor(['X-Password'], ['code'], ['pin']);
  redactor.add(SECRET, true);
  it.each([
    ['plain', `a ${SECRET} b`],
    ['percent-encoded', `?t=${encodeURIComponent(SECRET)}`],
    ['inside JSON', JSON.stringify({ t: SECRET })],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
    ['in hexadecimal', Buffer.from(`${SECRET}!`).toString('hex')],
    ['in hexadecimal capitals', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ...['', 'u', 'us', 'user', 'user:'].map((user) => [
      `behind "${user}" in base64`,
      Buffer.from(`${user}${SECRET} and more`).toString('base64'),
    ]),
    ['with each character percent-encoded', `?t=${SECRET.replace(/./g, hex('%'))}`],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['in lower-case percent-encoding', encodeURIComponent(SECRET).toLowerCase()],
    ['with some characters escaped in JSON', `"${SECRET.replace(/["/&+]/g, hex('\\u00'))}"`],
    ['with slashes that PHP escapes', JSON.stringify(SECRET).replaceAll('/', '\\/')],
    ['escaped for HTML', SECRET.replace(/["&+]/g, (c) => `&#${c.codePointAt(0)};`)],
    ['escaped in JSON, then percent-encoded', encodeURIComponent(SECRET.replace(/./g, hex('\\u00')))],
    ['cut in its middle', `${'x'.repeat(150)}${SECRET.slice(0, 7)}…`],
  ])('masks it %s', (_name = '', text = '') => {
    const clean = redactor.text(text);
    expect(clean).toContain('***');
    expect(clean.replaceAll('***', '')).not.toMatch(/to.{0,10}ken|dG8va2Vu|746f/i);
    for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(SECRET).toString('base64')])
      expect(clean).not.toContain(form);
  });

  it('leaves alone what only looks like a piece of it', () => {
    for (const text of ['token', 'a long text that ends with to…', 'to%2Fkeep']) expect(redactor.text(text)).toBe(text);
  });

  it('is quick on long texts full of escapes and of beginnings of a secret', () => {
    const parts = ['%74%6f', 'to/ken+', '%25', '\\u0074', '&#116;', '"password"   ', 'to/ken+"1"&'];
    const redact = (): void => {
      for (const part of parts) redactor.text(part.repeat(100_000));
    };
    expect(processorTime(redact)).toBeLessThan(5_000);
  });

  it.each([
    ['{"access_token" : "abc\\"def","n":1}', '{"access_token" : "***","n":1}'],
    ['{"pin":"1234"}', '{"pin":"***"}'],
    ['grant_type=password&password=abc&x=1', 'grant_type=password&password=***&x=1'],
    ['refresh_token=abc', 'refresh_token=***'],
    ['grant_type=authorization_code&code=abc', 'grant_type=authorization_code&code=***'],
    ['{"code":"E-404","message":"none"}', '{"code":"E-404","message":"none"}'],
  ])('masks credentials by their name: %s', (text, want) => expect(redactor.text(text)).toBe(want));

  it.each([
    ['Authorization', 'Bearer abc', 'Bearer ***'],
    ['Set-Cookie', 'a=b', '***'],
    ['x-password', 'abc', '***'],
    ['X-Other', 'abc', 'abc'],
  ])('masks the header %s', (name, value, want) => expect(redactor.header([name, value])).toEqual([name, want]));

  it("tells the run's own token from another", () => {
    const own = Object.assign(new Redactor(), { own: 'run-token' });
    own.add('run-token', true);
    expect(own.header(['authorization', 'Bearer run-token'])[1]).toBe('Bearer ***');
    expect(own.header(['authorization', 'Bearer of-an-account'])[1]).toBe('Bearer *** (another token)');
    expect(own.header(['Cookie', 'a=b'])[1]).toBe('a=*** (another token)');
  });
});
