// Crews of workers in the manner of JSON:API, shifts in states and of two forms, and what is told of a worker in a shift: right,
// or with one habit that is wrong.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const body = (schema: string): string => `requestBody: { required: true, ${json(schema)} }`;
const type = (name: string): string => `type: { type: string, enum: [${name}] }`;
const path = (...names: string[]): string =>
  `parameters: [${names.map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`).join()}]`;
const NONE = "'404': { description: none }";
const WRONG = "'422': { description: wrong }";
const STATE = "'409': { description: not in this state }";
const WORKER = `{ type: object, required: [data], properties: { data: { type: object, required: [type, id, attributes], properties: { ${type('workers')}, id: { type: string, pattern: '^[a-z0-9-]{2,30}$' }, attributes: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer, minimum: 18 } } } } } } }`;
const NEW_WORKER = `requestBody: { required: true, content: { application/json: { schema: ${WORKER}, example: { data: { type: workers, id: ann, attributes: { name: Ann, age: 30 } } } } } }`;
const TO_WORKER = `{ type: object, required: [data], properties: { data: { type: object, required: [type, id], properties: { ${type('workers')}, id: { type: string } } } } }`;
const PRAISE = `{ type: object, required: [data], properties: { data: { type: object, required: [type, attributes, relationships], properties: { ${type('praises')}, attributes: { type: object, required: [text], properties: { text: { type: string } } }, relationships: { type: object, required: [worker], properties: { worker: ${TO_WORKER} } } } } } }`;
const ROLE = '{ type: object, properties: { role: { type: string, enum: [helper, driver] } } }';
const PAY = '{ type: object, required: [cents], properties: { cents: { type: integer } } }';
const shown = (state: string): string =>
  `content: { application/json: { schema: {}, example: { id: '4', state: ${state} } } }`;
const form = (kind: string, more: string): string =>
  `{ allOf: [{ $ref: '#/components/schemas/Shift' }, { type: object, required: [${more}], properties: { kind: { const: ${kind} }, ${more}: { type: integer } } }] }`;

export const CREWS = `openapi: 3.1.0
info: { title: Crews, version: '1' }
paths:
  /workers:
    post: { operationId: addWorker, ${NEW_WORKER}, responses: { '201': { description: made, ${json(WORKER)} }, '409': { description: there }, ${WRONG} } }
  /workers/{id}:
    ${path('id')}
    get: { operationId: getWorker, responses: { '200': { description: ok, ${json(WORKER)} }, ${NONE} } }
    patch: { operationId: changeWorker, ${body(WORKER)}, responses: { '200': { description: ok, ${json(WORKER)} }, ${NONE}, '409': { description: another one }, ${WRONG} } }
    delete: { operationId: removeWorker, responses: { '204': { description: gone }, ${NONE} } }
  /praises:
    post: { operationId: praise, ${body(PRAISE)}, responses: { '201': { description: made }, '404': { description: no such worker }, ${WRONG} } }
  /praises/{id}:
    ${path('id')}
    get: { operationId: getPraise, responses: { '200': { description: ok }, ${NONE} } }
    delete: { operationId: removePraise, responses: { '204': { description: gone }, ${NONE} } }
  /shifts:
    post: { operationId: addShift, ${body("{ oneOf: [{ $ref: '#/components/schemas/Day' }, { $ref: '#/components/schemas/Night' }], discriminator: { propertyName: kind, mapping: { day: '#/components/schemas/Day', night: '#/components/schemas/Night' } } }")}, responses: { '201': { description: made, ${shown('draft')} }, ${WRONG} } }
  /shifts/{shiftId}:
    ${path('shiftId')}
    get: { operationId: getShift, responses: { '200': { description: ok }, ${NONE} } }
    delete: { operationId: removeShift, responses: { '204': { description: gone }, ${NONE} } }
  /shifts/{shiftId}/open:
    ${path('shiftId')}
    post: { operationId: openShift, responses: { '200': { description: ok, ${shown('open')} }, ${NONE}, '409': { description: The shift is not a draft } } }
  /shifts/{shiftId}/moves:
    ${path('shiftId')}
    post: { operationId: moveShift, ${body('{ type: object, required: [to], properties: { to: { type: string, enum: [open, over] } } }')}, responses: { '200': { description: ok }, ${NONE}, ${STATE}, ${WRONG} } }
  /shifts/{shiftId}/helpers/{worker}:
    ${path('shiftId', 'worker')}
    get: { operationId: getHelper, responses: { '200': { description: ok, ${json(ROLE)} }, ${NONE} } }
    put: { operationId: putHelper, requestBody: { ${json(ROLE)} }, responses: { '200': { description: ok }, '201': { description: new }, ${NONE}, ${STATE}, ${WRONG} } }
    delete: { operationId: removeHelper, responses: { '204': { description: gone }, ${NONE} } }
  /shifts/{shiftId}/pay/{worker}:
    ${path('shiftId', 'worker')}
    get: { operationId: getPay, responses: { '200': { description: ok, ${json(PAY)} }, '404': { description: nothing yet } } }
    put: { operationId: putPay, ${body(PAY)}, responses: { '200': { description: ok, ${json(PAY)} }, ${NONE}, ${WRONG} } }
components:
  schemas:
    Shift: { type: object, required: [kind, title], properties: { kind: { type: string, enum: [day, night] }, title: { type: string } } }
    Day: ${form('day', 'hours')}
    Night: ${form('night', 'beds')}
`;

interface Shift {
  own: object;
  state: string;
  helpers: Map<string, object>;
  pay: Map<string, object>;
}

type Row = Record<string, unknown>;
const inside = (value: unknown, ...names: string[]): unknown =>
  names.reduce((at: unknown, name) => (at as Row | null | undefined)?.[name], value);

/** @param wrong the habit that it has */
export function crewsHandler(wrong = ''): Handler {
  const workers = new Map<string, Row>();
  const praises = new Map<string, Row>();
  const shifts = new Map<string, Shift>();
  let last = 0;
  const fits = ({ name, age = 18 }: Row): boolean =>
    typeof name === 'string' && Number.isInteger(age) && Number(age) >= 18;
  const onWorker = (method: string, id: string | undefined, sent: Row | undefined): FakeAnswer => {
    const data = sent?.['data'] as Row | undefined;
    const known = workers.get(id ?? '');
    if (id !== undefined && !known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: { data: known } };
    if (method === 'DELETE') return { status: workers.delete(id ?? '') ? 204 : 404 };
    const key = data?.['id'];
    const attributes = { ...(known?.['attributes'] as Row | undefined), ...(data?.['attributes'] as Row | undefined) };
    if (
      typeof key !== 'string' ||
      !/^[a-z0-9-]{2,30}$/.test(key) ||
      !(data?.['attributes'] instanceof Object) ||
      !fits(attributes)
    )
      return { status: 422 };
    if (data['type'] !== 'workers' || key !== (id ?? key)) return { status: id === undefined ? 422 : 409 };
    if (id === undefined && workers.has(key)) return { status: 409 };
    workers.set(key, { ...data, attributes });
    return { status: id === undefined ? 201 : 200, body: { data: workers.get(key) } };
  };
  const onPraise = (method: string, id: string | undefined, sent: Row | undefined): FakeAnswer => {
    if (id !== undefined && !praises.has(id)) return { status: 404 };
    if (method === 'GET') return { status: 200, body: praises.get(id ?? '') };
    if (method === 'DELETE') return { status: praises.delete(id ?? '') ? 204 : 404 };
    const of = inside(sent, 'data', 'relationships', 'worker', 'data') as Row | undefined;
    const text = inside(sent, 'data', 'attributes', 'text');
    if (inside(sent, 'data', 'type') !== 'praises' || typeof text !== 'string' || of?.['type'] !== 'workers')
      return { status: 422 };
    if (typeof of['id'] !== 'string') return { status: 422 };
    if (!workers.has(of['id'])) return { status: 404 };
    const praise = { id: String(++last), ...sent };
    praises.set(praise.id, praise);
    return { status: 201, body: praise };
  };
  const moved = (shift: Shift, to: unknown): FakeAnswer => {
    if (to !== 'open' && to !== 'over') return { status: 422 };
    if (to !== { draft: 'open', open: 'over' }[shift.state]) return { status: 409 };
    shift.state = to;
    return { status: 200 };
  };
  const opened = (shift: Shift): FakeAnswer => {
    if (shift.state !== 'draft' && wrong !== 'opens twice') return { status: 409 };
    shift.state = 'open';
    return { status: 200, body: { ...shift.own, state: 'open' } };
  };
  const onHelper = (shift: Shift, method: string, worker: string, sent: Row): FakeAnswer => {
    const { role = 'helper' } = sent;
    const known = shift.helpers.get(worker);
    if (method !== 'PUT' && !known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    if (method === 'DELETE') return { status: shift.helpers.delete(worker) ? 204 : 404 };
    if (!workers.has(worker)) return { status: 404 };
    if (role !== 'helper' && role !== 'driver') return { status: 422 };
    if (shift.state !== 'open') return { status: 409 };
    shift.helpers.set(worker, { role: wrong === 'all help' ? 'helper' : role });
    return { status: known ? 200 : 201 };
  };
  const onPay = (shift: Shift, method: string, worker: string, sent: Row | undefined): FakeAnswer => {
    const known = shift.pay.get(worker);
    if (method === 'GET') return known ? { status: 200, body: known } : { status: 404 };
    if (!workers.has(worker)) return { status: 404 };
    if (!Number.isInteger(sent?.['cents'])) return { status: 422 };
    if (wrong !== 'pays nothing') shift.pay.set(worker, { cents: sent?.['cents'] });
    return { status: 200, body: { cents: sent?.['cents'] } };
  };
  const added = (sent: Row | undefined): FakeAnswer => {
    const { kind, title, hours, beds } = sent ?? {};
    if (typeof title !== 'string' || !Number.isInteger({ day: hours, night: beds }[String(kind)]))
      return { status: 422 };
    const own = { id: String(++last), kind, title, ...(kind === 'day' ? { hours } : { beds }) };
    shifts.set(own.id, { own, state: 'draft', helpers: new Map(), pay: new Map() });
    return { status: 201, body: { ...own, state: 'draft' } };
  };
  return ({ method, path: address, body: text }) => {
    const [, kind = '', id, part, worker = ''] = address.split('/').map(decodeURIComponent);
    const sent = objectIn(text);
    if (kind === 'workers') return onWorker(method, id, sent);
    if (kind === 'praises') return onPraise(method, id, sent);
    if (id === undefined) return added(sent);
    const shift = shifts.get(id);
    if (!shift) return { status: 404 };
    if (part === 'open') return opened(shift);
    if (part === 'moves') return moved(shift, sent?.['to']);
    if (part === 'helpers') return text === '' || sent ? onHelper(shift, method, worker, sent ?? {}) : { status: 422 };
    if (part === 'pay') return onPay(shift, method, worker, sent);
    if (method === 'DELETE') return { status: shifts.delete(id) ? 204 : 404 };
    return { status: 200, body: shift.own };
  };
}
