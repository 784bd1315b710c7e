// Boards with pins, as many REST servers have such things: lists with options, partial and whole updates. One habit may be wrong.
import type { FakeAnswer, Handler } from './fake-server.js';

const PIN = '$ref: "#/components/schemas/Pin"';
const json = (schema: string): string => `content: { application/json: { schema: { ${schema} } } }`;
const ID = (name: string): string => `{ name: ${name}, in: path, required: true, schema: { type: integer } }`;
const WRONG = "'400': { description: wrong }";
const NONE = "'404': { description: none }";

const KEY =
  '{ name: Idempotency-Key, in: header, required: true, description: A second request with the same key gets the same answer. With the same key and another body it gives 422., schema: { type: string, minLength: 8 } }';
const REPLAYED =
  "{ required: false, description: 'The first answer is given again, with the header Replayed.', schema: { type: string } }";

export const PINS = `openapi: 3.1.0
info: { title: Boards, version: '1' }
paths:
  /boards:
    post: { operationId: createBoard, responses: { '201': { description: made, ${json('properties: { id: { type: integer } }')} } } }
  /boards/{boardId}:
    parameters: [${ID('boardId')}]
    delete: { operationId: removeBoard, description: Removes the board with its pins., responses: { '204': { description: gone }, ${NONE} } }
  /boards/{boardId}/pins:
    parameters: [${ID('boardId')}]
    get:
      operationId: listPins
      parameters:
        - { name: colour, in: query, schema: { type: string, enum: [red, blue] } }
        - { name: big, in: query, description: Only big pins (true) or only those that are not (false)., schema: { type: boolean } }
        - { name: sort, in: query, schema: { type: string, enum: [id, -id] } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }
        - { name: cursor, in: query, schema: { type: string } }
      responses: { '200': { description: ok, ${json(`properties: { pins: { type: array, items: { ${PIN} } }, next_cursor: { type: [string, 'null'] } }`)} } }
    post: { operationId: createPin, parameters: [${KEY}], requestBody: { required: true, ${json(PIN)} }, responses: { '201': { description: made, headers: { Replayed: ${REPLAYED} }, ${json(PIN)} }, ${WRONG}, ${NONE} } }
  /boards/{boardId}/pins/{id}:
    parameters: [${ID('boardId')}, ${ID('id')}]
    get: { operationId: getPin, responses: { '200': { description: ok, ${json(PIN)} }, ${NONE} } }
    put: { operationId: putPin, requestBody: { required: true, ${json(PIN)} }, responses: { '200': { description: ok, ${json(PIN)} }, ${WRONG}, ${NONE} } }
    patch: { operationId: patchPin, requestBody: { required: true, ${json('allOf: [{ $ref: "#/components/schemas/Fields" }]')} }, responses: { '200': { description: ok, ${json(PIN)} }, ${WRONG}, ${NONE} } }
    delete: { operationId: removePin, responses: { '204': { description: gone }, ${NONE} } }
components:
  schemas:
    Fields:
      type: object
      properties:
        colour: { type: string, enum: [red, blue], default: red }
        big: { type: boolean, default: false }
        note: { type: [string, 'null'], maxLength: 20 }
        marks: { type: object, additionalProperties: { type: integer } }
    Pin: { allOf: [{ $ref: "#/components/schemas/Fields" }, { type: object, required: [at], properties: { at: { type: integer }, id: { type: integer, readOnly: true }, made: { type: string, format: date-time, readOnly: true }, updated: { type: string, format: date-time, readOnly: true, description: Time of the last change } } }] }
`;

type Pin = Record<string, unknown>;

/** In seconds. */
const now = (): string => new Date().toISOString().replace(/\.\d+/, '');

const FIT: Record<string, (value: unknown) => boolean> = {
  at: Number.isInteger,
  colour: (v) => v === 'red' || v === 'blue',
  big: (v) => typeof v === 'boolean',
  note: (v) => v === null || (typeof v === 'string' && v.length <= 20),
  marks: (v) => typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).every(Number.isInteger),
};

/** @param wrong the habit that it has */
export function pinsHandler(wrong = ''): Handler {
  const boards = new Map<string, Map<string, Pin>>();
  let last = 100;
  const read = (text: string): Pin | undefined => {
    try {
      const value = JSON.parse(text) as Pin;
      const fits = typeof value === 'object' && value !== null && !Array.isArray(value);
      return fits && Object.keys(FIT).every((k) => !(k in value) || FIT[k]?.(value[k])) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  const stored = (given: Pin): Pin => {
    const marks = Object.entries(given['marks'] ?? {}).slice(wrong === 'loses a key' ? 1 : 0);
    const known = Object.entries(given).filter(([k]) => k in FIT);
    return { ...Object.fromEntries(known), ...('marks' in given ? { marks: Object.fromEntries(marks) } : {}) };
  };
  const list = (pins: Map<string, Pin>, query: URLSearchParams): FakeAnswer => {
    const everywhere = [...boards.values()].flatMap((of) => [...of.values()]);
    let found = wrong === 'lists all' ? everywhere : [...pins.values()];
    const [colour, sort] = [query.get('colour'), query.get('sort')];
    const limit = Number(query.get('limit') ?? 9);
    if (![null, 'red', 'blue'].includes(colour) || ![null, 'id', '-id'].includes(sort) || !(limit >= 1 && limit <= 9))
      return { status: 400 };
    if (colour !== null && wrong !== 'does not filter') found = found.filter((pin) => pin['colour'] === colour);
    if (colour !== null && wrong === 'filters all') found = [];
    const big = query.get('big');
    if (![null, 'true', 'false'].includes(big)) return { status: 400 };
    if (big === 'true' || (big === 'false' && wrong !== 'false is nothing'))
      found = found.filter((pin) => String(pin['big']) === big);
    if (sort === '-id' && wrong !== 'does not sort') found.reverse();
    const at = Number(query.get('cursor') ?? 0);
    const start = at + (wrong === 'passes over one' && at > 0 ? 1 : 0);
    const more = at + limit < found.length && wrong !== 'ends too soon';
    const cursor = wrong === 'hides the cursor' ? {} : { next_cursor: more ? String(at + limit) : null };
    return { status: 200, body: { pins: found.slice(start, start + limit), ...cursor } };
  };
  const change = (pins: Map<string, Pin>, pin: Pin, method: string, given: Pin): FakeAnswer => {
    const [id, defaults] = [pin['id'], { colour: 'red', big: false }];
    const set = stored(given);
    if (wrong === 'keeps null' && set['note'] === null) set['note'] = pin['note'] ?? null;
    const updated = wrong === 'never updated' ? pin['updated'] : now();
    const own = { id, made: pin['made'], updated };
    const replaced = wrong === 'put keeps' ? { ...pin, ...set } : { ...defaults, ...set, ...own };
    const changed = { ...pin, ...set, updated, ...(wrong === 'patch resets' && !('big' in set) ? { big: false } : {}) };
    pins.set(String(id), method === 'PUT' ? replaced : changed);
    return { status: 200, body: pins.get(String(id)) };
  };
  const seen = new Map<string, { sent: string; answer: FakeAnswer }>();
  return ({ method, path: address, headers, body }) => {
    const [path = '', query = ''] = address.split('?');
    const [, , board, inside, id] = path.split('/');
    if (board === undefined) {
      boards.set(String(++last), new Map());
      return { status: 201, body: { id: last } };
    }
    const pins = boards.get(board);
    if (!pins) return { status: 404 };
    if (inside === undefined) {
      if (wrong !== 'keeps pins') boards.delete(board);
      return { status: 204 };
    }
    if (id === undefined && method === 'GET') return list(pins, new URLSearchParams(query));
    const pin = id === undefined ? undefined : pins.get(id);
    if (id !== undefined && !pin) return { status: 404 };
    if (pin && method === 'GET') return { status: 200, body: pin };
    if (method === 'DELETE') return { status: pins.delete(id ?? '') ? 204 : 404 };
    const given = read(body);
    if (!given || (method !== 'PATCH' && !('at' in given))) return { status: 400 };
    if (pin) return change(pins, pin, method, given);
    const key = headers['idempotency-key'] ?? '';
    if (key.length < 8) return { status: 400 };
    const before = wrong === 'makes it again' ? undefined : seen.get(key);
    if (before && before.sent !== body && wrong !== 'takes any body') return { status: 422 };
    if (before && wrong === 'refuses the second') return { status: 400 };
    if (before) return { ...before.answer, headers: wrong === 'hides the replay' ? {} : { Replayed: 'true' } };
    const own = { id: wrong === 'takes ids' && Number.isInteger(given['id']) ? Number(given['id']) : ++last };
    const made = { colour: 'red', big: false, ...stored(given), ...own, made: now(), updated: now() };
    pins.set(String(made.id), made);
    seen.set(key, { sent: body, answer: { status: 201, body: made } });
    return { status: 201, body: made };
  };
}
