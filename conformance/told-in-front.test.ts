// Orders that name a stall by its slug and its dishes by their ids, and whose states are told in front of all operations on them.
import { expect, it } from 'vitest';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { FakeAnswer, FakeRequest, Handler } from './testing/fake-server.js';

const text = { type: 'string' };
const content = (schema: object, example?: object) => ({
  content: { 'application/json': { schema, ...(example ? { example } : {}) } },
});
const object = (properties: object, required: string[]) => ({ type: 'object', required, properties });
const variable = (name: string) => ({ name, in: 'path', required: true, schema: text });

const STALL = object({ slug: { ...text, pattern: '^[a-z0-9-]+$' }, open: { type: 'boolean', default: false } }, [
  'slug',
]);
const DISH = object({ name: text, price: { type: 'integer', minimum: 1 } }, ['name', 'price']);
const LINE = object({ dish_id: { ...text, description: 'A dish of that stall' } }, ['dish_id']);
const ORDER = object(
  {
    stall: { ...text, description: 'Slug of the stall. It has to be open (409 otherwise)' },
    lines: { type: 'array', minItems: 1, items: LINE },
  },
  ['stall', 'lines'],
);
const SHOWN = object({ id: text, status: text }, ['id', 'status']);
const placed = { id: 'o-1', status: 'placed' };

function action(verb: string, description: string) {
  const responses = { 200: { description: 'The order', ...content(SHOWN) }, 404: { description: 'none' } };
  return {
    parameters: [variable('id')],
    post: { operationId: `${verb}Order`, tags: ['orders'], description, responses },
  };
}

const SPEC = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Stalls', version: '1' },
  tags: [
    {
      name: 'orders',
      description:
        'An order starts as placed. An accepted order is delivered. Only placed orders can be cancelled. Anything else is answered with 409.',
    },
  ],
  paths: {
    '/stalls': {
      post: {
        operationId: 'addStall',
        requestBody: content(STALL, { slug: 'noodles', open: true }),
        responses: { 201: { description: 'made', ...content(STALL) }, 422: { description: 'wrong' } },
      },
    },
    '/stalls/{slug}': {
      parameters: [variable('slug')],
      get: { operationId: 'getStall', responses: { 200: { description: 'ok', ...content(STALL) } } },
      delete: { operationId: 'removeStall', responses: { 204: { description: 'gone' } } },
    },
    '/stalls/{slug}/dishes': {
      parameters: [variable('slug')],
      post: {
        operationId: 'addDish',
        requestBody: content(DISH, { name: 'Udon', price: 9 }),
        responses: {
          201: { description: 'made', ...content(object({ id: text }, ['id'])) },
          422: { description: 'wrong' },
        },
      },
    },
    '/stalls/{slug}/dishes/{dish_id}': {
      parameters: [variable('slug'), variable('dish_id')],
      delete: { operationId: 'removeDish', responses: { 204: { description: 'gone' } } },
    },
    '/orders': {
      post: {
        operationId: 'placeOrder',
        tags: ['orders'],
        requestBody: content(ORDER, { stall: 'noodles', lines: [{ dish_id: 'd-1' }] }),
        responses: {
          201: { description: 'placed', ...content(SHOWN, placed) },
          409: { description: 'it is closed' },
          422: { description: 'wrong' },
        },
      },
    },
    '/orders/{id}': {
      parameters: [variable('id')],
      get: {
        operationId: 'getOrder',
        tags: ['orders'],
        responses: { 200: { description: 'ok', ...content(SHOWN) }, 404: { description: 'none' } },
      },
      delete: { operationId: 'removeOrder', responses: { 204: { description: 'gone' } } },
    },
    '/orders/{id}/accept': action('accept', 'The order is `accepted` then.'),
    '/orders/{id}/deliver': action('deliver', 'Returns the order, now `delivered`.'),
    '/orders/{id}/cancel': action('cancel', 'Returns the order, now `cancelled`.'),
  },
});

type Fault = 'cancels-any' | 'delivers-any';

interface Stall {
  open: boolean;
  dishes: Set<string>;
}

function stalls(fault?: Fault): Handler {
  const all = new Map<string, Stall>();
  const orders = new Map<string, { id: string; status: string }>();
  let last = 0;
  const STEPS: Record<string, [from: string, to: string]> = {
    accept: ['placed', 'accepted'],
    deliver: ['accepted', 'delivered'],
    cancel: ['placed', 'cancelled'],
  };
  const onOrders = ({ method, path, body }: FakeRequest): FakeAnswer => {
    const [, id = '', verb = ''] = path.split('/').slice(1);
    if (method === 'POST' && id === '') {
      const { stall = '', lines } = objectIn(body) ?? {};
      if (!Array.isArray(lines) || lines.length === 0) return { status: 422 };
      const found = typeof stall === 'string' ? all.get(stall) : undefined;
      if (!found || !lines.every((line) => found.dishes.has(line?.dish_id))) return { status: 422 };
      if (!found.open) return { status: 409 };
      const order = { id: `o-${++last}`, status: 'placed' };
      orders.set(order.id, order);
      return { status: 201, body: order };
    }
    const order = orders.get(id);
    if (!order) return { status: 404 };
    if (method === 'DELETE') return { status: orders.delete(id) ? 204 : 404 };
    const [from = '', to = ''] = STEPS[verb] ?? [];
    if (method === 'POST' && order.status !== from && fault !== `${verb}s-any`) return { status: 409 };
    if (method === 'POST') order.status = to;
    return { status: 200, body: order };
  };
  return (request) => {
    const { method, path, body } = request;
    const [place, slug = '', , dish = ''] = path.split('/').slice(1);
    if (place === 'orders') return onOrders(request);
    const sent = objectIn(body);
    if (method === 'POST' && slug === '') {
      const { slug: name, open = false } = sent ?? {};
      if (typeof name !== 'string' || !/^[a-z0-9-]+$/.test(name) || typeof open !== 'boolean') return { status: 422 };
      all.set(name, { open, dishes: new Set() });
      return { status: 201, body: { slug: name, open } };
    }
    const stall = all.get(slug);
    if (!stall) return { status: 404 };
    if (method === 'GET') return { status: 200, body: { slug, open: stall.open } };
    if (method === 'DELETE') return { status: (dish ? stall.dishes.delete(dish) : all.delete(slug)) ? 204 : 404 };
    if (typeof sent?.['name'] !== 'string' || !Number.isInteger(sent['price']) || Number(sent['price']) < 1)
      return { status: 422 };
    const id = `d-${++last}`;
    stall.dishes.add(id);
    return { status: 201, body: { id } };
  };
}

it('makes what an order names, and accuses no right server', async () => {
  const { cases } = await certifyHandler(SPEC, stalls());
  const amiss = cases.filter(({ outcome }) => outcome !== 'passed');
  expect(amiss.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([]);
  expect(cases.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['derived/placeOrder/limit-below/lines', 'story/cancelOrder-in-accepted/refused']),
  );
});

it.each<[Fault, string]>([
  ['cancels-any', 'story/cancelOrder-in-accepted/refused'],
  ['delivers-any', 'story/deliverOrder-in-placed/refused'],
])('catches a server that %s', async (fault, id) => {
  const { cases } = await certifyHandler(SPEC, stalls(fault));
  expect(cases.filter(({ outcome }) => outcome === 'failed').map((one) => one.id)).toContain(id);
});
