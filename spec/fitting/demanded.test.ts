// Conditions of a body → what it must have; and values that are made to fit have it.
import { expect, it } from 'vitest';
import { loadApi } from '../contract/load.js';
import { demanded } from './demanded.js';
import { fittingValue } from './fitting-value.js';

const { api } = loadApi('openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}\n', 'api.yaml');
if (!api) throw new Error('no api');
// biome-ignore lint/suspicious/noThenProperty: `then` is the keyword of JSON Schema
const needs = (when: object, ...names: string[]) => ({ if: when, then: { required: names } });

it.each([
  ['a value', needs({ properties: { kind: { const: 'a' } }, required: ['kind'] }, 'b'), { kind: 'a' }, ['b']],
  ['another value', needs({ properties: { kind: { const: 'a' } }, required: ['kind'] }, 'b'), { kind: 'c' }, []],
  ['one of some values', needs({ properties: { kind: { enum: ['a', 'd'] } } }, 'b'), { kind: 'd' }, ['b']],
  ['one that is absent', needs({ not: { required: ['mail'] } }, 'phone'), {}, ['phone']],
  ['one that is there', needs({ not: { required: ['mail'] } }, 'phone'), { mail: 'm' }, []],
  [
    'others that are all absent',
    needs({ not: { anyOf: [{ required: ['mail'] }, { required: ['fax'] }] } }, 'phone'),
    { name: 'n' },
    ['phone'],
  ],
  ['presence', { dependentRequired: { size: ['unit'] } }, { size: 1 }, ['unit']],
  ['more than can be told', needs({ properties: { kind: { pattern: '^a' } } }, 'b'), { kind: 'a' }, []],
])('tells what is demanded by %s', (_, rule, value, wanted) => {
  expect(demanded(api, { type: 'object', allOf: [rule] }, value)).toEqual(wanted);
  expect(demanded(api, { type: 'object', ...rule }, value)).toEqual(wanted);
});

it('makes values that have one of several fields', () => {
  const schema = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, mail: { type: 'string' }, phone: { type: 'integer' } },
    allOf: [needs({ not: { required: ['mail'] } }, 'phone')],
  };
  expect(fittingValue(api, schema)).toEqual({ name: 'sample', phone: 1 });
});
