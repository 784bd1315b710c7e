// What is refused for its state, and what the run tries to change that.
import { expect, it } from 'vitest';
import { certifyHandler } from '../testing/certify-handler.js';
import type { Handler } from '../testing/fake-server.js';

const DRAFTS = `openapi: 3.1.0
info: { title: Drafts, version: '1' }
paths:
  /drafts:
    post:
      operationId: createDraft
      responses: { '201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer } } } } } } }
  /drafts/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getDraft, responses: { '200': { description: ok, content: { application/json: { schema: { properties: { id: { type: integer }, state: { type: string } } } } } }, '404': { description: none } } }
    delete: { operationId: removeDraft, responses: { '204': { description: gone }, '404': { description: none } } }
  /drafts/{id}/publish:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post:
      operationId: publishDraft
      description: Sets state to out.
      responses: { '200': { description: ok, content: { application/json: { schema: { properties: { state: { type: string } } }, example: { state: out } } } }, '404': { description: none }, '409': { description: nobody has read it yet } }
`;

/** Nothing can be published before somebody has read it, for which there is no request. */
function unread(): Handler {
  const drafts = new Set<string>();
  let last = 0;
  return ({ method, path }) => {
    const [, id = '', action] = path.split('/').slice(1);
    if (id === '') {
      drafts.add(String(++last));
      return { status: 201, body: { id: last } };
    }
    if (!drafts.has(id)) return { status: 404 };
    if (action !== undefined) return { status: 409 };
    if (method === 'DELETE') return { status: drafts.delete(id) ? 204 : 404 };
    return { status: 200, body: { id: Number(id), state: 'new' } };
  };
}

it('is not judged by the answer about what was removed', async () => {
  const { cases } = await certifyHandler(DRAFTS, unread());
  const published = cases.filter(({ id }) => id.includes('publishDraft'));
  expect(published.length).toBeGreaterThan(0);
  expect(published.filter(({ outcome }) => outcome === 'failed').map(({ id, reason }) => [id, reason])).toEqual([]);
  expect(published.map(({ outcome }) => outcome)).toContain('cantTell');
});

const SWITCHES = `openapi: 3.1.0
info: { title: Lamps, version: '1' }
paths:
  /lamps:
    post:
      operationId: hang
      responses: { '201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer } } } } } } }
  /lamps/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: look, responses: { '200': { description: ok, content: { application/json: { schema: { properties: { id: { type: integer } } } } } }, '404': { description: none } } }
    delete: { operationId: takeDown, responses: { '204': { description: gone }, '404': { description: none }, '409': { description: it is on } } }
  /lamps/{id}/switch:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post: { operationId: switch, responses: { '200': { description: ok }, '404': { description: none } } }
  /lamps/{id}/restore:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post: { operationId: restore, responses: { '200': { description: ok }, '404': { description: none }, '409': { description: it hangs } } }
`;

/** What is on can't be taken down. */
function switched(): Handler {
  const lamps = new Map<string, { on: boolean; gone: boolean }>();
  return ({ method, path }) => {
    const [, id = '', action] = path.split('/').slice(1);
    if (id === '') {
      lamps.set(String(lamps.size + 1), { on: false, gone: false });
      return { status: 201, body: { id: lamps.size } };
    }
    const lamp = lamps.get(id);
    if (!lamp || (lamp.gone && action !== 'restore')) return { status: 404 };
    if (action === 'restore' && !lamp.gone) return { status: 409 };
    if (action === 'restore') lamp.gone = false;
    if (action === 'switch') lamp.on = !lamp.on;
    if (method === 'DELETE' && lamp.on) return { status: 409 };
    if (method === 'DELETE') lamp.gone = true;
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: { id: Number(id) } };
  };
}

it('what is restored is removed first, whatever else can be done to it', async () => {
  const { cases } = await certifyHandler(SWITCHES, switched());
  const restored = cases.find(({ id }) => id.includes('restore/as-documented'));
  expect([restored?.outcome, restored?.reason]).toEqual(['passed', '']);
});

const JARS = `openapi: 3.1.0
info: { title: Jars, version: '1' }
paths:
  /jars:
    post:
      operationId: takeJar
      responses: { '201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer } } } } } } }
  /jars/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: lookIn, responses: { '200': { description: ok, content: { application/json: { schema: { properties: { id: { type: integer }, state: { type: string } } } } } }, '404': { description: none } } }
    delete: { operationId: breakJar, responses: { '204': { description: gone }, '404': { description: none } } }
  /jars/{id}/plums:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post:
      operationId: putPlum
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { ripe: { type: boolean } } }, example: { ripe: true } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer } } } } } }, '404': { description: none } }
  /jars/{id}/plums/{plum}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }, { name: plum, in: path, required: true, schema: { type: integer } }]
    delete: { operationId: eatPlum, responses: { '204': { description: gone }, '404': { description: none } } }
  /jars/{id}/seal:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post: { operationId: seal, description: Sets state to sealed., responses: { '200': { description: ok, content: { application/json: { schema: { properties: { state: { type: string } } }, example: { state: sealed } } } }, '404': { description: none }, '409': { description: it is empty or sealed } } }
  /jars/{id}/open:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    post: { operationId: open, description: Sets state to open., responses: { '200': { description: ok, content: { application/json: { schema: { properties: { state: { type: string } } }, example: { state: open } } } }, '404': { description: none }, '409': { description: it is open } } }
`;

/** An empty jar can't be sealed, and one with plums in it can't be broken. */
function jars(): Handler {
  const all = new Map<string, { plums: Set<string>; sealed: boolean }>();
  let last = 0;
  return ({ method, path }) => {
    const [, id = '', part, plum] = path.split('/').slice(1);
    if (id === '') {
      all.set(String(++last), { plums: new Set(), sealed: false });
      return { status: 201, body: { id: last } };
    }
    const jar = all.get(id);
    if (!jar) return { status: 404 };
    if (part === 'seal' && (jar.sealed || jar.plums.size === 0)) return { status: 409 };
    if (part === 'open' && !jar.sealed) return { status: 409 };
    if (part === 'seal' || part === 'open') jar.sealed = part === 'seal';
    if (part === 'plums' && method === 'POST') {
      jar.plums.add(String(++last));
      return { status: 201, body: { id: last } };
    }
    if (plum !== undefined) return { status: jar.plums.delete(plum) ? 204 : 404 };
    if (method === 'DELETE' && jar.plums.size > 0) return { status: 409 };
    if (method === 'DELETE') all.delete(id);
    return method === 'DELETE'
      ? { status: 204 }
      : { status: 200, body: { id: Number(id), state: jar.sealed ? 'sealed' : 'open' } };
  };
}

it('something is put into what is refused as empty, and other actions are tried once more then', async () => {
  const { cases, cleaning } = await certifyHandler(JARS, jars());
  const done = cases.filter(({ id }) => /(?:seal|open)\/as-documented/.test(id));
  expect(done.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['passed', ''],
    ['passed', ''],
  ]);
  // What was put into it is removed before it.
  expect(cleaning.left).toEqual([]);
});

const REPORTS = `openapi: 3.1.0
info: { title: Reports, version: '1' }
paths:
  /reports:
    post: { operationId: startReport, responses: { '202': { description: begun, content: { application/json: { schema: { properties: { id: { type: integer } } } } } } } }
  /reports/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getReport, responses: { '200': { description: ok, content: { application/json: { schema: { properties: { id: { type: integer } } } } } }, '404': { description: none } } }
    delete:
      operationId: removeReport
      responses: { '204': { description: gone }, '404': { description: none }, '409': { description: it has a file } }
      x-docproof: { cases: [{ id: report/remove, page: p, source: { file: p.md, line: 1 }, request: { method: DELETE, url: 'https://a.example/reports/1?force=true', headers: {} } }] }
  /reports/{id}/file:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getFile, responses: { '200': { description: ok, content: { text/csv: {} } }, '404': { description: none }, '409': { description: not yet } } }
`;

it('is waited for where it is made in the background, and removed as the documents show it where it is held back', async () => {
  const asked = new Map<string, number>();
  const { cases, cleaning } = await certifyHandler(
    REPORTS,
    ({ method, path: whole }) => {
      const [path = '', query = ''] = whole.split('?');
      const [, id = '', file] = path.split('/').slice(1);
      if (id === '') return { status: 202, body: { id: asked.set(String(asked.size + 1), 0).size } };
      const times = asked.get(id);
      if (times === undefined) return { status: 404 };
      if (method === 'DELETE') return { status: query.includes('force=true') ? (asked.delete(id) ? 204 : 404) : 409 };
      if (file === undefined) return { status: 200, body: { id: Number(id) } };
      asked.set(id, times + 1);
      return times === 0 ? { status: 409 } : { status: 200, headers: { 'Content-Type': 'text/csv' }, body: 'a,b' };
    },
    'getFile',
  );
  expect(cases.map(({ id, outcome }) => [id, outcome])).toContainEqual(['derived/getFile/as-documented', 'passed']);
  expect(cleaning.left).toEqual([]);
});

const BOOKLETS = SWITCHES.replaceAll('lamps', 'booklets')
  .replaceAll('switch', 'archive')
  .replace('restore:', 'unarchive:');

/** What is removed is gone for good. */
function archived(): Handler {
  const booklets = new Map<string, boolean>();
  return ({ method, path }) => {
    const [, id = '', action] = path.split('/').slice(1);
    if (id === '') {
      booklets.set(String(booklets.size + 1), false);
      return { status: 201, body: { id: booklets.size } };
    }
    if (!booklets.has(id)) return { status: 404 };
    if (action === 'unarchive' && !booklets.get(id)) return { status: 409 };
    if (action) booklets.set(id, action === 'archive');
    if (method === 'DELETE') booklets.delete(id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: { id: Number(id) } };
  };
}

it('what is taken out of an archive is archived first where there is such an action, and not removed', async () => {
  const { cases } = await certifyHandler(BOOKLETS, archived());
  const taken = cases.find(({ id }) => id.includes('restore/as-documented'));
  expect([taken?.outcome, taken?.reason]).toEqual(['passed', '']);
});

const at = (name: string): string =>
  `parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]`;
const ANSWER = 'content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }';
const PICKUPS = `openapi: 3.1.0
info: { title: Pickups, version: '1' }
paths:
  /orders:
    post: { operationId: order, responses: { '201': { description: made, ${ANSWER} } } }
  /orders/{orderId}:
    ${at('orderId')}
    get: { operationId: readOrder, responses: { '200': { description: it, ${ANSWER} }, '404': { description: none } } }
    delete: { operationId: dropOrder, responses: { '204': { description: gone } } }
  /orders/{orderId}/pay:
    ${at('orderId')}
    post: { operationId: pay, responses: { '200': { description: paid }, '409': { description: It is paid. } } }
  /pickups:
    post:
      operationId: fetch
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [orders], properties: { orders: { type: array, minItems: 1, description: Ids of paid orders., items: { type: string } } } }, example: { orders: [o1] } } }
      responses: { '202': { description: soon, ${ANSWER} }, '409': { description: CONFLICT } }
  /pickups/{pickupId}:
    ${at('pickupId')}
    get: { operationId: readPickup, responses: { '200': { description: it, ${ANSWER} }, '404': { description: none } } }
    delete: { operationId: dropPickup, responses: { '204': { description: gone } } }
`;

/** Fetches what is paid. */
function fetched(): Handler {
  const orders = new Map<string, boolean>();
  let last = 0;
  return ({ method, path, body }) => {
    if (method === 'DELETE') return { status: 204 };
    const [kind, id, action] = path.split('/').slice(1);
    if (kind === 'orders' && id === undefined) orders.set(`o${++last}`, false);
    if (kind === 'orders' && action) orders.set(id ?? '', true);
    if (kind !== 'pickups' || id !== undefined) return { status: id ? 200 : 201, body: { id: id ?? `o${last}` } };
    const [one] = /"o\d+"/.exec(body ?? '') ?? [];
    const isPaid = orders.get(one?.slice(1, -1) ?? '');
    if (isPaid === undefined) return { status: 422 };
    return isPaid ? { status: 202, body: { id: 'p1' } } : { status: 409 };
  };
}

it.each([
  ['An order is not paid.', 'passed'],
  ['The van is full.', 'failed'],
])('what a create refers to is brought into another state where a refusal speaks of it: %s', async (told, outcome) => {
  const { cases } = await certifyHandler(PICKUPS.replace('CONFLICT', told), fetched());
  expect(cases.find(({ id }) => id === 'story/pickups-fetch/create')?.outcome).toBe(outcome);
});
