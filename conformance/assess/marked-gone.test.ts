// Things that stay to be read after a delete, marked.
import { expect, it } from 'vitest';
import type { Operation } from '../plan/resources.js';
import { certifyFake, failures } from '../testing/certify-fake.js';
import { startFake } from '../testing/fake-server.js';
import { isMarkedGone, leavesNothing } from './marked-gone.js';

it.each([
  [{ state: 'cancelled' }, true],
  [{ data: { status: 'DELETED', id: 1 } }, true],
  [{ deleted: true }, true],
  [{ archivedAt: '2020-01-01T00:00:00Z' }, true],
  [{ isActive: false }, true],
  [{ state: 'requested' }, false],
  [{ deleted: false, deletedAt: null, enabled: true }, false],
  [{ title: 'cancelled' }, false],
  [undefined, false],
])('%j: %s', (value, gone) => expect(isMarkedGone(value)).toBe(gone));

const CONTENT =
  'content: { application/json: { schema: { properties: { id: { type: integer }, state: { type: string } } } } }';
const SPEC = `openapi: 3.1.0
info: { title: Calls, version: '1' }
paths:
  /calls:
    post: { operationId: createCall, responses: { '201': { description: made, ${CONTENT} } } }
  /calls/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getCall, responses: { '200': { description: ok, ${CONTENT} }, '404': { description: none } } }
    delete: { operationId: endCall, responses: { '200': { description: ended, ${CONTENT} } } }
`;

it.each([
  ['cancelled', {}],
  ['open', { 'story/calls-createCall/delete': ['gone-after-delete'] }],
])('a delete that leaves it %s', async (state, failed) => {
  const calls = new Map<number, { id: number; state: string }>();
  const server = await startFake(({ method, path }) => {
    if (method === 'POST') calls.set(calls.size + 1, { id: calls.size + 1, state: 'open' });
    const call = calls.get(method === 'POST' ? calls.size : Number(path.split('/')[2]));
    if (call && method === 'DELETE') call.state = state;
    return call ? { status: method === 'POST' ? 201 : 200, body: call } : { status: 404 };
  });
  try {
    expect(failures(await certifyFake(SPEC, server.url))).toEqual(failed);
  } finally {
    await server.close();
  }
});

it.each([
  ['It goes to the bin: it is not found and not listed any more.', true],
  ['The call is no longer listed.', true],
  ['Permanently deletes the call.', true],
  ['Ends the call. 404 when it is not found.', false],
  ['Ends the call.', false],
])('%s', (description, gone) => expect(leavesNothing({ op: { description } } as Operation)).toBe(gone));
