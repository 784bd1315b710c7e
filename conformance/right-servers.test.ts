// Servers that keep every promise of their spec in a way that the suite must allow.
import { afterEach, expect, it } from 'vitest';
import { casesOf, suiteOf } from './plan/suite.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { type FakeServer, type Handler, startFake } from './testing/fake-server.js';

let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function certifyRight(spec: string, handler: Handler) {
  server = await startFake(handler);
  return certifyFake(spec, server.url);
}

/** `METHOD /path?query` of each case of a spec whose id has a text in it. */
function planned(spec: string, text: string): string[] {
  const cases = casesOf(suiteOf(loadText(spec)), { pasted: false }).flatMap((group) => group.cases);
  return cases.filter((c) => c.id.includes(text)).map(({ request: r }) => `${r.method} ${r.path}${r.query}`);
}

/** The object that a body is, if it is one. */
function read(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const LINES = `openapi: 3.1.0
info: { title: Lines, version: '1' }
paths:
  /orders:
    post:
      operationId: createOrder
      responses: { '201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer } } } } } } }
  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    delete: { operationId: removeOrder, responses: { '204': { description: gone } } }
  /orders/{id}/lines:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: listLines
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Line' } } } } } }
  /orders/{id}/lines/{sku}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
      - { name: sku, in: path, required: true, schema: { type: string } }
    put:
      operationId: putLine
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Line' } } } }
      responses: { '201': { description: new }, '200': { description: ok } }
    get:
      operationId: getLine
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Line' } } } }
        '404': { description: none }
    delete: { operationId: removeLine, responses: { '204': { description: gone }, '404': { description: none } } }
components: { schemas: { Line: { type: object, required: [quantity], properties: { quantity: { type: integer } } } } }
`;

function linesHandler(): Handler {
  const orders = new Map<string, Map<string, unknown>>();
  let last = 0;
  return ({ method, path, body }) => {
    const [, id = '', lines, sku] = path.split('/').slice(1);
    if (id === '') {
      orders.set(String(++last), new Map());
      return { status: 201, body: { id: last } };
    }
    const order = orders.get(id);
    if (!order) return { status: 404 };
    if (lines === undefined) return { status: orders.delete(id) ? 204 : 404 };
    if (sku === undefined) return { status: 200, body: [...order.values()] };
    const known = order.get(sku);
    if (method === 'PUT') {
      const value = read(body);
      if (!Number.isInteger(value?.['quantity'])) return { status: 400 };
      order.set(sku, value);
      return { status: known ? 200 : 201 };
    }
    if (!known) return { status: 404 };
    if (method === 'DELETE') return { status: order.delete(sku) ? 204 : 404 };
    return { status: 200, body: known };
  };
}

it('a list of what clients name stands where its items do, and need not show their keys', async () => {
  expect(planned(LINES, 'putLine/list')).toEqual(['GET /orders/id1/lines', 'GET /orders/id1/lines']);
  const run = await certifyRight(LINES, linesHandler());
  expect(failures(run)).toEqual({});
  expect(run.exitCode).toBe(0);
});
