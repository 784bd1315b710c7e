// What documents say is recorded of each change of a state: in the thing itself, and in a list below it.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const TRIP = '{ $ref: "#/components/schemas/Trip" }';
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]';
const NONE = "'404': { description: None }";
const SPEC = `openapi: 3.1.0
info: { title: Trips, version: '1' }
paths:
  /trips:
    post: { operationId: addTrip, requestBody: { required: true, ${json('{ type: object, required: [name], properties: { name: { type: string } } }')} }, responses: { '201': { description: Made, ${json(TRIP)} }, '422': { description: Wrong } } }
  /trips/{id}:
    ${ID}
    get: { operationId: getTrip, responses: { '200': { description: OK, ${json(TRIP)} }, ${NONE} } }
    patch: { operationId: changeTrip, requestBody: { required: true, ${json('{ type: object, properties: { status: { type: string, enum: [open, away] } } }')} }, responses: { '200': { description: OK, ${json(TRIP)} }, ${NONE}, '422': { description: Wrong } } }
    delete: { operationId: dropTrip, responses: { '204': { description: Gone }, ${NONE} } }
  /trips/{id}/events:
    ${ID}
    get: { operationId: listEvents, description: 'What happened, newest first. Each change of the status adds an event.', responses: { '200': { description: OK, ${json('{ type: array, items: { type: object, properties: { what: { type: string }, at: { type: string, format: date-time } } } }')} }, ${NONE} } }
components:
  schemas:
    Trip:
      type: object
      required: [id, name, status, log]
      properties:
        id: { type: integer }
        name: { type: string }
        status: { type: string, enum: [open, away], description: New trips are open. }
        log: { type: array, description: 'One entry for each change of the status, oldest first.', items: { type: object, properties: { to: { type: string } } } }
`;

interface Trip {
  id: number;
  name: string;
  status: string;
  log: object[];
}

/** @param wrong its habit; `notes the making` is none */
function trips(wrong: string): Handler {
  const all = new Map<string, { trip: Trip; events: object[] }>();
  let last = 0;
  const noted = (what: string): object => ({ what, at: new Date(Date.UTC(2026, 1, 1) + ++last * 1000).toISOString() });
  const change = ({ trip, events }: { trip: Trip; events: object[] }, status: unknown): void => {
    if (typeof status !== 'string' || status === trip.status) return;
    trip.status = status;
    if (wrong === 'keeps the last entry') trip.log.length = 0;
    if (wrong !== 'logs nothing') trip.log.push({ to: status });
    if (wrong !== 'tells nothing') events.unshift(noted(status));
    if (wrong === 'tells the oldest first') events.reverse();
  };
  return ({ method, path, body }) => {
    const [, , id, part] = path.split('/');
    const given = objectIn(body);
    if (id === undefined) {
      if (typeof given?.['name'] !== 'string') return { status: 422 };
      const trip: Trip = { id: ++last, name: given['name'], status: 'open', log: [] };
      if (wrong === 'keeps the last entry') trip.log.push({ to: 'open' });
      all.set(String(trip.id), { trip, events: wrong === 'forgets the making' ? [] : [noted('made')] });
      return { status: 201, body: trip };
    }
    const found = all.get(id);
    if (!found) return { status: 404 };
    if (part === 'events') return { status: 200, body: found.events };
    if (method === 'DELETE') return { status: all.delete(id) ? 204 : 404 };
    const { status = found.trip.status } = given ?? {};
    if (
      method === 'PATCH' &&
      (!given || (status !== 'open' && status !== 'away') || typeof (given['name'] ?? '') !== 'string')
    )
      return { status: 422 };
    if (method === 'PATCH') change(found, status);
    if (method === 'PATCH' && typeof given?.['name'] === 'string' && given['name'] !== found.trip.name) {
      found.trip.name = given['name'];
      if (wrong !== 'tells nothing') found.events.unshift(noted('renamed'));
    }
    return { status: 200, body: found.trip };
  };
}

it.each(['', 'forgets the making'])('passes a right server whole: %s', async (liberty) => {
  const run = await certifyHandler(SPEC, trips(liberty));
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([]);
});

it.each([
  ['logs nothing', { 'story/addTrip-recorded-log/read': ['counted'] }],
  ['keeps the last entry', { 'story/addTrip-recorded-log/read': ['counted'] }],
  ['tells nothing', { 'story/addTrip-listEvents/list-after': ['recorded'] }],
  ['tells the oldest first', { 'story/addTrip-listEvents/list-after': ['ordered'] }],
])('a server that %s', async (wrong, found) => {
  expect(failures(await certifyHandler(SPEC, trips(wrong), 'addTrip-'))).toEqual(found);
});

it('wants no entry where none is told of', async () => {
  const spec = SPEC.replace('One entry for each change of the status, ', '').replace(
    'Each change of the status adds an event.',
    '',
  );
  const run = await certifyHandler(spec, trips('tells nothing'));
  expect(run.counts.passed).toBeGreaterThan(0);
  expect(failures(run)).toEqual({});
});

const RENAMED = SPEC.replace(
  '{ status: { type: string, enum: [open, away] } } }',
  '{ name: { type: string, example: bay } } }',
).replace('{ name: { type: string } } }', '{ name: { type: string, example: sea } } }');

it.each([
  ['Each change of a trip adds an event: when it is renamed, for one.', ['recorded']],
  ['Each change of the status adds an event.', []],
  ['Each change of a trip may be logged.', []],
])('of what has no states to go through, any change is made: %s', async (told, rules) => {
  const spec = RENAMED.replace('Each change of the status adds an event.', told);
  expect(failures(await certifyHandler(spec, trips('')))).toEqual({});
  const wrong = failures(await certifyHandler(spec, trips('tells nothing'), 'addTrip-'));
  expect(Object.values(wrong)).toEqual(rules.length > 0 ? [rules] : []);
});
