import { expect, test } from 'vitest';
import type { ApiResponse, JsonValue, Schema } from '../../spec/contract/api.js';
import { loadText } from '../testing/certify-fake.js';
import { type Condition, conditionFindings, conditionOf, onlyValue } from './conditional-fields.js';

const fields = new Set(['grant', 'cookie', 'password', 'owner']);

test.each<[string, Condition | undefined]>([
  ['Second half\nReturn only when cookie is true', { field: 'cookie', value: 'true' }],
  ['Only when setting the option (cookie) at request', { field: 'cookie' }],
  ['Return only when password is set as kind of proof (grant)', { field: 'grant', value: 'password' }],
  ['Return only when cookie is set', { field: 'cookie' }],
  ['Return only if\ngrant=code and scope is openid', undefined],
  ['Return only when the moon is full', undefined],
  ['A number', undefined],
])('%s', (description, want) => {
  expect(conditionOf(description, fields)).toEqual(want);
});

test.each<[Schema | undefined, string | undefined]>([
  [{ type: 'string', enum: ['true'] }, 'true'],
  [{ const: 3 }, '3'],
  [{ enum: ['true', 'false'] }, undefined],
  [{ type: 'string' }, undefined],
  [undefined, undefined],
])('what %j is that is sent at all', (schema, want) => {
  expect(onlyValue(loadText("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n"), schema)).toBe(want);
});

const schemas: Record<string, Schema> = {
  token: { type: 'string' },
  peer: { type: 'string', description: 'Return only when cookie is true' },
  failures: { type: 'integer', description: 'Return only when grant is password' },
};
const response = {
  headers: [{ name: 'Set-Cookie', required: false, schema: {}, description: 'Return only when cookie is true' }],
} as unknown as ApiResponse;

function broken(sent: Record<string, unknown>, value: JsonValue, headers: [string, string][] = []): string[] {
  const found = conditionFindings(response, schemas, fields, sent, { headers, value });
  return found.flatMap(({ ok, expected }) => (ok ? [] : [expected]));
}

test('what was not asked for does not come', () => {
  expect(broken({ grant: 'renewal' }, { token: 't' })).toEqual([]);
  expect(broken({ grant: 'renewal' }, { token: 't', failures: null })).toEqual([]);
  expect(broken({ grant: 'renewal' }, { token: 't', failures: 0 })).toEqual(['failures only where grant is password']);
  expect(broken({}, { token: 't' }, [['set-cookie', 'lb=1']])).toEqual([]);
  expect(broken({}, { token: 't' }, [['set-cookie', 'cookie=1']])).toEqual(['Set-Cookie only where cookie is true']);
});

test('what was asked for comes', () => {
  expect(broken({ grant: 'password' }, { token: 't', failures: null })).toEqual([]);
  expect(broken({ grant: 'password' }, { token: 't' })).toEqual(['failures where grant is password']);
  expect(broken({ cookie: 'true' }, { peer: 'p' }, [['Set-Cookie', 'cookie=1']])).toEqual([]);
  expect(broken({ cookie: 'true' }, { token: 't' })).toEqual([
    'peer where cookie is true',
    'Set-Cookie where cookie is true',
  ]);
});
