// Values of lists that documents only name.
import { expect, it } from 'vitest';
import type { Api, Schema } from '../contract/api.js';
import { fittingValue } from './fitting-value.js';
import { namesList } from './well-known.js';

const api = { schemas: {} } as unknown as Api;

it.each<[string, Schema, string]>([
  ['Where it is moored (ISO 3166-1 alpha-2)', { minLength: 2, maxLength: 2, pattern: '^[a-zA-Z]+$' }, 'DE'],
  ['ISO 3166-1 alpha-3', { minLength: 3, maxLength: 3 }, 'DEU'],
  ['The country code, lower case', { pattern: '^[a-z]{2}$' }, 'de'],
  ['Länderkürzel', {}, 'DE'],
  ['Le code pays', {}, 'DE'],
  ['Currency code as of ISO 4217', {}, 'EUR'],
  ['Währungscode', {}, 'EUR'],
  ['Le code de la devise', {}, 'EUR'],
  ['通貨（ISO 4217）', {}, 'EUR'],
  ['A BCP 47 tag', {}, 'en'],
  ['Sprachcode', {}, 'en'],
  ['A name of the IANA time zones', {}, 'Europe/Berlin'],
  ['The port, for example `HAM`.', {}, 'HAM'],
  ['Der Hafen, z. B. „HAM“.', {}, 'HAM'],
  ['Currency code, e.g. `CHF`', {}, 'CHF'],
  ['Three numbers with dots, e.g. 1.4.0', {}, '1.4.0'],
  ['Its number (example: K-77), on the back', {}, 'K-77'],
  ['例：`KB-12`', {}, 'KB-12'],
  ['港。例えば「東京」', {}, '東京'],
  ['A text, e.g. 2 words', {}, 'sample'],
  ['A text, e.g. hello', {}, 'sample'],
  ['The port, for example `Hamburg`.', { maxLength: 3 }, 'sam'],
  ['The country', {}, 'sample'],
  ['Email address', {}, 'name@example.com'],
  ['連絡先のメールアドレス', {}, 'name@example.com'],
  ['Their email address', { maxLength: 5 }, 'sampl'],
  ['Subject of the mail', {}, 'sample'],
])('%s', (description, limits, value) =>
  expect(fittingValue(api, { type: 'string', description, ...limits })).toBe(value),
);

it('goes by the name of a property, where nothing else tells', () => {
  const properties: Record<string, Schema> = {
    country_code: { type: 'string' },
    timezone: { type: 'string' },
    email: { type: 'string' },
  };
  const whole = { type: 'object', properties, required: ['country_code', 'timezone', 'email'] };
  expect(fittingValue(api, whole)).toEqual({
    country_code: 'DE',
    timezone: 'Europe/Berlin',
    email: 'name@example.com',
  });
});

it('has another value for another seed', () => {
  const schema = { type: 'string', description: 'A currency code' };
  expect(new Set(['a', 'b', 'c', 'd', 'e'].map((seed) => fittingValue(api, schema, seed)))).toEqual(
    new Set(['EUR', 'USD']),
  );
});

it('takes no other codes for those of a list', () => expect(namesList('The code of the berth')).toBe(false));
