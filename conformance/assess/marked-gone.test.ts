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

const notes = (told: string): string => `openapi: 3.1.0
info: { title: Notes, version: '1' }
components:
  schemas:
    Note: { type: object, properties: { id: { type: integer }, text: { type: string }, deletedAt: { type: [string, 'null'] } } }
paths:
  /notes:
    get:
      operationId: listNotes
      parameters:
        - { name: show, in: query, description: Deleted notes are left out unless show=all is given., example: all, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Note' } } } } } }
    post:
      operationId: addNote
      requestBody: { content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } }, example: { text: hello } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getNote, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, '404': { description: '${told}' } } }
    delete: { operationId: deleteNote, summary: Delete a note, responses: { '204': { description: deleted } } }
`;

interface Note {
  id: number;
  text: string;
  deletedAt: string | null;
}

function textIn(body: string): string | undefined {
  try {
    const { text } = JSON.parse(body);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

async function failuresOf(told: string, { reads = false, marks = true }): Promise<object> {
  const all: Note[] = [];
  const shown = (note: Note): Note => ({ ...note, deletedAt: marks ? note.deletedAt : null });
  const server = await startFake(({ method, path, body }) => {
    if (path.startsWith('/notes?') || path === '/notes') {
      if (method === 'GET')
        return { status: 200, body: all.filter((n) => path.includes('show=all') || !n.deletedAt).map(shown) };
      const text = textIn(body);
      if (method !== 'POST' || text === undefined) return { status: method === 'POST' ? 400 : 405 };
      return { status: 201, body: all[all.push({ id: all.length + 1, text, deletedAt: null }) - 1] };
    }
    const note = all.find(({ id }) => path === `/notes/${id}`);
    if (!note || (note.deletedAt && !(reads && method === 'GET'))) return { status: 404 };
    if (method === 'DELETE') note.deletedAt = '2026-01-01T00:00:00Z';
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: shown(note) };
  });
  try {
    return failures(await certifyFake(notes(told), server.url));
  } finally {
    await server.close();
  }
}

it('what is read after a delete, marked, is right unless the documents of the read say otherwise', async () => {
  expect(await failuresOf('no such note', { reads: true })).toEqual({});
  const told = await failuresOf('no such note, or it was deleted', { reads: true });
  expect(Object.values(told).flat()).toContain('gone-after-delete');
});

it('a list of what was deleted says so of it', async () => {
  expect(await failuresOf('no such note', {})).toEqual({});
  expect(await failuresOf('no such note', { marks: false })).toEqual({
    'story/listNotes-left-out-show/list-with-option': ['marked'],
  });
});

it.each([
  ['It goes to the bin: it is not found and not listed any more.', true],
  ['The call is no longer listed.', true],
  ['Permanently deletes the call.', true],
  ['Ends the call. 404 when it is not found.', false],
  ['Ends the call.', false],
])('%s', (description, gone) => expect(leavesNothing({ op: { description } } as Operation)).toBe(gone));

it.each([
  ['Deletes it softly and keeps its log.', 'Deleted calls are `404` as well.', 'No such call', true],
  ['Deletes it softly and keeps its log.', 'Reads a call.', 'No such call, or it was deleted', false],
  ['Deletes it.', 'Reads a call.', 'No such call, or it was deleted', true],
  ['Deletes it.', 'Reads a call.', 'No such call', false],
])('%s %s %s', (removal, read, description, gone) => {
  const responses = [{ status: '404', description }];
  const retrieve = { op: { description: read, responses } } as Operation;
  expect(leavesNothing({ op: { description: removal } } as Operation, retrieve)).toBe(gone);
});
