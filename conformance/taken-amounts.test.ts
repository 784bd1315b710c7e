// Amounts that one thing takes from another, and sums that follow from what is put into a thing.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { FakeAnswer, Handler } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const shape = (name: string): string => json(`{ $ref: "#/components/schemas/${name}" }`);
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]';
const NONE = "'404': { description: None }";
const WRONG = "'422': { description: Wrong }";
const SPEC = `openapi: 3.1.0
info: { title: Sales, version: '1' }
paths:
  /wares:
    post: { operationId: addWare, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewWare" }, example: { price: 3, stock: 40 } } } }, responses: { '201': { description: Made, ${shape('Ware')} }, ${WRONG} } }
  /wares/{id}:
    ${ID}
    get: { operationId: getWare, responses: { '200': { description: OK, ${shape('Ware')} }, ${NONE} } }
    delete: { operationId: dropWare, responses: { '204': { description: Gone }, ${NONE} } }
  /sales:
    post: { operationId: addSale, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewSale" }, example: { wareId: 1, quantity: 2 } } } }, responses: { '201': { description: Made, ${shape('Sale')} }, ${WRONG} } }
  /sales/{id}:
    ${ID}
    get: { operationId: getSale, responses: { '200': { description: OK, ${shape('Sale')} }, ${NONE} } }
    delete: { operationId: dropSale, responses: { '204': { description: Gone }, ${NONE} } }
  /sales/{id}/close:
    ${ID}
    post: { operationId: closeSale, description: The stock of the ware goes down by the quantity., responses: { '200': { description: OK, ${shape('Sale')} }, ${NONE} } }
  /sales/{id}/undo:
    ${ID}
    post: { operationId: undoSale, description: What it took from the stock is put back., responses: { '200': { description: OK, ${shape('Sale')} }, ${NONE} } }
  /sales/{saleId}/fees:
    parameters: [{ name: saleId, in: path, required: true, schema: { type: integer } }]
    post: { operationId: addFee, requestBody: { required: true, ${shape('Fee')} }, responses: { '201': { description: Made, ${shape('Fee')} }, ${NONE}, ${WRONG} } }
  /sales/{saleId}/fees/{feeId}:
    parameters: [{ name: saleId, in: path, required: true, schema: { type: integer } }, { name: feeId, in: path, required: true, schema: { type: integer } }]
    delete: { operationId: dropFee, responses: { '204': { description: Gone }, ${NONE} } }
components:
  schemas:
    NewWare: { type: object, required: [price], properties: { price: { type: integer, minimum: 1 }, stock: { type: integer, minimum: 0, default: 0 } } }
    Ware: { type: object, required: [id, price, stock], properties: { id: { type: integer }, price: { type: integer }, stock: { type: integer } } }
    NewSale: { type: object, required: [wareId, quantity], properties: { wareId: { type: integer }, quantity: { type: integer, minimum: 1, maximum: 9 } } }
    Sale: { type: object, required: [id, wareId, quantity, fees, due], properties: { id: { type: integer }, wareId: { type: integer }, quantity: { type: integer }, fees: { type: array, items: { $ref: '#/components/schemas/Fee' } }, due: { type: integer, description: Sum of the amounts of all fees. } } }
    Fee: { type: object, required: [amount], properties: { id: { type: integer, readOnly: true }, amount: { type: integer, minimum: 1, maximum: 90 } } }
`;

interface Fee {
  id: number;
  amount: number;
}
interface Sale {
  id: number;
  wareId: number;
  quantity: number;
  fees: Fee[];
}

const within = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

function sales(wrong: string): Handler {
  const wares = new Map<string, { id: number; price: number; stock: number }>();
  const all = new Map<string, Sale>();
  let last = 0;
  const shown = (sale: Sale, due = sale.fees.reduce((sum, { amount }) => sum + amount, 0)): object => ({
    ...sale,
    due: wrong === 'adds nothing up' ? 0 : due,
  });
  const act = (sale: Sale, action: string | undefined): FakeAnswer => {
    const ware = wares.get(String(sale.wareId));
    const amount = wrong === 'takes one' ? 1 : sale.quantity;
    if (ware && action === 'close' && wrong !== 'takes nothing') ware.stock -= amount;
    if (ware && action === 'undo' && wrong !== 'keeps it') ware.stock += amount;
    return { status: 200, body: shown(sale) };
  };
  const fee = (sale: Sale, method: string, id: string | undefined, body: string): FakeAnswer => {
    const at = sale.fees.findIndex((one) => String(one.id) === id);
    if (method === 'DELETE') return { status: sale.fees.splice(at, at < 0 ? 0 : 1).length > 0 ? 204 : 404 };
    const { amount } = objectIn(body) ?? {};
    if (!within(amount, 1, 90)) return { status: 422 };
    const made = { id: ++last, amount };
    sale.fees.push(made);
    return { status: 201, body: made };
  };
  const make = (things: string | undefined, body: string): FakeAnswer => {
    const given = objectIn(body) ?? {};
    if (things === 'wares') {
      const { price, stock = 0 } = given;
      if (!within(price, 1, 1e9) || !within(stock, 0, 1e9)) return { status: 422 };
      const ware = { id: ++last, price, stock };
      wares.set(String(last), ware);
      return { status: 201, body: ware };
    }
    const { wareId, quantity } = given;
    if (!wares.has(String(wareId)) || !within(quantity, 1, 9)) return { status: 422 };
    const sale = { id: ++last, wareId: Number(wareId), quantity, fees: [] };
    all.set(String(last), sale);
    return { status: 201, body: shown(sale) };
  };
  return ({ method, path, body }) => {
    const [, things, id, part, inner] = path.split('/');
    if (id === undefined) return make(things, body);
    const ware = wares.get(id);
    const sale = all.get(id);
    if (things === 'wares' ? !ware : !sale) return { status: 404 };
    if (sale && part === 'fees') return fee(sale, method, inner, body);
    if (sale && part !== undefined) return act(sale, part);
    if (method === 'DELETE') return { status: (things === 'wares' ? wares : all).delete(id) ? 204 : 404 };
    return { status: 200, body: sale ? shown(sale) : (ware ?? {}) };
  };
}

it('passes a right server whole', async () => {
  const run = await certifyHandler(SPEC, sales(''));
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([]);
});

it.each([
  ['takes nothing', 'closeSale-takes', { 'story/closeSale-takes-stock/taken': ['counted'] }],
  ['takes one', 'closeSale-takes', { 'story/closeSale-takes-stock/taken': ['counted'] }],
  ['keeps it', 'closeSale-takes', { 'story/closeSale-takes-stock/given-back': ['counted'] }],
  ['adds nothing up', 'addFee-followed', { 'story/addFee-followed/with-it': ['computed/due'] }],
])('a server that %s', async (wrong, only, found) => {
  expect(failures(await certifyHandler(SPEC, sales(wrong), only))).toEqual(found);
});

it('takes nothing where nothing is told', async () => {
  const spec = SPEC.replace('The stock of the ware goes down by the quantity.', 'Closes it.');
  const run = await certifyHandler(spec, sales('takes nothing'));
  expect(run.counts.passed).toBeGreaterThan(0);
  expect(failures(run)).toEqual({});
});
