// Boats of owners, whose list comes in pages, with some fields alone or the owner inside, and leaves sunk boats out unless it is
// asked for them. One habit may be wrong, or a liberty.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const option = (name: string, schema: string, description: string): string =>
  `{ name: ${name}, in: query, description: "${description}", schema: ${schema} }`;
const BOAT = '{ $ref: "#/components/schemas/Boat" }';
const OWNER = '{ $ref: "#/components/schemas/Owner" }';
const INSIDE = option('expand', '{ type: string, enum: [owner] }', '`owner` puts the owner into each boat');

export const BOATS = `openapi: 3.1.0
info: { title: Boats, version: '1' }
paths:
  /owners:
    post: { operationId: addOwner, requestBody: { required: true, ${json('{ type: object, required: [name], properties: { name: { type: string } } }')} }, responses: { '201': { description: made, ${json(OWNER)} } } }
  /owners/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getOwner, responses: { '200': { description: ok, ${json(OWNER)} }, '404': { description: none } } }
    delete: { operationId: removeOwner, responses: { '204': { description: gone }, '404': { description: none } } }
  /boats:
    get:
      operationId: listBoats
      description: Sorted by \`length\`. \`nextCursor\` is null on the last page.
      parameters:
        - ${option('limit', '{ type: integer, minimum: 1, maximum: 50, default: 4 }', 'Size of a page')}
        - ${option('cursor', '{ type: string }', 'The nextCursor of the page before')}
        - ${option('red', '{ type: boolean }', 'Only red boats')}
        - ${option('fields', '{ type: string }', 'Boats have these fields and the `id` only')}
        - ${option('includeSunk', '{ type: boolean }', 'Sunk boats are left out unless this is true')}
        - ${INSIDE}
      responses: { '200': { description: ok, ${json(`{ type: object, properties: { boats: { type: array, items: ${BOAT} }, nextCursor: { type: [string, 'null'] }, total: { type: integer } } }`)} } }
    post: { operationId: addBoat, requestBody: { required: true, ${json('{ type: object, required: [ownerId, length], properties: { ownerId: { type: integer }, length: { type: integer, example: 9 }, red: { type: boolean, default: false } } }')} }, responses: { '201': { description: made, ${json(BOAT)} } } }
  /boats/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getBoat, parameters: [${INSIDE}], responses: { '200': { description: ok, ${json(BOAT)} }, '404': { description: none } } }
    patch: { operationId: changeBoat, requestBody: { required: true, ${json('{ type: object, properties: { sunk: { type: boolean } } }')} }, responses: { '200': { description: ok, ${json(BOAT)} }, '404': { description: none } } }
    delete: { operationId: removeBoat, responses: { '204': { description: gone }, '404': { description: none } } }
components:
  schemas:
    Owner: { type: object, properties: { id: { type: integer, readOnly: true }, name: { type: string } } }
    Boat: { type: object, properties: { id: { type: integer, readOnly: true }, ownerId: { type: integer }, length: { type: integer }, red: { type: boolean }, sunk: { type: boolean } } }
`;

type Thing = Record<string, unknown> & { id: number };

/** @param habit what it does otherwise than it says, or than most do */
export function boatsHandler(habit = ''): Handler {
  const things = { owners: new Map<number, Thing>(), boats: new Map<number, Thing>() };
  let last = 0;
  const shown = (boat: Thing, query: URLSearchParams): Thing => {
    const owner = things.owners.get(habit === 'another owner' ? last + 1 : Number(boat['ownerId']));
    const inside = query.has('expand') && habit !== 'ignores expand';
    const whole = inside ? { ...boat, owner: habit === 'another owner' ? { id: -1 } : owner } : boat;
    const fields = habit === 'ignores fields' ? undefined : query.get('fields')?.split(',');
    if (!fields) return whole;
    const kept = Object.entries(whole).filter(
      ([name]) => fields.includes(name) || (name === 'id' && habit !== 'no id'),
    );
    return Object.fromEntries(kept) as Thing;
  };
  const listed = (query: URLSearchParams): FakeAnswer => {
    const cursor = Number(query.get('cursor') ?? 0);
    const sunk = habit === 'shows sunk ones' || (query.get('includeSunk') === 'true' && habit !== 'hides sunk ones');
    const filtered = query.get('red') === 'true' && !(habit === 'forgets the filter' && cursor > 0);
    const all = [...things.boats.values()].filter((boat) => (sunk || !boat['sunk']) && (!filtered || boat['red']));
    all.sort((a, b) => Number(a['length']) - Number(b['length']) || a.id - b.id);
    const limit = Number(query.get('limit') ?? (habit === 'short pages' ? 3 : 4));
    const at =
      habit === 'skips one' && cursor > 0 ? cursor + 1 : habit === 'one again' && cursor > 0 ? cursor - 1 : cursor;
    const page = all.slice(at, at + limit);
    const lazily = habit === 'does not look ahead' && page.length === limit;
    const more =
      at + limit < all.length || lazily || habit === 'never ends' || (habit === 'one too many' && page.length > 0);
    const nextCursor = more && habit !== 'stops' ? String(at + limit) : null;
    const total = habit === 'counts the page' ? page.length : all.length;
    return { status: 200, body: { boats: page.map((boat) => shown(boat, query)), nextCursor, total } };
  };
  return ({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const [, kind, id] = pathname.split('/');
    const kept = kind === 'owners' ? things.owners : things.boats;
    if (id === undefined && method === 'GET') return listed(searchParams);
    if (id === undefined) {
      const thing = { ...(kind === 'boats' ? { red: false, sunk: false } : {}), ...objectIn(body), id: ++last };
      kept.set(thing.id, thing);
      return { status: 201, body: thing };
    }
    const thing = kept.get(Number(id));
    if (!thing) return { status: 404 };
    if (method === 'PATCH') Object.assign(thing, objectIn(body));
    if (method === 'DELETE') kept.delete(thing.id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: shown(thing, searchParams) };
  };
}
