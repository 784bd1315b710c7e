// Servers that keep every promise of their spec in a way that the suite must allow.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from './plan/suite.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import { type Handler, startFake } from './testing/fake-server.js';

/** `METHOD /path?query` of each case of a spec whose id has a text in it. */
function planned(spec: string, text: string): string[] {
  const cases = casesOf(suiteOf(loadText(spec)), { pasted: false }).flatMap((group) => group.cases);
  return cases.filter((c) => c.id.includes(text)).map(({ request: r }) => `${r.method} ${r.path}${r.query}`);
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
      responses: { '201': { description: new }, '200': { description: ok }, '404': { description: no such order } }
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
      const value = objectIn(body);
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
  expect(new Set(planned(LINES, 'putLine/list'))).toEqual(new Set(['GET /orders/id1/lines']));
  const run = await certifyHandler(LINES, linesHandler());
  expect(failures(run)).toEqual({});
  expect(run.exitCode).toBe(0);
});

const FILTERED = `openapi: 3.2.0
info: { title: Lines, version: '1' }
paths:
  /lines:
    get:
      operationId: listLines
      parameters:
        - { name: state, in: query, schema: { type: string, enum: [open, shut] } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1 } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } } }
      x-docproof: { pages: [lines], cases: [{ id: list, page: lines, source: { file: lines.md, line: 1 }, request: { method: GET, url: 'https://lines.example/lines?state=shut&limit=5', headers: {} } }] }
    post: { operationId: addLine, responses: { '201': { description: made } } }
  /lines/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    delete: { operationId: removeLine, responses: { '204': { description: gone } } }
x-docproof: { version: 1, docs: { digest: x, languages: [en] }, sampleHosts: [lines.example], keySyntax: plain }
`;

it('how many a list has is asked without the options by which it may leave out what is new', () => {
  expect(planned(FILTERED, 'listLines/query/limit/1')).toEqual(['GET /lines?limit=1']);
  expect(planned(FILTERED, 'listLines/query/state/open')).toEqual(['GET /lines?limit=5&state=open']);
});

it.each([
  ['The body is not valid', []],
  ['Something is not valid', ['GET /lines?state=shut&limit=0']],
  ['The body or the query is not valid', ['GET /lines?state=shut&limit=0']],
])('"%s" says of options what it says', (words, want) => {
  const spec = FILTERED.replace("responses: { '200'", `responses: { '400': { description: ${words} }, '200'`);
  expect(planned(spec, 'listLines/query-beyond/limit/0')).toEqual(want);
});

const VERSION = "{ name: version, in: query, required: true, schema: { type: string, enum: ['3'] } }";
const TENANT = '{ name: X-Tenant, in: header, required: true, schema: { type: string, enum: [main] } }';
const THINGS = `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    parameters: [${VERSION}, ${TENANT}]
    get:
      operationId: findThings
      parameters: [{ name: q, in: query, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } }
    post:
      operationId: createThing
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
  /things/{id}:
    parameters: [${VERSION}, ${TENANT}, { name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: getThing
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        '404': { description: none }
    put:
      operationId: putThing
      parameters: [{ name: If-Match, in: header, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
      responses: { '200': { description: ok }, '404': { description: none } }
    delete: { operationId: removeThing, responses: { '204': { description: gone }, '404': { description: none } } }
components: { schemas: { Thing: { type: object, required: [id, name], properties: { id: { type: integer }, name: { type: string } } } } }
`;

function thingsHandler(): Handler {
  const things = new Map<string, Record<string, unknown>>();
  let last = 0;
  return ({ method, path, body, headers }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const id = pathname.split('/')[2];
    if (searchParams.get('version') !== '3' || headers['x-tenant'] !== 'main') return { status: 400 };
    if (method === 'GET' && id === undefined) {
      const q = searchParams.get('q');
      return q === null ? { status: 400 } : { status: 200, body: [...things.values()].filter((t) => t['name'] === q) };
    }
    const known = id === undefined ? { id: ++last } : things.get(id);
    if (!known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    if (method === 'DELETE') return { status: things.delete(id ?? '') ? 204 : 404 };
    if (method === 'PUT' && headers['if-match'] === undefined) return { status: 428 };
    const name = objectIn(body)?.['name'];
    if (typeof name !== 'string') return { status: 400 };
    const thing = { ...known, name };
    things.set(String(known['id']), thing);
    return { status: id === undefined ? 201 : 200, body: thing };
  };
}

it('what an operation cannot do without is sent by stories, preparations, probes and removals', async () => {
  const [asDocumented] = planned(THINGS, 'findThings/as-documented');
  expect(asDocumented).toMatch(/^GET \/things\?version=3&q=./);
  expect(new Set(planned(THINGS, 'createThing/list'))).toEqual(new Set([asDocumented]));
  expect(planned(THINGS, 'createThing/gone')).toEqual(['GET /things/new?version=3']);
  const run = await certifyHandler(THINGS, thingsHandler());
  expect(failures(run)).toEqual({});
  expect(run.cleaning.left).toEqual([]);
  expect(run.exitCode).toBe(0);
});

it.each([400, 422])(
  'a key of another form may be refused with %d where documents only tell of what is missing',
  async (status) => {
    const handle = thingsHandler();
    const run = await certifyHandler(THINGS, (request, base) =>
      /^\/things\/(?!\d+\?)/.test(request.path) ? { status } : handle(request, base),
    );
    expect(failures(run)).toEqual({});
    expect(run.cases.find((c) => c.id === 'derived/getThing/malformed-key/id')?.outcome).toBe('passed');
  },
);

it.each([{ status: 429 }, { status: 503, headers: { 'Retry-After': '0' } }])(
  'a server that only puts requests off breaks no promise: %j',
  async (answer) => {
    const run = await certifyHandler(THINGS, () => answer);
    expect(failures(run)).toEqual({});
    expect(run).toMatchObject({ verdict: 'undetermined', exitCode: 3, counts: { passed: 0, failed: 0 } });
    expect(new Set(run.cases.map((c) => c.outcome))).toEqual(new Set(['cantTell']));
    expect(
      run.cases.filter(
        (c) => !/--rate N|answered 503/.test(c.reason ?? '') && !c.reason?.endsWith('on which it builds'),
      ),
    ).toEqual([]);
    expect(run.cases.filter((c) => c.reason?.includes(' failed, '))).toEqual([]);
  },
);

it('what builds on a delete that is not sent is not judged', async () => {
  const outbound = LINES.replace('operationId: removeLine,', '$& x-docproof: { sideEffects: outbound },');
  const run = await certifyHandler(outbound, linesHandler());
  expect(failures(run)).toEqual({});
  expect(run.cases.find((c) => c.id.endsWith('putLine/gone'))?.outcome).toBe('untested');
});

it('what builds on a delete that is declared unsupported is not asked for either', async () => {
  const server = await startFake(linesHandler());
  const run = await certifyFake(LINES, server.url, { unsupported: ['removeLine'] });
  await server.close();
  expect(failures(run)).toEqual({});
  expect(run.cases.find((c) => c.id.endsWith('putLine/gone'))?.outcome).toBe('inapplicable');
});

it('a read-back that is limited leaves open what it was for', async () => {
  const handle = thingsHandler();
  const run = await certifyHandler(THINGS, (request, base) =>
    request.method === 'GET' && request.path.startsWith('/things/') ? { status: 429 } : handle(request, base),
  );
  expect(failures(run)).toEqual({});
  expect(run.cases.find((c) => c.id === 'story/things-createThing/create')).toMatchObject({
    outcome: 'cantTell',
    reason: expect.stringContaining('limits the rate'),
  });
});

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    post:
      operationId: createNote
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: getNote
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, '404': { description: none } }
    patch:
      operationId: patchNote
      parameters: [{ name: If-Match, in: header, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
      responses: { '200': { description: ok }, '400': { description: wrong }, '404': { description: none }, '412': { description: changed since } }
    delete: { operationId: removeNote, responses: { '204': { description: gone }, '404': { description: none } } }
  /notes/{id}/picture:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getPicture, responses: { '200': { description: ok, content: { image/png: {} } }, '404': { description: none } } }
    put:
      operationId: putPicture
      requestBody: { required: true, content: { image/png: {} } }
      responses: { '204': { description: kept }, '404': { description: none } }
components:
  schemas:
    Note: { type: object, properties: { id: { type: integer, readOnly: true }, at: { type: object, required: [x], properties: { x: { type: integer }, y: { type: integer } } } } }
`;

function notesHandler(): Handler {
  const notes = new Map<string, { note: Record<string, unknown>; version: number }>();
  let last = 0;
  return ({ method, path, body, headers }) => {
    const [, , id, picture] = path.split('/');
    const known = id === undefined ? { note: { id: ++last }, version: 0 } : notes.get(id);
    if (!known || (picture && method === 'GET')) return { status: 404 };
    if (picture) return { status: 204 };
    const version = { ETag: `"${known.version}"` };
    if (method === 'DELETE') return { status: notes.delete(id ?? '') ? 204 : 404 };
    if (method === 'GET') return { status: 200, headers: version, body: known.note };
    const [wanted, given] = [headers['if-match'], objectIn(body)];
    if (wanted !== undefined && wanted !== '*' && !wanted.split(', ').includes(version.ETag)) return { status: 412 };
    const at = (given?.['at'] ?? {}) as Record<string, unknown>;
    const fits = given && typeof at === 'object' && Object.values(at).every(Number.isInteger);
    const whole = id !== undefined || given?.['at'] === undefined || Object.hasOwn(Object(at), 'x');
    if (!fits || !whole) return { status: 400 };
    const changed = { ...known.note, ...('at' in given ? { at } : {}) };
    notes.set(String(known.note['id']), { note: changed, version: known.version + 1 });
    return { status: id === undefined ? 201 : 200, body: changed };
  };
}

it('versions that only reads tell, a change of a part, and what is not there yet', async () => {
  const run = await certifyHandler(NOTES, notesHandler());
  expect(failures(run)).toEqual({});
  expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
  expect(run.cases.map((c) => c.id)).toContain('derived/patchNote/if-match/current');
});
