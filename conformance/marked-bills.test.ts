// Bills that are read as deleted once they are, and that are sent with lines in them alone: made as the documents show them, or
// with lines added to them, which have no address of their own.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string =>
  `content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }`;
const LINE = '{ text: Wood, price: 300 }';

/** @param shown the body that the documents show of a create */
const bills = (shown: string): string => `openapi: 3.1.0
info: { title: Bills, version: '1' }
paths:
  /bills:
    post:
      operationId: createBill
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/New" }, example: ${shown} } } }
      responses: { '201': { description: made, ${json('Bill')} }, '400': { description: wrong } }
  /bills/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getBill
      description: 'If the bill has been deleted, returns \`{"id": "b1", "deleted": true}\` instead.'
      responses: { '200': { description: ok, ${json('Bill')} }, '404': { description: none } }
    delete:
      operationId: removeBill
      description: Permanently deletes a bill.
      responses: { '200': { description: gone, ${json('Gone')} }, '404': { description: none } }
  /bills/{id}/lines:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      operationId: addLine
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Line" }, example: ${LINE} } } }
      responses: { '201': { description: added, ${json('Bill')} }, '400': { description: wrong }, '404': { description: none } }
  /bills/{id}/send:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post: { operationId: sendBill, description: 'Sets \`state\` to \`sent\`.', responses: { '200': { description: sent, ${json('Bill')} }, '404': { description: none }, '409': { description: It has no lines or is no draft. } } }
components:
  schemas:
    Line: { type: object, required: [text, price], properties: { text: { type: string }, price: { type: integer } } }
    New: { type: object, required: [payer], properties: { payer: { type: string, maxLength: 30 }, lines: { type: array, items: { $ref: "#/components/schemas/Line" } } } }
    Bill: { type: object, required: [id], properties: { id: { type: string }, payer: { type: string }, lines: { type: array, items: { $ref: "#/components/schemas/Line" } }, state: { type: string, enum: [draft, sent] }, deleted: { type: boolean } } }
    Gone: { type: object, required: [id, deleted], properties: { id: { type: string }, deleted: { type: boolean } } }
`;

type Wrong = 'forgets what was deleted' | 'shows it as before';

function handler(wrong?: Wrong): Handler {
  const all = new Map<string, { id: string; payer: unknown; lines: unknown[]; state: string; deleted?: true }>();
  let last = 0;
  const isLine = (one: unknown): boolean => {
    const { text, price } = (one ?? {}) as Record<string, unknown>;
    return typeof text === 'string' && Number.isInteger(price);
  };
  return ({ method, path, body }) => {
    const [, , id = '', action] = path.split('/');
    const known = all.get(id);
    const sent = objectIn(body);
    if (method === 'POST' && id === '') {
      const { payer, lines = [] } = sent ?? {};
      if (typeof payer !== 'string' || payer.length > 30 || !Array.isArray(lines) || !lines.every(isLine))
        return { status: 400 };
      const made = { id: `b${++last}`, payer, lines: [...lines], state: 'draft' };
      all.set(made.id, made);
      return { status: 201, body: made };
    }
    if (!known) return { status: 404 };
    const gone = { id, deleted: true };
    if (method === 'GET' && known.deleted && wrong !== 'shows it as before')
      return wrong ? { status: 404 } : { status: 200, body: gone };
    if (method === 'GET') return { status: 200, body: { ...known, deleted: undefined } };
    if (known.deleted) return { status: 404 };
    if (method === 'DELETE') {
      known.deleted = true;
      return { status: 200, body: gone };
    }
    if (action === 'lines') {
      if (!isLine(sent)) return { status: 400 };
      known.lines.push(sent);
      return { status: 201, body: known };
    }
    if (known.state !== 'draft' || known.lines.length === 0) return { status: 409 };
    known.state = 'sent';
    return { status: 200, body: known };
  };
}

it.each([
  ['as the documents show it', `{ payer: Ann, lines: [${LINE}] }`],
  ['and lines are added', '{ payer: Ann }'],
])('a bill is made %s, so that it can be sent', async (_, shown) => {
  const run = await certifyHandler(bills(shown), handler());
  expect([failures(run), run.counts.cantTell]).toEqual([{}, 0]);
  const sent = run.cases.filter(({ id, operation }) => operation === 'sendBill' && id.endsWith('/as-documented'));
  expect(sent.map(({ outcome }) => outcome)).toEqual(['passed']);
});

it.each(['forgets what was deleted', 'shows it as before'] as const)('fails a server that %s', async (wrong) => {
  const run = await certifyHandler(bills('{ payer: Ann }'), handler(wrong), 'story/');
  const found = Object.entries(failures(run)).filter(([id]) => id.endsWith('/delete'));
  expect(found.map(([, ids]) => ids)).toContainEqual(['marked']);
});
