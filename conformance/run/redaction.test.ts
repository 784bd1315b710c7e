// Secrets never enter a run, in whatever form they come back.
import { describe, expect, it } from 'vitest';
import { Redactor } from './redaction.js';

const SECRET = 'to/ken+"1"&x';

describe('Redactor', () => {
  const redactor = new Redactor(['X-Password'], ['pin']);
  redactor.add(SECRET);
  it.each([
    ['plain', `a ${SECRET} b`],
    ['percent-encoded', `?t=${encodeURIComponent(SECRET)}`],
    ['inside JSON', JSON.stringify({ t: SECRET })],
    ['in base64', Buffer.from(SECRET).toString('base64')],
  ])('masks it %s', (_name, text) => {
    const clean = redactor.text(text);
    expect(clean).toContain('***');
    for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(SECRET).toString('base64')])
      expect(clean).not.toContain(form);
  });

  it.each([
    ['{"access_token" : "abc\\"def","n":1}', '{"access_token" : "***","n":1}'],
    ['{"pin":"1234"}', '{"pin":"***"}'],
    ['grant_type=password&password=abc&x=1', 'grant_type=password&password=***&x=1'],
    ['refresh_token=abc', 'refresh_token=***'],
  ])('masks credentials by their name: %s', (text, want) => expect(redactor.text(text)).toBe(want));

  it.each([
    ['Authorization', 'Bearer abc', 'Bearer ***'],
    ['Set-Cookie', 'a=b', '***'],
    ['x-password', 'abc', '***'],
    ['X-Other', 'abc', 'abc'],
  ])('masks the header %s', (name, value, want) => expect(redactor.header(name, value)).toBe(want));
});
