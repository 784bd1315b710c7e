// A HEAD says what a GET does; versions are named one by one, or several at once.
import { expect, it } from 'vitest';
import { failures } from '../../testing/certify-fake.js';
import { certifyHandler, objectIn } from '../../testing/certify-handler.js';

const ETAG = 'headers: { ETag: { required: true, schema: { type: string } } }';
const ONE =
  'content: { application/json: { schema: { type: object, required: [text], properties: { id: { type: integer, readOnly: true }, text: { type: string } } } } }';
const SPEC = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    post: { operationId: add, requestBody: { required: true, ${ONE} }, responses: { '201': { description: made, ${ONE} } } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    head: { operationId: look, responses: { '200': { description: ok, ${ETAG} }, '404': { description: none } } }
    get:
      operationId: read
      parameters: [{ name: If-None-Match, in: header, schema: { type: string } }]
      responses: { '200': { description: ok, ${ETAG}, ${ONE} }, '304': { description: same }, '404': { description: none } }
    put:
      operationId: change
      parameters: [{ name: If-Match, in: header, schema: { type: string } }]
      requestBody: { required: true, ${ONE} }
      responses: { '200': { description: ok, ${ETAG}, ${ONE} }, '404': { description: none }, '412': { description: other } }
    delete: { operationId: drop, responses: { '204': { description: gone }, '404': { description: none } } }
`;

const opaque = (tags: string): string[] => tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

it.each<[string, string[]]>([
  ['nothing', []],
  ['HEAD has another ETag', ['head/etag']],
  ['HEAD has another type', ['head/type']],
  ['304 has no ETag', ['not-modified']],
  ['If-Match names but one', ['status']],
  ['If-None-Match names but one', ['status']],
])('wrong: %s', async (wrong, found) => {
  const notes = new Map<string, { id: number; text: unknown; version: number }>();
  let last = 0;
  const run = await certifyHandler(SPEC, ({ method, path, body, headers }) => {
    const id = path.split('/')[2] ?? '';
    const note = notes.get(id) ?? { id: ++last, text: '', version: 1 };
    if (id !== '' && !notes.has(id)) return { status: 404 };
    if (method === 'PUT' || method === 'POST') {
      const text = objectIn(body)?.['text'];
      const named = headers['if-match'] ?? '*';
      const tags = wrong === 'If-Match names but one' ? [named] : opaque(named);
      if (named !== '*' && !tags.includes(`"${note.version}"`)) return { status: 412 };
      if (typeof text !== 'string') return { status: 400 };
      Object.assign(note, { text, version: note.version + 1 });
      notes.set(String(note.id), note);
    }
    if (method === 'DELETE') return { status: notes.delete(id) ? 204 : 404 };
    const ETag = `"${note.version}"`;
    const shown = { id: note.id, text: note.text };
    if (method === 'HEAD') {
      const type = wrong === 'HEAD has another type' ? 'text/html' : 'application/json';
      return { status: 200, headers: { ETag: wrong === 'HEAD has another ETag' ? '"0"' : ETag, 'Content-Type': type } };
    }
    const known = headers['if-none-match'];
    const tags = known === undefined || wrong === 'If-None-Match names but one' ? [known] : opaque(known);
    if (method === 'GET' && tags.includes(ETag))
      return { status: 304, headers: wrong === '304 has no ETag' ? {} : { ETag } };
    return { status: method === 'POST' ? 201 : 200, headers: { ETag }, body: shown };
  });
  expect([...new Set(Object.values(failures(run)).flat())]).toEqual(found);
  expect(run.counts.untested + run.counts.cantTell).toBe(0);
});
