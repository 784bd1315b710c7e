// Buoys in pages that lead to each other by links, or behind the id of a buoy. One habit may be wrong, or a liberty.
import { objectIn } from './certify-handler.js';
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const BUOY = '{ type: object, properties: { id: { type: integer, readOnly: true }, name: { type: string } } }';
const HEADERS =
  'headers: { Link: { schema: { type: string } }, X-Total-Count: { description: The response has the number of buoys on all pages, schema: { type: integer } } }';

/** @param paging what asks for another page */
const spec = (paging: string): string => `openapi: 3.1.0
info: { title: Buoys, version: '1' }
paths:
  /buoys:
    get:
      operationId: listBuoys
      description: A Link header leads to the first, prev, next and last page; prev is missing on the first page. hasMore is false on the last page.
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }
        - ${paging}
      responses: { '200': { description: ok, ${HEADERS}, ${json(`{ type: object, properties: { buoys: { type: array, items: ${BUOY} }, hasMore: { type: boolean } } }`)} }, '400': { description: A parameter is wrong } }
    post: { operationId: layBuoy, requestBody: { required: true, ${json(BUOY)} }, responses: { '201': { description: made, ${json(BUOY)} } } }
  /buoys/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getBuoy, responses: { '200': { description: ok, ${json(BUOY)} }, '404': { description: none } } }
    delete: { operationId: liftBuoy, responses: { '204': { description: gone }, '404': { description: none } } }
`;

export const BUOYS = spec('{ name: page, in: query, schema: { type: integer, minimum: 1, default: 1 } }');
const AFTER = '{ name: after, in: query, description: The id of a buoy, schema: { type: integer } }';
export const BUOYS_BEHIND = spec(AFTER)
  .replace(/A Link header[^.]*\. /, '')
  .replace('Link: { schema: { type: string } }, ', '');

interface Buoy {
  id: number;
  name?: unknown;
}

/**
 * @param habit what it does otherwise than it says, or than most do
 * @param links whether its pages lead to each other
 */
export function buoysHandler(habit = '', links = true): Handler {
  const buoys: Buoy[] = [];
  let last = 700;
  const linked = (url: URL, page: number, end: number): string => {
    const to = (relation: string, number: number): string => {
      const address = new URL(url);
      address.searchParams.set('page', String(number));
      return `<${address.pathname}${address.search}>; rel="${relation}"`;
    };
    const before = habit === 'leads forwards' ? page : page - 1;
    return [
      ...(habit === 'has no first' || (habit === 'needs no link to itself' && page === 1) ? [] : [to('first', 1)]),
      ...(page > 1 ? [to('prev', before)] : habit === 'leads before the first' ? [to('prev', 1)] : []),
      ...(page < end ? [to('next', page + 1)] : []),
      ...(habit === 'needs no link to itself' && page === end
        ? []
        : [to('last', habit === 'last is next' ? end + 1 : end)]),
    ].join(', ');
  };
  const inPages = (url: URL, limit: number): FakeAnswer => {
    const page = Number(url.searchParams.get('page') ?? 1);
    const end = Math.max(1, Math.ceil(buoys.length / limit));
    const shown = buoys.slice((page - 1) * limit, page * limit);
    const total = habit === 'counts the page' ? shown.length : buoys.length;
    const headers = { ...(links ? { Link: linked(url, page, end) } : {}), 'X-Total-Count': String(total) };
    return { status: 200, headers, body: { buoys: shown, hasMore: page < end || habit === 'always more' } };
  };
  const behind = (after: string, limit: number): FakeAnswer => {
    const at = buoys.findIndex(({ id }) => String(id) === after);
    if (at < 0) return { status: 400 };
    const rest = buoys.slice(habit === 'with itself' ? at : at + 1);
    return { status: 200, body: { buoys: rest.slice(0, limit), hasMore: rest.length > limit } };
  };
  return ({ method, path, body }) => {
    const url = new URL(path, 'http://localhost');
    const [, , id] = url.pathname.split('/');
    if (id === undefined && method === 'POST') {
      const made = { ...objectIn(body), id: ++last };
      buoys.push(made);
      return { status: 201, body: made };
    }
    if (id === undefined) {
      const limit = Number(url.searchParams.get('limit') ?? 20);
      const page = Number(url.searchParams.get('page') ?? 1);
      if (![limit, page].every((one) => Number.isInteger(one) && one >= 1) || limit > 50) return { status: 400 };
      const after = url.searchParams.get('after');
      return after === null ? inPages(url, limit) : behind(after, limit);
    }
    const at = buoys.findIndex((buoy) => String(buoy.id) === id);
    if (at < 0) return { status: 404 };
    if (method === 'GET') return { status: 200, body: buoys[at] };
    buoys.splice(at, 1);
    return { status: 204 };
  };
}
