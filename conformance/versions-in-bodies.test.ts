// Updates that name the version which they change in their body: versions of any kind are learnt, the one before is refused.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string =>
  `content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }`;

const TICKETS = `openapi: 3.1.0
info: { title: Tickets, version: '1' }
paths:
  /tickets:
    post: { operationId: createTicket, requestBody: { required: true, ${json('New')} }, responses: { '201': { description: made, ${json('Ticket')} }, '400': { description: wrong } } }
  /tickets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getTicket, responses: { '200': { description: ok, ${json('Ticket')} }, '404': { description: none } } }
    patch:
      operationId: changeTicket
      description: The version must be the one that was read.
      requestBody: { required: true, ${json('Change')} }
      responses: { '200': { description: ok, ${json('Ticket')} }, '400': { description: wrong }, '404': { description: none }, '409': { description: It was changed in the meantime. } }
    delete: { operationId: removeTicket, responses: { '204': { description: gone }, '404': { description: none } } }
components:
  schemas:
    New: { type: object, required: [title], properties: { title: { type: string, maxLength: 40 }, note: { type: string, maxLength: 90 }, reason: { type: string, maxLength: 90 } } }
    Change: { type: object, required: [version], properties: { version: VERSION, title: { type: string, maxLength: 40 }, note: { type: string, maxLength: 90 }, reason: { type: string, maxLength: 90 } } }
    Ticket: { type: object, required: [id, title, version], properties: { id: { type: string }, title: { type: string }, note: { type: string }, reason: { type: string }, version: VERSION } }
`;

const KINDS = {
  counted: { schema: '{ type: integer, example: 1 }', version: (n: number) => n + 7 },
  opaque: { schema: '{ type: string, example: a1 }', version: (n: number) => `v${n * n}-${n}` },
};

function tickets(
  { version }: (typeof KINDS)['counted' | 'opaque'],
  wrong?: 'takes any' | 'changes all the same',
): Handler {
  const all = new Map<string, Record<string, unknown> & { changes: number }>();
  let last = 0;
  return ({ method, path, body }) => {
    const id = path.split('/')[2] ?? '';
    const known = all.get(id);
    const shown = (one: typeof known) => {
      const { changes = 0, ...rest } = one ?? {};
      return { ...rest, version: version(changes) };
    };
    if (method !== 'POST' && !known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: shown(known) };
    if (method === 'DELETE') return { status: all.delete(id) ? 204 : 404 };
    const { version: named, ...sent } = objectIn(body) ?? {};
    const fit = ['title', 'note', 'reason'].every((name) => {
      const value = sent[name];
      return value === undefined || (typeof value === 'string' && value.length <= (name === 'title' ? 40 : 90));
    });
    if (!objectIn(body) || !fit) return { status: 400 };
    if (method === 'POST') {
      if (sent['title'] === undefined) return { status: 400 };
      const made = { ...sent, id: `t${++last}`, changes: 0 };
      all.set(made.id, made);
      return { status: 201, body: shown(made) };
    }
    if (typeof named !== typeof version(0) || (typeof named === 'number' && !Number.isInteger(named)))
      return { status: 400 };
    const stale = named !== version(known?.changes ?? 0);
    if (stale && wrong !== 'takes any') {
      if (wrong === 'changes all the same') Object.assign(known ?? {}, sent);
      return { status: 409 };
    }
    Object.assign(known ?? {}, sent, { changes: (known?.changes ?? 0) + 1 });
    return { status: 200, body: shown(known) };
  };
}

it.each(Object.entries(KINDS))('names the version that there is, where versions are %s', async (_, kind) => {
  const run = await certifyHandler(TICKETS.replaceAll('VERSION', kind.schema), tickets(kind));
  expect([failures(run), run.counts.cantTell]).toEqual([{}, 0]);
  expect(run.cases.find(({ id }) => id === 'story/changeTicket-versions/change-stale')?.outcome).toBe('passed');
});

it.each([
  ['takes any', 'status'],
  ['changes all the same', 'unchanged'],
] as const)('fails a server that %s', async (wrong, finding) => {
  const run = await certifyHandler(
    TICKETS.replaceAll('VERSION', KINDS.counted.schema),
    tickets(KINDS.counted, wrong),
    'versions',
  );
  expect(failures(run)['story/changeTicket-versions/change-stale']).toContain(finding);
});

it('takes a version that a create is given for what its author says', async () => {
  const apps = TICKETS.replace('properties: { title', 'properties: { version: VERSION, title').replaceAll(
    'VERSION',
    KINDS.opaque.schema,
  );
  const run = await certifyHandler(apps, tickets(KINDS.opaque), 'versions');
  expect(run.cases.map(({ id }) => id)).toEqual([]);
});
