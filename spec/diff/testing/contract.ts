// Small contracts for tests of `diff`: one operation, and the parts of it that a test replaces.
import type { Api } from '../../contract/api.js';
import { loadApi } from '../../contract/load.js';

export type Json = Record<string, unknown>;

const CONTENT = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

/** A contract of one operation, `PUT /things/{id}`, with parts of it replaced. */
export function contract(operation: Json, root: Json = {}): Api {
  const put = {
    operationId: 'updateThing',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { '200': { description: 'ok' } },
    'x-docproof': { pages: ['thing'], source: { file: 'thing.md', line: 3 } },
    ...operation,
  };
  return load({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/things/{id}': { put } }, ...root });
}

export function load(document: Json): Api {
  const { api, diagnostics } = loadApi(JSON.stringify(document), 'test.json');
  if (!api) throw new Error(JSON.stringify(diagnostics));
  return api;
}

export const body = (schema: Json, rest: Json = {}): Json => ({ requestBody: { ...CONTENT(schema), ...rest } });
export const answer = (schema: Json): Json => ({ responses: { '200': { description: 'ok', ...CONTENT(schema) } } });
export const field = (schema: Json): Json => ({ type: 'object', properties: { Name: schema } });
export const query = (schema: Json, rest: Json = {}): Json => ({
  parameters: [{ name: 'top', in: 'query', schema, ...rest }],
});
export const status = (name: string, rest: Json = {}): Json => ({
  responses: { [name]: { description: 'x', ...rest } },
});
export const headers = (h: Json): Json => ({ responses: { '200': { description: 'ok', headers: h } } });
export const errors = (list: Json[]): Json => ({ 'x-docproof': { version: 1, errors: list } });
export const S = { type: 'string' };

/** A rule, the old contract, the new one, the wanted level, and words of the wanted message. */
export type Example = [rule: string, before: Api, after: Api, level: string, words: string];
