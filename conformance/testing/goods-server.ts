// Goods in documents like those of JSON:API, of two kinds, with ids made of their names.

import { objectIn } from './certify-handler.js';
import type { Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const GOOD = json('{ type: object, required: [data], properties: { data: { $ref: "#/components/schemas/Good" } } }');
const doc = (more: string, attributes: string): string =>
  json(
    `{ type: object, required: [data], properties: { data: { type: object, required: [type, ${more}attributes], properties: { type: { const: goods }, id: { type: string }, attributes: ${attributes} } } } }`,
  );
const WRONG = "'409': { description: there }, '422': { description: wrong }";
const NONE = "'404': { description: none }";

export const GOODS = `openapi: 3.1.0
info: { title: Goods, version: '1' }
paths:
  /goods:
    get: { operationId: listGoods, parameters: [{ name: 'filter[sold]', in: query, schema: { type: boolean } }], responses: { '200': { description: ok, ${json('{ type: object, properties: { data: { type: array, items: { $ref: "#/components/schemas/Good" } } } }')} } } }
    post:
      operationId: createGood
      requestBody: { required: true, ${doc('', '{ allOf: [{ oneOf: [{ $ref: "#/components/schemas/Book" }, { $ref: "#/components/schemas/Disc" }] }, { required: [name] }] }').replace(', id: { type: string }', '')} }
      responses: { '201': { description: made, ${GOOD} }, ${WRONG} }
  /goods/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getGood, responses: { '200': { description: ok, ${GOOD} }, ${NONE} } }
    patch: { operationId: changeGood, requestBody: { required: true, ${doc('id, ', '{ type: object, minProperties: 1, properties: { name: { type: string }, sold: { type: boolean }, note: { type: string } } }')} }, responses: { '200': { description: ok, ${GOOD} }, ${WRONG}, ${NONE} } }
    delete: { operationId: removeGood, responses: { '204': { description: gone }, ${NONE} } }
components:
  schemas:
    Base: { type: object, properties: { name: { type: string, maxLength: 60 }, sold: { type: boolean, default: false }, note: { type: string } } }
    Book: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [kind, pages], properties: { kind: { const: book }, pages: { type: integer, minimum: 1 } } }] }
    Disc: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [kind, tracks], properties: { kind: { const: disc }, tracks: { type: integer, minimum: 1 } } }] }
    Good: { type: object, required: [type, id], properties: { type: { const: goods }, id: { type: string }, attributes: { type: object, properties: { kind: { type: string }, name: { type: string }, sold: { type: boolean }, note: { type: string }, pages: { type: integer }, tracks: { type: integer } } } } }
`;

type Fields = Record<string, unknown>;

const FIT: Record<string, (value: unknown) => boolean> = {
  name: (v) => typeof v === 'string' && v.length <= 60,
  sold: (v) => typeof v === 'boolean',
  note: (v) => typeof v === 'string',
};

const counts = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0;

/** @param wrong the habit that it has */
export function goodsHandler(wrong = ''): Handler {
  const goods = new Map<string, Fields>();
  const show = (id: string): Fields => ({ data: { type: 'goods', id, attributes: goods.get(id) } });
  return ({ method, path, body }) => {
    const id = path.split('?')[0]?.split('/')[2];
    const known = id === undefined ? undefined : goods.get(id);
    if (id !== undefined && !known) return { status: 404 };
    if (method === 'GET' && id === undefined) {
      const asked = new URLSearchParams(path.split('?')[1]).get('filter[sold]');
      const found = [...goods.keys()].filter(
        (one) => asked === null || wrong === 'lists all' || String(goods.get(one)?.['sold']) === asked,
      );
      return { status: 200, body: { data: found.map((one) => show(one)['data']) } };
    }
    if (id !== undefined && method === 'GET') return { status: 200, body: show(id) };
    if (id !== undefined && method === 'DELETE') return { status: goods.delete(id) ? 204 : 404 };
    const data = objectIn(body)?.['data'] as Fields | null | undefined;
    const sent = data?.['attributes'] as Fields | null | undefined;
    const fits =
      typeof sent === 'object' &&
      sent !== null &&
      Object.entries(sent).every(([name, value]) => FIT[name]?.(value) ?? true);
    if (data?.['type'] !== 'goods' || !fits) return { status: 422 };
    if (id !== undefined) {
      if (data['id'] !== id) return { status: 409 };
      if (Object.keys(sent).length === 0) return { status: 422 };
      goods.set(id, { ...known, ...(wrong === 'resets' ? { sold: false } : {}), ...sent });
      return { status: 200, body: show(id) };
    }
    const { kind, name, pages, tracks } = sent;
    const whole = kind === 'book' ? counts(pages) || wrong === 'takes no pages' : kind === 'disc' && counts(tracks);
    if (!whole || typeof name !== 'string') return { status: 422 };
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '-');
    if (goods.has(slug)) return { status: 409 };
    goods.set(slug, { sold: wrong === 'sells at once', ...sent });
    return { status: 201, body: show(slug) };
  };
}
