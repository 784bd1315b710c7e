// Bikes that a client names by PUT, whose bodies may name them once more, and rides that name the bike they are of.

import { objectIn } from './certify-handler.js';
import type { Handler } from './fake-server.js';

const json = (schema: string): string =>
  `content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }`;
const WRONG = "'400': { description: wrong }";
const NONE = "'404': { description: none }";
const PLATE = "{ type: string, pattern: '^[A-Z0-9]{4,40}$' }";

export const BIKES = `openapi: 3.1.0
info: { title: Bikes, version: '1' }
paths:
  /bikes/{plate}:
    parameters: [{ name: plate, in: path, required: true, schema: ${PLATE} }]
    get: { operationId: getBike, responses: { '200': { description: ok, ${json('Bike')} }, ${NONE} } }
    put: { operationId: putBike, requestBody: { required: true, ${json('Bike')} }, responses: { '200': { description: ok, ${json('Bike')} }, '201': { description: made, ${json('Bike')} }, ${WRONG} } }
    delete: { operationId: removeBike, responses: { '204': { description: gone }, ${NONE} } }
  /rides:
    post: { operationId: createRide, requestBody: { required: true, ${json('Ride')} }, responses: { '201': { description: made, ${json('Ride')} }, '404': { description: no such bike }, ${WRONG} } }
  /rides/search:
    post: { operationId: findRides, requestBody: { required: true, ${json('Query')} }, responses: { '200': { description: ok }, ${WRONG} } }
  /rides/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getRide, responses: { '200': { description: ok, ${json('Ride')} }, ${NONE} } }
    put: { operationId: putRide, requestBody: { required: true, ${json('Ride')} }, responses: { '200': { description: ok, ${json('Ride')} }, '409': { description: of another bike }, ${WRONG}, ${NONE} } }
    delete: { operationId: removeRide, responses: { '204': { description: gone }, ${NONE} } }
components:
  schemas:
    Bike: { type: object, required: [model], properties: { plate: ${PLATE}, model: { type: string } } }
    Ride: { type: object, required: [plate, length], properties: { plate: { type: string, minLength: 4, maxLength: 40, description: The plate of the bike. }, note: { type: string }, length: { type: number }, id: { type: integer, readOnly: true } } }
    Query: { type: object, properties: { plate: { type: string } } }
`;

export const bikesHandler = (wrong = ''): Handler => {
  const all: Record<string, Map<string, Record<string, unknown>>> = { bikes: new Map(), rides: new Map() };
  let last = 0;
  return ({ method, path, body }) => {
    const [, of = '', key = ''] = path.split('/');
    const known = all[of]?.get(key);
    const sent = objectIn(body);
    if (method === 'GET') return known ? { status: 200, body: known } : { status: 404 };
    if (method === 'DELETE') return { status: all[of]?.delete(key) ? 204 : 404 };
    const { plate, model, length } = sent ?? {};
    const named = plate === undefined || typeof plate === 'string';
    if (key === 'search')
      return !sent || !(named || wrong === 'looks for anything') ? { status: 400 } : { status: 200, body: [] };
    if (of === 'bikes') {
      if (!sent || !/^[A-Z0-9]{4,40}$/.test(key) || (plate ?? key) !== key || typeof model !== 'string')
        return { status: 400 };
      all['bikes']?.set(key, { plate: key, model });
      return { status: known ? 200 : 201, body: { plate: key, model } };
    }
    const noted = sent?.['note'] === undefined || typeof sent['note'] === 'string';
    const fits = typeof plate === 'string' && plate.length > 3 && plate.length <= 40 && noted;
    if (method === 'PUT' && !known) return { status: 404 };
    if (!fits || typeof length !== 'number') return { status: 400 };
    if (!all['bikes']?.has(plate)) return { status: 404 };
    if (known && known['plate'] !== plate) return { status: 409 };
    const id = known ? Number(key) : ++last;
    const note = noted && sent?.['note'] !== undefined ? { note: sent['note'] } : {};
    const ride = { id, plate, length: wrong === 'rounds' ? Math.round(length) + 1 : length, ...note };
    all['rides']?.set(String(id), ride);
    return { status: known ? 200 : 201, body: ride };
  };
};
