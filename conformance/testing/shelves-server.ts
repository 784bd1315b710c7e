// A server for fixtures/shelves.yaml, written by hand; each of its checks and habits can be left out by name.
import { randomUUID } from 'node:crypto';
import type { FakeAnswer, Handler } from './fake-server.js';
import { TOKEN } from './fake-server.js';

type Json = Record<string, unknown>;
type Check = readonly [name: string, holds: (body: Json) => boolean];

const absentOr = (name: string, holds: (value: unknown) => boolean) => (body: Json) =>
  body[name] === undefined || holds(body[name]);
const text = (value: unknown): value is string => typeof value === 'string';
const number = (value: unknown): value is number => typeof value === 'number';

const FIELDS: Check[] = [
  [
    'closed',
    (b) =>
      Object.keys(b).every((k) => ['code', 'width', 'boards', 'wood', 'note', 'tags', 'built', 'legs'].includes(k)),
  ],
  ['code form', absentOr('code', (v) => text(v) && /^[A-Z]{3}\d{6}$/.test(v))],
  ['width type', absentOr('width', number)],
  ['width above', absentOr('width', (v) => !number(v) || v <= 500)],
  ['width below', absentOr('width', (v) => !number(v) || v > 0)],
  ['width step', absentOr('width', (v) => !number(v) || Number.isInteger(v * 2))],
  ['boards whole', absentOr('boards', (v) => Number.isInteger(v))],
  ['boards above', absentOr('boards', (v) => !number(v) || v <= 12)],
  ['boards below', absentOr('boards', (v) => !number(v) || v >= 1)],
  ['wood listed', absentOr('wood', (v) => v === 'oak' || v === 'pine')],
  ['note length', absentOr('note', (v) => v === null || (text(v) && v.length <= 40))],
  ['tags many', absentOr('tags', (v) => !Array.isArray(v) || v.length <= 3)],
  ['tags few', absentOr('tags', (v) => Array.isArray(v) && v.length > 0)],
  ['tags once', absentOr('tags', (v) => !Array.isArray(v) || new Set(v).size === v.length)],
  ['tags items', absentOr('tags', (v) => !Array.isArray(v) || v.every((t) => text(t) && t.length > 1))],
  ['built form', absentOr('built', (v) => text(v) && !Number.isNaN(Date.parse(v)))],
  [
    'legs inside',
    absentOr('legs', (v) => typeof v === 'object' && v !== null && Number.isInteger((v as Json)['count'])),
  ],
  ['legs above', absentOr('legs', (v) => !number((v as Json)?.['count']) || Number((v as Json)['count']) <= 4)],
];
const REQUIRED: Check = ['required', (b) => ['code', 'width', 'tags', 'legs'].every((k) => b[k] !== undefined)];
const BOOK: Check[] = [
  ['book required', (b) => b['title'] !== undefined && b['pages'] !== undefined],
  ['book length', absentOr('title', (v) => text(v) && v.length <= 60)],
  ['book pages', absentOr('pages', (v) => Number.isInteger(Number(v)) && Number(v) >= 1)],
  ['book lent', absentOr('lent', (v) => v === 'true' || v === 'false')],
];

/** @param wrong the check or habit that is left out */
export function shelvesHandler(wrong = ''): Handler {
  const shelves = new Map<string, Json>();
  const books = new Map<string, { shelf: string; book: Json }>();
  let next = 40;
  const error = (status: number): FakeAnswer => ({ status, body: { error: `error ${status}` } });
  const holds = (checks: Check[], body: Json): boolean => checks.every(([name, ok]) => name === wrong || ok(body));
  const parsed = (body: string): Json | undefined => {
    try {
      const value: unknown = JSON.parse(body);
      return typeof value === 'object' && value !== null ? (value as Json) : undefined;
    } catch {
      return undefined;
    }
  };
  const list = (query: URLSearchParams): FakeAnswer => {
    const limit = Number(query.get('limit') ?? 20);
    const wood = query.get('wood');
    if (wrong !== 'limit range' && !(Number.isInteger(limit) && limit >= 1 && limit <= 50)) return error(400);
    if (wrong !== 'wood query' && wood !== null && wood !== 'oak' && wood !== 'pine') return error(400);
    const found = [...shelves.values()].filter((s) => wood === null || wrong === 'filter' || s['wood'] === wood);
    return { status: 200, body: { shelves: wrong === 'limit' ? found : found.slice(0, limit) } };
  };
  const createShelf = (body: Json | undefined): FakeAnswer => {
    if (!body || !holds([...FIELDS, REQUIRED], body)) return error(400);
    if ([...shelves.values()].some((s) => s['code'] === body['code'])) return error(409);
    const id = next++;
    const shelf: Json = { boards: wrong === 'default' ? 5 : 4, ...body, id };
    if (wrong === 'lost field') delete shelf['note'];
    shelves.set(String(id), shelf);
    return { status: 200, body: shelf };
  };
  const onShelf = (id: string, method: string, body: string): FakeAnswer => {
    const shelf = shelves.get(id);
    if (!/^\d+$/.test(id) && wrong !== 'key form') return error(400);
    if (!shelf) return wrong === 'key form' ? { status: 200, body: {} } : error(404);
    if (method === 'DELETE') {
      shelves.delete(id);
      return { status: 204 };
    }
    if (method === 'PATCH') {
      const change = parsed(body);
      if (!change || !holds(FIELDS, change)) return error(400);
      const bare = { id: shelf['id'], code: 'AAA000000', width: 1, boards: 4 };
      shelves.set(id, { ...(wrong === 'patch replaces' ? bare : shelf), ...change });
      return { status: 200, body: shelves.get(id) };
    }
    return { status: 200, body: wrong === 'another' ? { ...shelf, id: 1 } : shelf };
  };
  const createBook = (shelf: string, body: string): FakeAnswer => {
    if (!shelves.has(shelf)) return error(404);
    const form = Object.fromEntries(new URLSearchParams(body));
    if (!holds(BOOK, form)) return error(400);
    const id = randomUUID();
    const book = { id, title: form['title'], pages: Number(form['pages']), lent: form['lent'] === 'true' };
    if (wrong === 'book cut') book.title = String(book.title).slice(0, 3);
    books.set(id, { shelf, book });
    return { status: 201, headers: { Location: `/shelves/${shelf}/books/${id}` }, body: book };
  };
  const onBook = (shelf: string, id: string, method: string): FakeAnswer => {
    const found = books.get(id);
    if (!found || (found.shelf !== shelf && wrong !== 'any shelf')) return error(404);
    if (method !== 'DELETE') return { status: 200, body: found.book };
    books.delete(id);
    return { status: 204 };
  };
  return ({ method, path: address, headers, body }) => {
    const [path = '', query = ''] = address.split('?');
    if (headers['authorization'] !== `Bearer ${TOKEN}`)
      return { ...error(401), headers: { 'WWW-Authenticate': 'Bearer' } };
    const [, , shelf, inside, book] = path.split('/');
    if (shelf === undefined) return method === 'GET' ? list(new URLSearchParams(query)) : createShelf(parsed(body));
    if (inside === undefined) return onShelf(shelf, method, body);
    return book === undefined ? createBook(shelf, body) : onBook(shelf, book, method);
  };
}
