// Fields that are needed with a value of another one, and fields that may only be changed in a state.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const BID = '{ $ref: "#/components/schemas/Bid" }';
const WRONG = "'422': { description: Wrong }";
const NONE = "'404': { description: None }";
const SPEC = `openapi: 3.1.0
info: { title: Bids, version: '1' }
paths:
  /bids:
    post: { operationId: addBid, requestBody: { required: true, ${json('{ type: object, required: [sum], properties: { sum: { type: integer, minimum: 1, maximum: 900 } } }')} }, responses: { '201': { description: Made, ${json(BID)} }, ${WRONG} } }
  /bids/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getBid, responses: { '200': { description: OK, ${json(BID)} }, ${NONE} } }
    patch: { operationId: changeBid, requestBody: { required: true, ${json('{ $ref: "#/components/schemas/Change" }')} }, responses: { '200': { description: OK, ${json(BID)} }, ${NONE}, '409': { description: Not now }, ${WRONG} } }
    delete: { operationId: dropBid, responses: { '204': { description: Gone }, ${NONE} } }
components:
  schemas:
    Change:
      type: object
      properties:
        sum: { type: integer, minimum: 1, maximum: 900, description: 'Can only be changed while the bid is \`open\`: else 409.' }
        status: { type: string, enum: [open, held, lost] }
        reason: { type: string, minLength: 1, maxLength: 40, description: Required when \`status\` is \`lost\`. }
    Bid: { type: object, required: [id, sum, status], properties: { id: { type: integer }, sum: { type: integer }, status: { type: string, enum: [open, held, lost], description: New bids are open. }, reason: { type: string } } }
`;

interface Bid {
  id: number;
  sum: number;
  status: string;
  reason?: string;
}

const isSum = (one: unknown): one is number => Number.isInteger(one) && Number(one) >= 1 && Number(one) <= 900;
const isReason = (one: unknown): boolean => typeof one === 'string' && one !== '' && [...one].length <= 40;

function bids(wrong: string): Handler {
  const all = new Map<string, Bid>();
  const change = (bid: Bid, given: Record<string, unknown> | undefined): number => {
    const { sum, status, reason } = given ?? {};
    if (!given || (sum !== undefined && !isSum(sum)) || (reason !== undefined && !isReason(reason))) return 422;
    if (status !== undefined && !['open', 'held', 'lost'].includes(status as string)) return 422;
    const lost = status === 'lost' || (wrong === 'always wants a reason' && status !== undefined);
    if (lost && reason === undefined && wrong !== 'wants no reason') return 422;
    if (sum !== undefined && bid.status !== 'open' && wrong !== 'takes any sum') return 409;
    Object.assign(bid, JSON.parse(JSON.stringify({ sum, status, reason })));
    return 200;
  };
  return ({ method, path, body }) => {
    const [, , id] = path.split('/');
    const given = objectIn(body);
    if (id === undefined) {
      const { sum } = given ?? {};
      if (!isSum(sum)) return { status: 422 };
      const bid: Bid = { id: all.size + 1, sum, status: 'open' };
      all.set(String(bid.id), bid);
      return { status: 201, body: bid };
    }
    const bid = all.get(id);
    if (!bid || bid.status === 'gone') return { status: 404 };
    if (method === 'DELETE') bid.status = 'gone';
    const status = method === 'PATCH' ? change(bid, given) : 200;
    return method === 'DELETE' ? { status: 204 } : status === 200 ? { status, body: bid } : { status };
  };
}

it('passes a right server whole', async () => {
  const run = await certifyHandler(SPEC, bids(''));
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([]);
});

it.each([
  ['wants no reason', 'changeBid/needed', 'derived/changeBid/needed/reason'],
  ['always wants a reason', 'changeBid/not-needed', 'derived/changeBid/not-needed/reason'],
  ['takes any sum', 'changeBid-sum', 'story/changeBid-sum-in-held/refused'],
])('a server that %s', async (wrong, only, found) => {
  expect(Object.keys(failures(await certifyHandler(SPEC, bids(wrong), only)))).toEqual([found]);
});

it('takes any sum where nothing says when it may be changed', async () => {
  const spec = SPEC.replace(/, description: 'Can only be[^']*'/, '');
  const run = await certifyHandler(spec, bids('takes any sum'));
  expect(run.counts.passed).toBeGreaterThan(0);
  expect(failures(run)).toEqual({});
});
