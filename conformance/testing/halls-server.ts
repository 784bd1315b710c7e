// Halls that are booked for a time, as plain REST servers have such things. One habit may be wrong.
import { type FakeAnswer, type Handler, TOKEN } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const HALL = json('{ $ref: "#/components/schemas/Hall" }');
const BOOKING = json('{ $ref: "#/components/schemas/Booking" }');
const NONE = "'404': { description: none }";
const WRONG = "'422': { description: wrong }";
const ID = '[{ name: id, in: path, required: true, schema: { type: integer } }]';
const SHOWN = '{ hall_id: 4, from: "2026-03-02T09:00:00Z", until: "2026-03-02T11:00:00Z" }';

export const HALLS = `openapi: 3.1.0
info: { title: Halls, version: '1' }
security: [{ token: [] }]
paths:
  /halls:
    post: { operationId: addHall, requestBody: { required: true, ${HALL} }, responses: { '201': { description: made, ${HALL} }, ${WRONG} } }
  /halls/{id}:
    parameters: ${ID}
    get: { operationId: getHall, responses: { '200': { description: ok, ${HALL} }, ${NONE} } }
    patch: { operationId: changeHall, requestBody: { required: true, ${HALL} }, responses: { '200': { description: ok, ${HALL} }, ${NONE}, ${WRONG} } }
    delete: { operationId: removeHall, description: "You can't delete a hall that still has bookings (409).", responses: { '204': { description: gone }, ${NONE}, '409': { description: booked } } }
  /bookings:
    post:
      operationId: book
      description: Bookings of a hall that overlap are refused with 409. The answer is 422 if until isn't after from.
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Booking" }, example: ${SHOWN} } } }
      responses: { '201': { description: made, ${BOOKING} }, '409': { description: taken }, ${WRONG} }
  /bookings/{id}:
    parameters: ${ID}
    get: { operationId: getBooking, responses: { '200': { description: ok, ${BOOKING} }, ${NONE} } }
    delete: { operationId: cancelBooking, responses: { '204': { description: gone }, ${NONE} } }
  /bookings/{id}/remind:
    parameters: ${ID}
    post: { operationId: remind, description: "A booking can be reminded twice; after that the answer is 409.", responses: { '204': { description: sent }, ${NONE}, '409': { description: enough } } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  schemas:
    Hall:
      type: object
      required: [name]
      properties: { id: { type: integer, readOnly: true }, name: { type: string }, least: { type: integer, default: 1 }, most: { type: integer, default: 90, description: "Can't be less than least" } }
    Booking:
      type: object
      required: [hall_id, from, until]
      properties: { id: { type: integer, readOnly: true }, hall_id: { type: integer }, from: { type: string, format: date-time }, until: { type: string, format: date-time } }
`;

type Value = { [name: string]: unknown };

interface Booking {
  id: number;
  hall_id: number;
  from: string;
  until: string;
  reminders: number;
}

const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** @param wrong the habit that it has */
export function hallsHandler(wrong = ''): Handler {
  const halls = new Map<string, Value>();
  const bookings = new Map<string, Booking>();
  let last = 50;
  const hall = (sent: Value, before: Value): FakeAnswer => {
    const { name, least = 1, most = 90 } = { ...before, ...sent };
    const whole = Number.isInteger(least) && Number.isInteger(most);
    if (sent['name'] === undefined) return { status: 422 };
    const alone = wrong === 'sees one alone' && (sent['least'] === undefined || sent['most'] === undefined);
    if (typeof name !== 'string' || !whole) return { status: 422 };
    if (Number(least) > Number(most) && wrong !== 'takes any most' && !alone) return { status: 422 };
    if (least === most && wrong === 'wants room') return { status: 422 };
    const id = before['id'] ?? ++last;
    halls.set(String(id), { id, name, least, most });
    return { status: before['id'] === undefined ? 201 : 200, body: halls.get(String(id)) };
  };
  const clashes = (from: string, until: string) => (other: Booking) =>
    wrong === 'compares beginnings'
      ? other.from === from
      : Date.parse(other.from) < Date.parse(until) && Date.parse(from) < Date.parse(other.until);
  const book = ({ hall_id, from, until }: Value): FakeAnswer => {
    if (!Number.isInteger(hall_id) || !halls.has(String(hall_id)) || !isTime(from) || !isTime(until))
      return { status: 422 };
    const over =
      wrong === 'takes no time' ? Date.parse(until) >= Date.parse(from) : Date.parse(until) > Date.parse(from);
    if (!over && wrong !== 'ends before') return { status: 422 };
    const here = [...bookings.values()].filter((one) => one.hall_id === hall_id);
    if (here.some(clashes(from, until)) && wrong !== 'books twice') return { status: 409 };
    const made = { id: ++last, hall_id: Number(hall_id), from, until, reminders: 0 };
    bookings.set(String(made.id), made);
    return { status: 201, body: shown(made) };
  };
  const shown = ({ reminders: _, ...booking }: Booking): object => booking;
  const remind = (booking: Booking): FakeAnswer => {
    if (booking.reminders >= 2 && wrong !== 'reminds for ever') return { status: 409 };
    booking.reminders++;
    return { status: 204 };
  };
  const onHall = (id: string, method: string, sent: Value): FakeAnswer => {
    const known = halls.get(id);
    if (!known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    if (method === 'PATCH') return hall(sent, known);
    const booked = [...bookings.values()].some((one) => String(one.hall_id) === id);
    if (booked && wrong !== 'removes what is booked') return { status: 409 };
    return { status: halls.delete(id) ? 204 : 404 };
  };
  return ({ method, path, headers, body }): FakeAnswer => {
    if (headers['authorization'] !== `Bearer ${TOKEN}`)
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    const [, things, id, action] = path.split('/');
    let sent: Value = {};
    try {
      if (body) sent = Object(JSON.parse(body));
    } catch {
      return { status: 400 };
    }
    if (id === undefined) return things === 'halls' ? hall(sent, {}) : book(sent);
    if (things === 'halls') return onHall(id, method, sent);
    const booking = bookings.get(id);
    if (!booking) return { status: 404 };
    if (action) return remind(booking);
    if (method === 'GET') return { status: 200, body: shown(booking) };
    return { status: bookings.delete(id) ? 204 : 404 };
  };
}
