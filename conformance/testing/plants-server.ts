// A garden with plants and gardeners, in the manner of older specs: `default` for a success, updates that say in their body what
// they change, options that nothing can be left out of, a login by options. One habit may be wrong.
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const PLANT = '{ $ref: "#/components/schemas/Plant" }';
const GARDENER = '{ $ref: "#/components/schemas/Gardener" }';
const WRONG = "'400': { description: wrong }, '404': { description: none }";

export const PLANTS = `openapi: 3.0.3
info: { title: Garden, version: '1' }
paths:
  /plant:
    post: { operationId: addPlant, requestBody: { required: true, ${json(PLANT)} }, responses: { '200': { description: ok, ${json(PLANT)} }, ${WRONG} } }
    put: { operationId: changePlant, requestBody: { required: true, ${json(PLANT)} }, responses: { '200': { description: ok, ${json(PLANT)} }, ${WRONG} } }
  /plant/byState:
    get:
      operationId: plantsByState
      parameters: [{ name: state, in: query, required: true, schema: { type: array, items: { type: string, enum: [seed, green] } } }]
      responses: { '200': { description: ok, ${json(`{ type: array, items: ${PLANT} }`)} }, ${WRONG} }
  /plant/{plantId}:
    parameters: [{ name: plantId, in: path, required: true, schema: { type: integer, format: int64 } }]
    get: { operationId: getPlant, responses: { '200': { description: ok, ${json(PLANT)} }, ${WRONG} } }
    post:
      operationId: changePlantByForm
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { properties: { name: { type: string }, state: { type: string } } } } } }
      responses: { ${WRONG} }
    delete: { operationId: removePlant, responses: { '200': { description: ok }, ${WRONG} } }
  /gardener:
    post: { operationId: addGardener, requestBody: { required: true, ${json(GARDENER)} }, responses: { default: { description: done } } }
  /gardener/login:
    get:
      operationId: login
      parameters: [{ name: username, in: query, required: true, schema: { type: string } }, { name: password, in: query, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, ${json('{ type: string }')} }, ${WRONG} }
  /gardener/{username}:
    parameters: [{ name: username, in: path, required: true, schema: { type: string } }]
    get: { operationId: getGardener, responses: { '200': { description: ok, ${json(GARDENER)} }, ${WRONG} } }
    delete: { operationId: removeGardener, responses: { ${WRONG} } }
components:
  schemas:
    Plant:
      type: object
      required: [name]
      properties: { id: { type: integer, format: int64, example: 12 }, name: { type: string, example: fern }, state: { type: string, enum: [seed, green] } }
    Gardener: { type: object, properties: { username: { type: string }, phone: { type: string } } }
`;

type Thing = Record<string, unknown>;
const STATES: unknown[] = ['seed', 'green', undefined];

function objectOf(body: string): Thing | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : undefined;
  } catch {
    return undefined;
  }
}

/** @param wrong the habit that it has */
export function plantsHandler(wrong = ''): Handler {
  const plants = new Map<string, Thing>([['1', { id: 1, name: 'somebody’s', state: 'seed' }]]);
  const gardeners = new Map<string, Thing>();
  let last = 40;
  const isPlant = (thing: Thing | undefined): thing is Thing =>
    typeof thing?.['name'] === 'string' &&
    STATES.includes(thing['state']) &&
    (!('id' in thing) || Number.isInteger(thing['id']));
  const write = (method: string, given: Thing | undefined): FakeAnswer => {
    if (!isPlant(given)) return { status: 400 };
    const known = plants.get(String(given['id']));
    if (method === 'PUT' && !known && wrong !== 'makes by put') return { status: 404 };
    const id = method === 'PUT' ? given['id'] : ++last;
    const plant = wrong === 'put keeps' && known ? known : { ...given, id };
    plants.set(String(id), plant);
    return { status: 200, body: plant };
  };
  const byState = (query: URLSearchParams): FakeAnswer => {
    const states = query.getAll('state');
    if (states.length === 0 || states.some((state) => !STATES.includes(state))) return { status: 400 };
    const all = wrong === 'does not filter';
    return { status: 200, body: [...plants.values()].filter((p) => all || states.includes(String(p['state']))) };
  };
  const onePlant = (method: string, id: string, body: string): FakeAnswer => {
    const plant = plants.get(id);
    if (!/^\d+$/.test(id)) return { status: 400 };
    if (!plant) return { status: 404 };
    if (method === 'DELETE') plants.delete(id);
    if (method !== 'POST') return { status: 200, ...(method === 'GET' ? { body: plant } : {}) };
    const form = Object.fromEntries(new URLSearchParams(body));
    if (!STATES.includes(form['state'])) return { status: 400 };
    if (wrong !== 'form is lost') Object.assign(plant, form);
    return { status: 200 };
  };
  const oneGardener = (method: string, name: string): FakeAnswer => {
    const gardener = gardeners.get(decodeURIComponent(name));
    if (!gardener) return { status: 404 };
    if (method === 'DELETE') gardeners.delete(decodeURIComponent(name));
    return method === 'DELETE' ? { status: 200 } : { status: 200, body: gardener };
  };
  return ({ method, path: address, body }) => {
    const [path = '', query = ''] = address.split('?');
    const [, kind, id] = path.split('/');
    if (kind === 'plant' && id === undefined) return write(method, objectOf(body));
    if (kind === 'plant' && id === 'byState') return byState(new URLSearchParams(query));
    if (kind === 'plant') return onePlant(method, id ?? '', body);
    if (id === 'login') return { status: 400 };
    if (id !== undefined) return oneGardener(method, id);
    const given = objectOf(body);
    if (!given || Object.values(given).some((v) => typeof v !== 'string') || !given['username']) return { status: 400 };
    gardeners.set(String(given['username']), wrong === 'loses a field' ? { username: given['username'] } : given);
    return { status: 200 };
  };
}
