// Things that no operation creates, and that a list has: they are read and referred to, and never written.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const STATION = '{ type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }';
const BOOKING =
  '{ type: object, required: [station_id, seats], properties: { id: { type: integer, readOnly: true }, station_id: { type: string }, seats: { type: integer, minimum: 1, maximum: 9 } } }';

const TRAINS = `openapi: 3.1.0
info: { title: Trains, version: '1' }
paths:
  /stations:
    get: { operationId: listStations, responses: { '200': { description: ok, ${json(`{ properties: { data: { type: array, items: ${STATION} } } }`)} } } }
  /stations/{stationId}:
    parameters: [{ name: stationId, in: path, required: true, schema: { type: string } }]
    get: { operationId: getStation, responses: { '200': { description: ok, ${json(STATION)} }, '404': { description: none } } }
    patch: { operationId: nameStation, requestBody: { ${json('{ properties: { name: { type: string } } }')} }, responses: { '200': { description: ok }, '404': { description: none }, '422': { description: wrong } } }
  /stations/{stationId}/signs:
    parameters: [{ name: stationId, in: path, required: true, schema: { type: string } }]
    post: { operationId: putUp, responses: { '201': { description: made, ${json('{ properties: { id: { type: integer } } }')} } } }
  /stations/{stationId}/signs/{id}:
    parameters: [{ name: stationId, in: path, required: true, schema: { type: string } }, { name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getSign, responses: { '200': { description: ok }, '404': { description: none } } }
    delete: { operationId: takeDown, responses: { '204': { description: gone }, '404': { description: none } } }
  /bookings:
    post: { operationId: book, requestBody: { required: true, ${json(BOOKING)} }, responses: { '201': { description: made, ${json(BOOKING)} }, '422': { description: wrong } } }
  /bookings/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getBooking, responses: { '200': { description: ok, ${json(BOOKING)} }, '404': { description: none } } }
    delete: { operationId: unbook, responses: { '204': { description: gone }, '404': { description: none } } }
`;

/** @param signs addresses at which something was put up in a station */
function trainsHandler(stations: { id: string; name: string }[], signs: string[] = []): Handler {
  const bookings = new Map<string, object>();
  let last = 0;
  return ({ method, path, body }) => {
    const [, kind, id, inside] = path.split('/');
    if (inside !== undefined && method === 'POST') signs.push(path);
    if (inside !== undefined) return { status: 404 };
    const station = stations.find((one) => one.id === id);
    if (kind === 'stations' && id === undefined) return { status: 200, body: { data: stations } };
    if (kind === 'stations' && method === 'PATCH' && station) station.name = 'written';
    if (kind === 'stations') return station ? { status: 200, body: station } : { status: 404 };
    if (method === 'POST') {
      const given = objectIn(body);
      const seats = Number.isInteger(given?.['seats']) ? Number(given?.['seats']) : 0;
      if (!stations.some((one) => one.id === given?.['station_id']) || seats < 1 || seats > 9) return { status: 422 };
      bookings.set(String(++last), { id: last, station_id: given?.['station_id'], seats });
      return { status: 201, body: bookings.get(String(last)) };
    }
    const booking = bookings.get(id ?? '');
    if (!booking) return { status: 404 };
    return method === 'DELETE' ? { status: bookings.delete(id ?? '') ? 204 : 404 } : { status: 200, body: booking };
  };
}

it('what a list has is read, and named by what is created', async () => {
  const stations = [{ id: 'kx7', name: 'North' }];
  const signs: string[] = [];
  const run = await certifyHandler(TRAINS, trainsHandler(stations, signs));
  expect(failures(run)).toEqual({});
  const passed = run.cases.filter((c) => c.outcome === 'passed').map((c) => c.id);
  expect(passed).toEqual(
    expect.arrayContaining([
      'derived/getStation/as-documented',
      'derived/book/most/seats',
      'story/bookings-book/create',
    ]),
  );
  expect(stations).toEqual([{ id: 'kx7', name: 'North' }]);
  expect(signs).toEqual([]);
  const others = run.cases.filter((c) => c.outcome !== 'passed');
  expect(new Set(others.map((c) => `${c.operation} ${c.outcome}`))).toEqual(
    new Set(['nameStation untested', 'getSign untested', 'putUp untested', 'takeDown untested']),
  );
});

it('a list without anything leaves the cases undetermined', async () => {
  const run = await certifyHandler(TRAINS, trainsHandler([]), 'getStation/as-documented');
  expect(run.cases.map((c) => [c.outcome, c.reason])).toEqual([
    ['cantTell', 'there is none of stations to read, and no documented way to create one'],
  ]);
});
