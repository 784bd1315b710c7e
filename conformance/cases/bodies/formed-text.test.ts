import { expect, test } from 'vitest';
import { isFormed } from './formed-text.js';

test.each<[unknown, Record<string, string>, boolean]>([
  ['ada@example.com', {}, true],
  ['ada@example.com', { format: 'email' }, false],
  ['+49 30 901820', {}, true],
  ['12.03.2025', {}, true],
  ['DE89370400440532013000', {}, true],
  ['#ff8800', {}, true],
  ['*/5 * * * 1-5', {}, true],
  ['12.50', {}, true],
  ['USD', {}, true],
  ['pt-BR', {}, true],
  ['usd', { description: 'Three-letter ISO code', pattern: '^[a-z]+$' }, true],
  ['usd', { description: '3 文字の ISOコード' }, true],
  ['usd', { description: 'Three letters of a word', pattern: '^[a-z]+$' }, false],
  ['shop.example.com', {}, true],
  ['login.title', {}, false],
  ['Ada', {}, false],
  ['Order 6735', {}, false],
  ['471100', {}, false],
  [12, {}, false],
])('%s with %j: %s', (value, schema, formed) => {
  expect(isFormed(value, schema)).toBe(formed);
});
