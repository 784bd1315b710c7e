// What the route table takes from a contract: where the API stands, and what its schemas check.
import { describe, expect, test } from 'vitest';
import { loadApi } from '../../spec/contract/load.js';
import { createServerCore } from '../../templates/server/runtime/server.js';
import { routeTable } from './route-table.js';

function tableOf(more: string): ReturnType<typeof routeTable> {
  const { api, diagnostics } = loadApi(`openapi: 3.1.0\ninfo: { title: T, version: '1' }\n${more}`, 'spec.yaml');
  if (!api) throw new Error(JSON.stringify(diagnostics));
  return routeTable(api);
}

test.each([
  ['https://api.example/v2/', '', '/v2'],
  ['/api', '', '/api'],
  ['https://{host}/v2', 'variables: { host: { default: api.example } }', '/v2'],
  ['https://api.example/{stage}', 'variables: { stage: { default: v1, enum: [v1, beta] } }', '/v1'],
  ['{base}/things', 'variables: { base: { default: "https://api.example/v3" } }', '/v3/things'],
  ['https://api.example/{tenant}', '', ''],
])('the API of %s (%s) stands under "%s"', (url, variables, path) => {
  expect(tableOf(`servers: [{ url: '${url}', ${variables} }]\npaths: {}\n`).basePath).toBe(path);
});

describe('what no part of a schema knows', () => {
  const body =
    '{ allOf: [{ properties: { name: {} } }], properties: { list: { prefixItems: [{}], unevaluatedItems: false } }, unevaluatedProperties: false }';
  const { operations, definitions } = tableOf(
    `paths: { /a: { put: { operationId: put, requestBody: { content: { application/json: { schema: ${body} } } }, responses: {} } } }\n`,
  );
  const routes = operations.map(({ route }) => route);
  const errorReply = (status: number, message: string) => ({ status, body: message });
  const server = createServerCore({ routes, definitions, errorReply }, { put: () => ({ status: 204 }) });

  test.each([
    [{ name: 'a', list: [1] }, 204],
    [{ name: 'a', other: 1 }, 400],
    [{ list: [1, 2] }, 400],
  ])('%j is answered %d', async (value, status) => {
    const init = { method: 'PUT', body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
    expect((await server(new Request('http://h.example/a', init))).status).toBe(status);
  });
});
