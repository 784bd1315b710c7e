// Query parameters of every kind of schema: what their texts become.
import { expect, test } from 'vitest';
import { parameterReader } from './parameters.js';
import type { JsonSchema, RouteParameter } from './route.js';
import type { Definitions } from './schema-kind.js';

const definitions: Definitions = {
  Limit: { type: 'integer' },
  List: { type: 'array', items: { type: 'integer' } },
  Self: { anyOf: [{ $ref: '#/components/schemas/Self' }, { allOf: [{ $ref: '#/components/schemas/Self' }] }] },
};
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** What the parameter `v` of a schema becomes. */
function read(search: string, schema: JsonSchema, more: Partial<RouteParameter> = {}): unknown {
  const parameter: RouteParameter = { name: 'v', in: 'query', required: false, schema, ...more };
  const route = { id: 'x', method: 'GET', path: '/', parameters: [parameter], responses: {} };
  const query = { values: new URLSearchParams(search), text: search };
  return parameterReader(route, definitions)({}, query, new Headers()).query['v'];
}

test.each<[string, JsonSchema, unknown]>([
  ['5', { allOf: [ref('Limit'), { default: 20 }] }, 5],
  ['5', { allOf: [ref('Limit')], default: 20 }, 5],
  ['5', { enum: [1, 5] }, 5],
  ['5', { const: 5 }, 5],
  ['true', { const: true }, true],
  ['5', { enum: ['5'] }, '5'],
  ['5', { enum: ['a', 5, null] }, 5],
  ['a', { enum: ['a', 5, null] }, 'a'],
  ['5', { oneOf: [{ type: 'integer' }, { type: 'boolean' }] }, 5],
  ['true', { oneOf: [{ type: 'integer' }, { type: 'boolean' }] }, true],
  ['x', { oneOf: [{ type: 'integer' }, { type: 'boolean' }] }, 'x'],
  ['5', { oneOf: [{ type: 'integer' }, { enum: ['all'] }] }, 5],
  ['all', { oneOf: [{ type: 'integer' }, { enum: ['all'] }] }, 'all'],
  ['007', { type: ['integer', 'string'] }, '007'],
  ['007', { anyOf: [{ type: 'integer' }, { type: 'string' }] }, '007'],
  ['5', { type: ['integer', 'null'] }, 5],
  ['5', { allOf: [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, ref('Limit')] }, 5],
  ['5', { allOf: [ref('List'), { maxItems: 3 }] }, [5]],
  ['5', { items: { type: 'integer' } }, [5]],
  ['5', { anyOf: [ref('List'), { type: 'null' }] }, [5]],
  ['5', ref('Self'), '5'],
  ['5', {}, '5'],
])('%s read by %j', (text, schema, value) => {
  expect(read(`v=${text}`, schema)).toEqual(value);
});

test.each([
  [true, 'w=1', {}],
  [true, 'page=2', { page: 2 }],
  [false, 'w=1', undefined],
])('an object that is spread over the address, required %j, of %s', (required, search, value) => {
  const pages: JsonSchema = { type: 'object', properties: { page: { type: 'integer' } } };
  expect(read(search, pages, { required })).toEqual(value);
});

test.each<[string, string, unknown]>([
  ['v=a%2Cb,c', 'form', ['a,b', 'c']],
  ['v=a%20b+c', 'form', ['a b c']],
  ['v=a%20b%2Cc+d', 'spaceDelimited', ['a', 'b,c', 'd']],
  ['v=a%2Cb%7Cc|d', 'pipeDelimited', ['a,b', 'c', 'd']],
  ['v=', 'form', []],
  ['v', 'pipeDelimited', []],
  ['w=1&%76=%E2%82,%', 'form', ['\uFFFD', '%']],
  ['w=a,b', 'form', undefined],
])('%s in the style %s', (search, style, value) => {
  expect(read(search, { type: 'array', items: { type: 'string' } }, { style, explode: false })).toEqual(value);
});

test('an encoded comma parts numbers, too', () => {
  expect(read('v=1%2C2,3', ref('List'), { explode: false })).toEqual([1, 2, 3]);
});

test.each<[string, unknown]>([
  ['v=a,x%2Cy', { a: 'x,y' }],
  ['v=', {}],
])('the object %s', (search, value) => {
  expect(read(search, { type: 'object', properties: {} }, { explode: false })).toEqual(value);
});

const deep: JsonSchema = {
  type: 'object',
  properties: {
    age: { type: 'integer' },
    tags: { type: 'array', items: { type: 'integer' } },
    range: { type: 'object', properties: { from: { type: 'integer' } } },
  },
};
test.each<[string, unknown]>([
  ['v[age]=5', { age: 5 }],
  ['v[tags]=1&v[tags]=2', { tags: [1, 2] }],
  ['v[tags]=1', { tags: [1] }],
  ['v[range][from]=3&v[range][to]=4&v[age]=5', { range: { from: 3, to: '4' }, age: 5 }],
  ['v[age][x]=5', { age: { x: '5' } }],
  ['v[__proto__][x]=5', { ['__proto__']: { x: '5' } }],
  ['v[age=5&v[age]x=5&va[age]=5&v=5', undefined],
])('the object %s in brackets', (search, value) => {
  const found = read(search, deep, { style: 'deepObject' });
  expect(JSON.stringify(found)).toBe(JSON.stringify(value));
});

test('an object in brackets that is too deep is not read', () => {
  const text = JSON.stringify(read(`v${'[a]'.repeat(5000)}=5`, deep, { style: 'deepObject' }));
  expect(text).toBe(`${'{"a":'.repeat(17)}null${'}'.repeat(17)}`);
});

test.each<[string, JsonSchema, unknown]>([
  ['v=a%20b%3Bc; w=1', { type: 'string' }, 'a b;c'],
  ['w=1; v=100%', { type: 'string' }, '100%'],
  ['v=a=b+c', { type: 'string' }, 'a=b+c'],
  ['v=1%2C2', ref('List'), [1, 2]],
])('the cookie %s', (cookie, schema, value) => {
  const parameter: RouteParameter = { name: 'v', in: 'cookie', required: false, schema };
  const route = { id: 'x', method: 'GET', path: '/', parameters: [parameter], responses: {} };
  const query = { values: new URLSearchParams(), text: '' };
  expect(parameterReader(route, definitions)({}, query, new Headers({ cookie })).cookies['v']).toEqual(value);
});

const point: JsonSchema = { type: 'object', properties: { x: { type: 'integer' }, name: { type: 'string' } } };
test.each<[string, Partial<RouteParameter>, unknown]>([
  ['x,1,name,a', {}, { x: 1, name: 'a' }],
  ['x=1,name=a=b', { explode: true }, { x: 1, name: 'a=b' }],
  ['{"x":1}', { json: true }, { x: 1 }],
  ['odd', {}, 'odd'],
])('the object %s in a path and a header', (text, more, value) => {
  const at = (place: 'path' | 'header'): RouteParameter => ({
    name: 'v',
    in: place,
    required: true,
    schema: point,
    ...more,
  });
  const route = { id: 'x', method: 'GET', path: '/{v}', parameters: [at('path'), at('header')], responses: {} };
  const query = { values: new URLSearchParams(), text: '' };
  const { path, headers } = parameterReader(route, definitions)({ v: text }, query, new Headers({ v: text }));
  expect([path['v'], headers['v']]).toEqual([value, value]);
});
