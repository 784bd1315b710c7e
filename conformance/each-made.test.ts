// Many things that one request makes, each on its own: what is wrong with one keeps no other from being made.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const LAMP = '{ $ref: "#/components/schemas/Lamp" }';
const RESULTS = `{ type: object, properties: { created: { type: integer }, failed: { type: integer }, results: { type: array, items: { type: object, properties: { status: { type: integer }, lamp: ${LAMP} } } } } }`;
const TOLD =
  'Creates each lamp on its own. The results have the order of the request; created and failed are how many there are of each.';
const SPEC = `openapi: 3.1.0
info: { title: Lamps, version: '1' }
paths:
  /lamps:
    get: { operationId: listLamps, responses: { '200': { description: OK, ${json(`{ type: array, items: ${LAMP} }`)} } } }
    post: { operationId: addLamp, requestBody: { required: true, ${json(LAMP)} }, responses: { '201': { description: Made, ${json(LAMP)} }, '422': { description: Wrong } } }
  /lamps/batch:
    post:
      operationId: addLamps
      description: ${TOLD}
      requestBody: { required: true, ${json(`{ type: object, required: [lamps], properties: { lamps: { type: array, maxItems: 5, items: ${LAMP} } } }`)} }
      responses: { '207': { description: Of each, ${json(RESULTS)} }, '422': { description: Wrong } }
  /lamps/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getLamp, responses: { '200': { description: OK, ${json(LAMP)} }, '404': { description: None } } }
    delete: { operationId: removeLamp, responses: { '204': { description: Gone }, '404': { description: None } } }
components:
  schemas:
    Lamp: { type: object, required: [name], properties: { id: { type: integer, readOnly: true }, name: { type: string, maxLength: 40 } } }
`;

interface Lamp {
  id: number;
  name: string;
}

function lamps(wrong: string): Handler {
  const all = new Map<string, Lamp>();
  const make = (name: unknown): Lamp | undefined => {
    if (typeof name !== 'string' || [...name].length > 40) return undefined;
    const lamp = { id: all.size + 1, name };
    all.set(String(lamp.id), lamp);
    return lamp;
  };
  const several = (body: string): { status: number; body?: object } => {
    const { lamps: given } = objectIn(body) ?? {};
    if (!Array.isArray(given) || given.length > 5) return { status: 422 };
    const fits = ({ name }: Partial<Lamp> = {}): boolean => typeof name === 'string' && [...name].length <= 40;
    if (wrong === 'refuses all' && !given.every((one) => fits(one ?? {}))) return { status: 422 };
    const made = given.map((one) => make(one?.name));
    if (wrong === 'loses some' && made.includes(undefined)) all.clear();
    const results = made.map((lamp) => (lamp ? { status: 201, lamp } : { status: wrong === 'says 201' ? 201 : 422 }));
    const created = made.filter((one) => one !== undefined).length;
    const counts = { created: wrong === 'counts all' ? made.length : created, failed: made.length - created };
    return { status: 207, body: { ...counts, results } };
  };
  return ({ method, path, body }) => {
    const [, , id] = path.split('/');
    if (id === 'batch') return several(body);
    if (id === undefined && method === 'POST') {
      const made = make(objectIn(body)?.['name']);
      return made ? { status: 201, body: made } : { status: 422 };
    }
    if (id === undefined) return { status: 200, body: [...all.values()] };
    const lamp = all.get(id);
    if (lamp && method === 'DELETE') all.set(id, { ...lamp, id: -1 });
    if (!lamp || lamp.id < 0) return { status: 404 };
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: lamp };
  };
}

it.each([
  ['', []],
  ['refuses all', ['status']],
  ['loses some', ['read-after-write']],
  ['says 201', ['each-outcome']],
  ['counts all', ['made-count']],
])('a server that %s', async (wrong, found) => {
  const run = await certifyHandler(SPEC, lamps(wrong), 'addLamps/each-alone');
  expect(run.cases).toHaveLength(1);
  expect([...new Set(Object.values(failures(run)).flat())]).toEqual(found);
});

it('may refuse all of them where nothing says that each is made on its own', async () => {
  const spec = SPEC.replace(TOLD, 'Creates lamps.');
  const run = await certifyHandler(spec, lamps('refuses all'), 'addLamps');
  expect(run.counts.passed).toBeGreaterThan(0);
  expect(failures(run)).toEqual({});
});
