// What is said of a contract before any code is made of it.
import { describe, expect, it } from 'vitest';
import { apiOf } from '../spec/contract/load.js';
import { contractDiagnostics } from './contract-diagnostics.js';
import { routeTable } from './server/route-table.js';

const found = (rest: object): string[] =>
  contractDiagnostics(apiOf({ openapi: '3.1.0', info: {}, paths: {}, ...rest })).map(
    ({ code, message }) => `${code} ${message}`,
  );

describe('references into other files', () => {
  it.each([
    ['./pet.yaml#/Pet', '"./pet.yaml#/Pet"'],
    ['pet.json', '"pet.json"'],
    ['https://h.example/x', '"https://h.example/x"'],
  ])('%s is an error with its place', ($ref, said) => {
    const schemas = { 'A/b': { properties: { default: { $ref } } } };
    expect(found({ components: { schemas } })).toEqual([
      `generate/external-reference #/components/schemas/A~1b/properties/default: $ref to ${said}, outside of this file`,
    ]);
  });

  it('counts all of them', () => {
    const ref = { $ref: 'a.yaml' };
    expect(found({ components: { schemas: { A: ref, B: { anyOf: [ref, ref] } } } })[0]).toContain('and 2 more like it');
  });

  it.each([
    ['a local one', { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } }],
    ['a property of that name', { components: { schemas: { A: { properties: { $ref: { type: 'string' } } } } } }],
    ['a sample', { components: { schemas: { A: { example: { $ref: 'x' }, default: { $ref: 'y' } } } } }],
  ])('%s is none', (_, rest) => {
    expect(found(rest)).toEqual([]);
  });
});

it('says which path parameters have a style that is not supported', () => {
  const parameters = [{ name: 'id', in: 'path', required: true, style: 'matrix', schema: { type: 'string' } }];
  expect(found({ paths: { '/a/{id}': { get: { operationId: 'a', parameters } } } })).toEqual([
    'generate/style-unsupported a: the path parameter id has the style matrix, and is read and written as simple',
  ]);
});

it('says which parameters are in a place that is not supported', () => {
  const parameters = [{ name: 'all', in: 'querystring', content: { 'application/json': { schema: {} } } }];
  expect(found({ paths: { '/a': { get: { operationId: 'a', parameters } } } })).toEqual([
    'generate/parameter-unsupported a: the parameter all is in: querystring, which is not supported, so it is left out',
  ]);
});

it('says which ids are given twice, and names each operation by itself', () => {
  const get = (operationId: string): object => ({ get: { operationId, responses: {} } });
  const paths = { '/a': get('list'), '/b/{id}': get('list'), '/c': get('List'), '/d': get('other') };
  expect(found({ paths })).toEqual([
    'generate/operation-id-repeated GET /b/{id} has the operationId list of GET /a, and is named by its method and path',
  ]);
  const api = apiOf({ openapi: '3.1.0', info: {}, paths });
  expect(routeTable(api).operations.map(({ route }) => route.id)).toEqual(['list', 'getBId', 'getC', 'other']);
});
