// Fields of forms as commands write them, and as they are meant.
import { expect, test } from 'vitest';
import { withFormEncoded } from './raw-form.js';

test.each<[string, string, string?]>([
  ['name=Ada Byron&phone=+44 20', 'name=Ada+Byron&phone=%2B44+20'],
  ['phone=+4420', 'phone=%2B4420'],
  ['scope=read+write', 'scope=read+write'],
  ['sum=1 + 2', 'sum=1+%2B+2'],
  ['meta[order id]=1', 'meta[order id]=1'],
  ['lines[]=a b', 'lines[]=a+b'],
  ['{"a": "b c"}', '{"a": "b c"}'],
  ['text=a b', 'text=a b', 'text/plain'],
])('%s', (body, meant, type) => {
  const headers = type ? { 'Content-Type': type } : {};
  expect(withFormEncoded({ method: 'POST', url: 'https://a.example/', headers, body }).body).toBe(meant);
});

test('what has no body has none afterwards', () => {
  expect(withFormEncoded({ method: 'GET', url: 'https://a.example/', headers: {} })).not.toHaveProperty('body');
});
