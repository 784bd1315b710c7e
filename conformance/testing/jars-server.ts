// Jars on shelves, as a framework that writes the spec from its code has them: numbers of 64 bits, options that are required
// and have a default, decimals that are shown as texts, keys of other things with no word about them.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const any = (schema: string): string => `content: { '*/*': { schema: ${schema} } }`;
const orNull = (schema: string): string => `{ anyOf: [${schema}, { type: 'null' }] }`;
const LABEL = '{ type: string, minLength: 1, maxLength: 40 }';
const ID = '{ name: id, in: path, required: true, schema: { type: integer } }';
const PRICE = "{ anyOf: [{ type: number, minimum: 0 }, { type: string, pattern: '^[0-9]{1,6}([.][0-9]{1,2})?$' }] }";
const WEIGHT = '{ type: integer, minimum: 0, maximum: 9223372036854775807 }';
const SHELF = '{ type: object, required: [id, label], properties: { id: { type: integer }, label: { type: string } } }';
const JAR = `{ type: object, required: [id, label, shelf, price, weight, note], properties: { id: { type: integer }, label: { type: string }, shelf: { type: integer }, price: { type: string }, weight: { type: integer }, note: ${orNull('{ type: string }')} } }`;
const NONE = "'404': { description: There is none. }";
const WRONG = "'400': { description: Something is wrong. }";

export const JARS = `openapi: 3.1.0
info: { title: Jars, version: '1' }
paths:
  /shelves:
    get:
      operationId: listShelves
      parameters: [{ name: pageable, in: query, required: true, schema: { type: object, properties: { page: { type: integer, minimum: 0 }, size: { type: integer, minimum: 1, maximum: 50 } } } }]
      responses: { '200': { description: ok, ${any(`{ type: object, required: [content, totalElements], properties: { content: { type: array, items: ${SHELF} }, totalElements: { type: integer } } }`)} }, ${WRONG} }
    post: { operationId: addShelf, requestBody: { required: true, ${json(`{ type: object, required: [label], properties: { label: ${LABEL} } }`)} }, responses: { '201': { description: made, ${json(SHELF)} }, ${WRONG} } }
  /shelves/{id}:
    parameters: [${ID}]
    get: { operationId: readShelf, responses: { '200': { description: ok, ${any(SHELF)} }, ${NONE} } }
    delete: { operationId: removeShelf, responses: { '204': { description: gone }, ${NONE} } }
  /shelves/{id}/readers:
    parameters: [${ID}]
    post: { operationId: addReader, requestBody: { required: true, ${json('{ type: object, required: [email], properties: { email: { type: string, format: email } } }')} }, responses: { '201': { description: made, ${json('{ type: object, properties: { email: { type: string, format: email } } }')} }, ${WRONG}, ${NONE} } }
  /shelves/{id}/readers/{email}:
    parameters: [${ID}, { name: email, in: path, required: true, schema: { type: string, format: email } }]
    delete: { operationId: removeReader, responses: { '204': { description: gone }, ${WRONG}, ${NONE} } }
  /jars:
    get:
      operationId: listJars
      parameters:
        - { name: limit, in: query, required: true, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }
        - { name: shelf, in: query, schema: { type: integer } }
      responses: { '200': { description: ok, ${json(`{ type: array, items: ${JAR} }`)} }, ${WRONG} }
    post:
      operationId: addJar
      requestBody: { required: true, ${json(`{ type: object, required: [label, shelf, price], properties: { label: ${LABEL}, shelf: { type: integer }, price: ${PRICE}, weight: ${WEIGHT}, note: ${orNull('{ type: string, maxLength: 80 }')} } }`)} }
      responses: { '201': { description: made, ${json(JAR)} } }
  /jars/{id}:
    parameters: [${ID}]
    get: { operationId: readJar, responses: { '200': { description: ok, ${json(JAR)} }, ${NONE} } }
    patch:
      operationId: changeJar
      requestBody: { required: true, ${json(`{ type: object, properties: { label: ${orNull(LABEL)}, note: ${orNull('{ type: string, maxLength: 80 }')} } }`)} }
      responses: { '200': { description: ok, ${json(JAR)} }, ${WRONG}, ${NONE} }
    delete: { operationId: removeJar, responses: { '204': { description: gone }, ${NONE} } }
`;

export type JarWrong = 'note-kept' | 'label-lost' | 'size-ignored' | 'id-as-text';

type Jar = Record<string, unknown>;

const wrongRequest: FakeAnswer = { status: 400, body: { detail: 'wrong' } };
const gone: FakeAnswer = { status: 204 };

function isText(value: unknown, most: number, least = 0): boolean {
  return typeof value === 'string' && value.length >= least && value.length <= most;
}

export function jars(wrong?: JarWrong): Handler {
  const shelves = new Map<string, { label: unknown; readers: Set<string> }>();
  const all = new Map<string, Jar>();
  let last = 0;

  function listed(options: URLSearchParams): FakeAnswer {
    const [page, size] = [Number(options.get('page') ?? 0), Number(options.get('size') ?? 20)];
    if (!Number.isInteger(page) || page < 0 || !Number.isInteger(size) || size < 1 || size > 50) return wrongRequest;
    const every = [...shelves].map(([id, { label }]) => ({ id: Number(id), label }));
    const content = wrong === 'size-ignored' ? every : every.slice(page * size, page * size + size);
    return { status: 200, body: { content, totalElements: every.length } };
  }

  function shelf(method: string, [id = '', readers, email]: string[], sent: Jar | undefined): FakeAnswer {
    const found = shelves.get(id);
    if (id === '') {
      if (!isText(sent?.['label'], 40, 1)) return wrongRequest;
      shelves.set(String(++last), { label: sent?.['label'], readers: new Set() });
      return { status: 201, body: { id: last, label: sent?.['label'] } };
    }
    const isMail = (value: unknown): value is string =>
      typeof value === 'string' && /^[^@\s]+@[^@\s]+\.\w+$/.test(value);
    if (email !== undefined && !isMail(email)) return wrongRequest;
    if (!found) return { status: 404 };
    if (email !== undefined) return found.readers.delete(email) ? gone : { status: 404 };
    if (readers !== undefined) {
      if (!isMail(sent?.['email'])) return wrongRequest;
      found.readers.add(sent['email']);
      return { status: 201, body: { email: sent['email'] } };
    }
    if (method === 'DELETE') shelves.delete(id);
    const shown = wrong === 'id-as-text' ? id : Number(id);
    return method === 'DELETE' ? gone : { status: 200, body: { id: shown, label: found.label } };
  }

  function added(sent: Jar | undefined): FakeAnswer {
    const { label, shelf: on, price, weight = 0, note = null } = sent ?? {};
    // A number is written as a text, as the framework does by itself.
    const text = typeof label === 'number' ? String(label) : label;
    const whole = Number.isSafeInteger(weight) && Number(weight) >= 0;
    const cost = typeof price === 'number' ? price >= 0 : /^[0-9]{1,6}([.][0-9]{1,2})?$/.test(String(price));
    if (!isText(text, 40, 1) || !shelves.has(String(on)) || !whole || !cost || !(note === null || isText(note, 80)))
      return wrongRequest;
    if (typeof on !== 'number' || typeof weight !== 'number' || typeof price === 'object' || typeof price === 'boolean')
      return wrongRequest;
    const jar = { id: ++last, label: text, shelf: on, price: Number(price).toFixed(2), weight, note };
    all.set(String(last), jar);
    return { status: 201, body: jar };
  }

  return ({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://jars.example');
    const [kind, ...rest] = pathname.split('/').slice(1).map(decodeURIComponent);
    const sent = objectIn(body);
    if (kind === 'shelves' && rest.length === 0 && method === 'GET') return listed(searchParams);
    if (kind === 'shelves') return shelf(method, rest, sent);
    const [id] = rest;
    if (id === undefined) {
      if (method === 'POST') return added(sent);
      const limit = Number(searchParams.get('limit') ?? 20);
      const on = searchParams.get('shelf');
      if (!Number.isInteger(limit) || limit < 1 || limit > 100 || (on !== null && !shelves.has(on)))
        return wrongRequest;
      const listed = [...all.values()].filter((jar) => on === null || String(jar['shelf']) === on);
      return { status: 200, body: listed.slice(0, limit) };
    }
    const jar = all.get(id);
    if (!jar) return { status: 404 };
    if (method === 'DELETE') {
      all.delete(id);
      return gone;
    }
    if (method === 'PATCH') {
      const { label = null, note } = sent ?? {};
      const fits = (label === null || isText(label, 40, 1)) && ((note ?? null) === null || isText(note, 80));
      if (!sent || Array.isArray(sent) || !fits) return wrongRequest;
      // Null leaves a label as it is, and takes a note away.
      if (label !== null && wrong !== 'label-lost') jar['label'] = label;
      if (note !== undefined && !(note === null && wrong === 'note-kept')) jar['note'] = note;
    }
    return { status: 200, body: jar };
  };
}
