// Parcels that change their state as documents draw it, with an address inside and a code that is theirs alone. One habit may be wrong.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const REF = '{ $ref: "#/components/schemas/Parcel" }';
const SHOWN = `content: { application/json: { schema: ${REF}, example: { id: 7, code: Blue Fox, state: packed, sent_at: null, to: null } } }`;
const STATES = 'packed, sent, arrived, lost';
const MOVES =
  'Allowed are `packed` → `sent` → `arrived` and `sent` → `lost`. Any other change is answered with 409. When a parcel is sent, `sent_at` is set.';
const REFUSED = "'400': { description: wrong }, '409': { description: in conflict }";

export const PARCELS = `openapi: 3.1.0
info: { title: Parcels, version: '1' }
paths:
  /parcels:
    get:
      operationId: listParcels
      parameters: [{ name: state, in: query, description: Only parcels in this state, schema: { type: string } }]
      responses: { '200': { description: ok, ${json(`{ type: array, items: ${REF} }`)} } }
    post:
      operationId: addParcel
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [code]
              properties:
                code: { type: string, maxLength: 60, description: "Unique, case-insensitive.", example: Blue Fox }
                to: { type: object, required: [street, town], properties: { street: { type: string, maxLength: 40 }, town: { type: string } } }
            example: { code: Blue Fox }
      responses: { '201': { description: made, ${SHOWN} }, ${REFUSED} }
  /parcels/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getParcel, responses: { '200': { description: ok, ${json(REF)} }, '404': { description: none } } }
    patch:
      operationId: changeParcel
      requestBody: { required: true, ${json(`{ type: object, properties: { state: { type: string, enum: [${STATES}], description: "${MOVES}" } } }`)} }
      responses: { '200': { description: ok, ${json(REF)} }, '404': { description: none }, ${REFUSED} }
    delete: { operationId: removeParcel, responses: { '204': { description: gone }, '404': { description: none } } }
components:
  schemas:
    Parcel: { type: object, properties: { id: { type: integer, readOnly: true }, code: { type: string }, state: { type: string, enum: [${STATES}] }, sent_at: { type: [string, 'null'] }, to: { type: [object, 'null'] } } }
`;

interface Parcel {
  id: number;
  code: string;
  state: string;
  sent_at: string | null;
  to: unknown;
}

const NEXT: Record<string, string[]> = { packed: ['sent'], sent: ['arrived', 'lost'], arrived: [], lost: [] };

/** @param habit what it does otherwise than it says */
export function parcelsHandler(habit = ''): Handler {
  const parcels = new Map<number, Parcel>();
  let last = 0;
  const change = (parcel: Parcel, state: unknown): FakeAnswer => {
    if (typeof state !== 'string' || !NEXT[state]) return { status: 400 };
    const loose = habit === 'moves anywhere' || (habit === 'turns back' && NEXT[state].includes(parcel.state));
    const back = habit.startsWith('goes back') && state === 'packed';
    if (back && habit === 'goes back') parcel.sent_at = null;
    if (!loose && !back && !NEXT[parcel.state]?.includes(state)) return { status: 409 };
    if (state === 'sent' && habit !== 'sets no time') parcel.sent_at = '2026-01-01T10:00:00Z';
    if (habit !== 'keeps its state') parcel.state = state;
    return { status: 200, body: parcel };
  };
  const add = (sent: Record<string, unknown> | undefined): FakeAnswer => {
    const { code, to = null } = sent ?? {};
    if (typeof code !== 'string' || code.length > 60 || (to !== null && !isPlace(to, habit))) return { status: 400 };
    const lower = (text: string): string => (habit === 'minds case' ? text : text.toLowerCase());
    const taken = [...parcels.values()].some((one) => lower(one.code) === lower(code));
    if (taken && habit !== 'takes a code twice') return { status: 409 };
    const parcel = { id: ++last, code, state: 'packed', sent_at: null, to };
    parcels.set(parcel.id, parcel);
    return { status: 201, body: parcel };
  };
  return ({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const id = pathname.split('/')[2];
    const asked = searchParams.get('state');
    if (id === undefined && method === 'POST') return add(objectIn(body));
    if (id === undefined) {
      const fits = ({ state }: Parcel): boolean => asked === null || habit === 'lists all' || state === asked;
      return { status: 200, body: habit === 'finds none' && asked !== null ? [] : [...parcels.values()].filter(fits) };
    }
    const parcel = parcels.get(Number(id));
    if (!parcel) return { status: 404 };
    if (method === 'PATCH') {
      const sent = objectIn(body);
      return sent
        ? sent['state'] === undefined
          ? { status: 200, body: parcel }
          : change(parcel, sent['state'])
        : { status: 400 };
    }
    if (method === 'DELETE') parcels.delete(parcel.id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: parcel };
  };
}

function isPlace(to: unknown, habit: string): boolean {
  const { street, town } = (typeof to === 'object' ? to : {}) as Record<string, unknown>;
  const long = habit === 'takes any street' ? Number.POSITIVE_INFINITY : 40;
  return typeof street === 'string' && street.length <= long && (habit === 'wants no town' || typeof town === 'string');
}
