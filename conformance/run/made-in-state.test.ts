// What is made in a thing that has to be in another state first, and parts of a thing that something has to set first.
import { expect, it } from 'vitest';
import { certifyHandler, objectIn } from '../testing/certify-handler.js';
import type { Handler } from '../testing/fake-server.js';

const ID = '{ name: id, in: path, required: true, schema: { type: integer } }';
const MADE =
  "'201': { description: made, content: { application/json: { schema: { properties: { id: { type: integer } } } } } }";
const GUEST = '{ type: object, required: [name], properties: { name: { type: string, maxLength: 20 } } }';
const command = (id: string, body: string): string =>
  `x-docproof: { cases: [{ id: guests/${id}, page: p, source: { file: p.md, line: 1 }, request: { method: POST, url: 'https://a.example/tours/1/guests${id === 'one' ? '' : '/many'}', headers: { Content-Type: application/json }, body: '${body}' } }] }`;
const TOURS = `openapi: 3.1.0
info: { title: Tours, version: '1' }
paths:
  /tours:
    post: { operationId: planTour, responses: { ${MADE} } }
  /tours/{id}:
    parameters: [${ID}]
    delete: { operationId: dropTour, responses: { '204': { description: gone }, '404': { description: none } } }
  /tours/{id}/stops:
    parameters: [${ID}]
    post:
      operationId: addStop
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { at: { type: string } } }, example: { at: mill } } } }
      responses: { ${MADE}, '404': { description: none }, '409': { description: no stop can be added now } }
  /tours/{id}/stops/{stop}:
    parameters: [${ID}, { name: stop, in: path, required: true, schema: { type: integer } }]
    delete: { operationId: skipStop, responses: { '204': { description: gone }, '404': { description: none } } }
  /tours/{id}/open:
    parameters: [${ID}]
    post: { operationId: openTour, responses: { '204': { description: open }, '404': { description: none }, '409': { description: it has no stops } } }
  /tours/{id}/guests:
    parameters: [${ID}]
    post:
      operationId: bookGuest
      ${command('one', '{"name":"Ada"}')}
      requestBody: { required: true, content: { application/json: { schema: ${GUEST}, example: { name: Ada } } } }
      responses: { ${MADE}, '404': { description: none }, '409': { description: the tour is not open }, '422': { description: wrong } }
  /tours/{id}/guests/many:
    parameters: [${ID}]
    post:
      operationId: bookMany
      ${command('many', '{"guests":[{"name":"Bo"},{"name":"Cy"}]}')}
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [guests], properties: { guests: { type: array } } }, example: { guests: [{ name: Bo }, { name: Cy }] } } } }
      responses: { '200': { description: made, content: { application/json: { schema: { properties: { guests: { type: array } } } } } }, '409': { description: the tour is not open }, '422': { description: wrong } }
  /guests/{id}:
    parameters: [${ID}]
    get: { operationId: getGuest, responses: { '200': { description: ok, content: { application/json: { schema: { properties: { id: { type: integer } } } } } }, '404': { description: none } } }
    delete: { operationId: dropGuest, responses: { '204': { description: gone }, '404': { description: none } } }
`;

/** Guests come only once a tour is open, which it can be with a stop; the state is looked at before the body. */
function tours(open: (stops: number) => boolean = (stops) => stops > 0, stopping = true): Handler {
  const all = new Map<string, { stops: number; open: boolean }>();
  const guests = new Set<string>();
  let last = 0;
  const made = (into?: Set<string>): number => {
    into?.add(String(++last));
    return last;
  };
  return ({ method, path, body }) => {
    const [first, id = '', part, more] = path.split('/').slice(1);
    if (first === 'guests' && method === 'DELETE') return { status: guests.delete(id) ? 204 : 404 };
    if (first === 'guests') return guests.has(id) ? { status: 200, body: { id: Number(id) } } : { status: 404 };
    if (id === '') {
      all.set(String(++last), { stops: 0, open: false });
      return { status: 201, body: { id: last } };
    }
    const tour = all.get(id);
    if (!tour) return { status: 404 };
    if (method === 'DELETE' && part === 'stops') return { status: 204 };
    if (method === 'DELETE') return { status: all.delete(id) ? 204 : 404 };
    if (part === 'stops' && !stopping) return { status: 409 };
    if (part === 'stops') return { status: 201, body: { id: made(), at: tour.stops++ } };
    if (part === 'open') {
      tour.open = open(tour.stops);
      return { status: tour.open ? 204 : 409 };
    }
    if (!tour.open) return { status: 409 };
    const sent = objectIn(body);
    const many = more !== undefined && Array.isArray(sent?.['guests']) ? sent['guests'] : [undefined];
    const wanted: Record<string, unknown>[] = more === undefined ? [sent] : many;
    const right = wanted.every((one) => typeof one?.['name'] === 'string' && one['name'].length <= 20);
    if (!right) return { status: 422 };
    const booked = wanted.map((one) => ({ id: made(guests), name: one?.['name'] }));
    return more === undefined ? { status: 201, body: booked[0] } : { status: 200, body: { guests: booked } };
  };
}

it('is made once actions, and what those need in the thing, let it; wrong requests are judged in that state', async () => {
  const { cases, cleaning } = await certifyHandler(TOURS, tours());
  const about = cases.filter(({ id }) => /bookGuest|bookMany|^guests/.test(id));
  expect(about.map(({ id }) => id).join()).toMatch(/missing\/name.*bookMany\/missing\/guests/);
  expect(about.flatMap(({ id, outcome, reason }) => (outcome === 'passed' ? [] : [[id, reason]]))).toEqual([]);
  expect(cleaning.left).toEqual([]);
});

it('two kinds of things that are both refused do not wait for each other', async () => {
  const { cases } = await certifyHandler(
    TOURS,
    tours(() => false, false),
  );
  const about = cases.filter(({ id }) => /addStop|bookGuest/.test(id));
  expect(about.flatMap(({ id, outcome }) => (outcome === 'failed' ? [id] : []))).toEqual([]);
  expect(about.some(({ outcome }) => outcome === 'cantTell')).toBe(true);
});

it('where nothing brings that state, a refusal for it fails nobody', async () => {
  const { cases } = await certifyHandler(
    TOURS,
    tours(() => false),
  );
  const about = cases.filter(({ id }) => id.includes('bookGuest'));
  expect(about.find(({ id }) => id.endsWith('/missing/name'))?.outcome).toBe('cantTell');
  expect(about.flatMap(({ id, outcome }) => (outcome === 'failed' ? [id] : []))).toEqual([]);
});

const SHOWN = 'content: { application/json: { schema: { properties: { text: { type: string } } } } }';
const shown = (method: string): string =>
  `x-docproof: { cases: [{ id: sign/${method}, page: p, source: { file: p.md, line: 1 }, request: { method: ${method}, url: 'https://a.example/doors/1/sign', headers: {} } }] }`;
const NOTED = (body: string): string => `openapi: 3.1.0
info: { title: Doors, version: '1' }
paths:
  /doors:
    post: { operationId: hang, responses: { ${MADE} } }
  /doors/{id}:
    parameters: [${ID}]
    delete: { operationId: unhinge, responses: { '204': { description: gone }, '404': { description: none } } }
  /doors/{id}/sign:
    parameters: [${ID}]
    get: { operationId: readSign, ${shown('GET')}, responses: { '200': { description: ok, ${SHOWN} }, '404': { description: there is none } } }
    put: { operationId: putUp, requestBody: { required: true, content: ${body} }, responses: { '204': { description: set }, '404': { description: none } } }
    delete: { operationId: takeDown, ${shown('DELETE')}, responses: { '204': { description: gone }, '404': { description: there is none } } }
`;
const TEXT =
  '{ application/json: { schema: { type: object, properties: { text: { type: string } } }, example: { text: Pull } } }';

/** @param keeps whether it has the sign that was put up */
function doors(keeps: boolean): Handler {
  const signs = new Map<string, unknown>();
  let last = 0;
  return ({ method, path, body }) => {
    const [, id = '', part] = path.split('/').slice(1);
    if (id === '') {
      signs.set(String(++last), undefined);
      return { status: 201, body: { id: last } };
    }
    if (!signs.has(id)) return { status: 404 };
    if (part === undefined) return { status: signs.delete(id) ? 204 : 404 };
    if (method === 'PUT' && typeof objectIn(body)?.['text'] !== 'string') return { status: 400 };
    if (method === 'PUT' && keeps) signs.set(id, objectIn(body));
    if (method === 'PUT') return { status: 204 };
    const sign = signs.get(id);
    if (sign === undefined) return { status: 404 };
    if (method === 'DELETE') signs.set(id, undefined);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: sign };
  };
}

it.each([
  ['a part is set before it is read or removed', TEXT, true, ['passed', 'passed']],
  ['one that is not there after that is missed', TEXT, false, ['failed', 'failed']],
  ['what the run cannot set is no fault of the server', '{ image/png: {} }', true, ['cantTell', 'cantTell']],
])('%s', async (_, body, keeps, wanted) => {
  const { cases } = await certifyHandler(NOTED(body), doors(keeps), 'sign/');
  const of = (name: string) => cases.find(({ id }) => id.includes(name))?.outcome;
  expect([of('sign/GET'), of('sign/DELETE')]).toEqual(wanted);
});
