// The mock: documented samples, made values, other answers on request, refusals in the API's shape.
import { expect, test } from 'vitest';
import { loadApi } from '../../spec/contract/load.js';
import { mockServer } from './mock-server.js';

const SPEC = `openapi: 3.1.0
info: { title: T, version: '1' }
x-docproof: { version: 1, errors: [{ code: E404, status: 404, message: gone }] }
paths:
  /cats:
    get:
      operationId: listCats
      parameters: [{ name: top, in: query, schema: { type: integer } }]
      responses:
        '200':
          description: Cats
          headers: { X-Total: { schema: { type: integer, example: 7 } }, ETag: { schema: { type: string } } }
          content: { application/json: { schema: { type: array }, examples: { one: { value: [Tom] }, none: { value: [] } } } }
        '404': { description: None, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
    post: { operationId: createCat, responses: { '201': { description: A cat, content: { application/json: { schema: { type: object, properties: { name: { type: string, example: Kit }, pin: { type: string, writeOnly: true } } } } } } } }
    delete: { operationId: deleteCats, responses: { '204': { description: Gone } } }
  /classes:
    get:
      operationId: classes
      responses:
        '200': { description: Yes }
        '409': { description: Busy, content: { application/json: { schema: { type: object, required: [holder], properties: { holder: { type: integer } } } } } }
        '410': { description: Gone, content: { text/plain: { schema: { type: string, example: gone } } } }
        4XX: { description: No, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
        default: { description: Other }
  /errors:
    get: { operationId: onlyErrors, responses: { '400': { description: Bad }, '404': { description: None } } }
  /elsewhere:
    get: { operationId: elsewhere, responses: { '404': { description: None }, '303': { description: There } } }
  /broken:
    get: { operationId: broken, responses: { '200': { description: Text, content: { application/json: { schema: { type: object }, example: '{ "a": 1, }' } } } } }
components: { schemas: { Error: { type: object, required: [code], properties: { code: { type: string }, message: { type: string } } } } }
`;

const { api } = loadApi(SPEC, 't.yaml');
if (!api) throw new Error('the fixture is no contract');
const server = mockServer(api, { validate: true });

test.each([
  ['GET /cats', '', 200, '["Tom"]'],
  ['GET /cats', 'example=none', 200, '[]'],
  ['GET /cats', 'code=404', 404, '{"code":"E404","message":"None"}'],
  ['GET /classes', 'code=409', 409, '{"holder":1}'],
  ['GET /classes', 'code=410', 410, 'gone'],
  ['GET /classes', 'code=422', 422, '{"code":"422","message":"No"}'],
  ['GET /classes', 'code=503', 503, ''],
  ['GET /classes', 'code=1000', 200, ''],
  ['GET /cats?top=x', '', 400, '{"code":"400","message":"the query parameter top must be integer"}'],
  ['POST /cats', '', 201, '{"name":"Kit"}'],
  ['DELETE /cats', '', 204, ''],
  ['GET /errors', '', 204, ''],
  ['GET /errors', 'code=400', 400, ''],
  ['GET /elsewhere', '', 303, ''],
  ['GET /broken', '', 200, '{ "a": 1, }'],
  ['GET /dogs', '', 404, '{"code":"E404","message":"there is nothing at /dogs"}'],
  ['PUT /cats', '', 405, '{"code":"405","message":"PUT is not possible here"}'],
])('%s, preferring "%s"', async (line, prefer, status, body) => {
  const [method = '', path = ''] = line.split(' ');
  const response = await server(new Request(`http://h${path}`, { method, headers: { prefer } }));
  expect([response.status, await response.text()]).toEqual([status, body]);
  if (line === 'GET /cats' && status === 200)
    expect(['x-total', 'etag'].map((name) => response.headers.get(name))).toEqual(['7', '"etag1"']);
});
