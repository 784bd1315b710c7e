// Pages of a list, and what stands beside what is changed.
import { expect, it } from 'vitest';
import { certifyFake, failures } from '../../testing/certify-fake.js';
import { startFake } from '../../testing/fake-server.js';

const NOTE = `{ type: object, required: [text], properties: { id: { type: integer, readOnly: true }, text: { type: string } } }`;
const ONE = `content: { application/json: { schema: ${NOTE} } }`;
const PAGE = `content: { application/json: { schema: { properties: { items: { type: array, items: ${NOTE} }, next_cursor: { type: string }, has_more: { type: boolean }, total: { type: integer }, next: { type: string } } } } }`;
const SPEC = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      operationId: listNotes
      parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1 } }, { name: cursor, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, ${PAGE} } }
    post: { operationId: createNote, requestBody: { required: true, ${ONE} }, responses: { '201': { description: made, ${ONE} } } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getNote, responses: { '200': { description: ok, ${ONE} }, '404': { description: none } } }
    put: { operationId: putNote, requestBody: { required: true, ${ONE} }, responses: { '200': { description: ok, ${ONE} } } }
    delete: { operationId: removeNote, responses: { '204': { description: gone } } }
`;

it.each<[string, string[]]>([
  ['nothing', []],
  ['takes but one', []],
  ['first page again', ['next-page']],
  ['counts the page', ['total']],
  ['links another page', ['next-link']],
  ['links the next page, which is right', []],
  ['says that no page comes', ['has-more']],
  ['behind a key: which is right, the next page', []],
  ['behind a key: first page again', ['next-page']],
  ['changes all', ['others-stay']],
  ['removes all', ['others-stay']],
])('wrong: %s', async (wrong, found) => {
  const notes = new Map<number, { id: number; text: unknown }>();
  let last = 0;
  const server = await startFake(({ method, path, body }) => {
    const { pathname, searchParams: query } = new URL(path, 'http://localhost');
    const id = pathname.split('/')[2];
    if (id === undefined && method === 'GET') {
      const behind = [...notes.keys()].indexOf(Number(query.get('starting_after'))) + 1;
      const from = wrong.endsWith('first page again') ? 0 : Number(query.get('cursor') ?? behind);
      const to = from + Number(query.get('limit') ?? 9);
      const items = [...notes.values()].slice(from, to);
      const total = wrong === 'counts the page' ? items.length : notes.size;
      const next = `/notes?cursor=${wrong === 'links another page' ? to + 1 : to}`;
      return {
        status: 200,
        body: {
          items,
          ...(wrong.startsWith('behind') ? {} : { next_cursor: String(to) }),
          has_more: wrong !== 'says that no page comes' && to < notes.size,
          total,
          ...(wrong.startsWith('links') ? { next } : {}),
        },
      };
    }
    if (id === undefined) {
      if (wrong === 'takes but one' && notes.size > 0) return { status: 409 };
      const note = { id: ++last, text: JSON.parse(body).text as unknown };
      notes.set(note.id, note);
      return { status: 201, body: note };
    }
    const note = notes.get(Number(id));
    if (!note) return { status: 404 };
    if (method === 'PUT')
      for (const one of wrong === 'changes all' ? notes.values() : [note]) one.text = JSON.parse(body).text;
    if (method !== 'DELETE') return { status: 200, body: note };
    notes.delete(note.id);
    if (wrong === 'removes all') notes.clear();
    return { status: 204 };
  });
  try {
    const only = /page/.test(wrong) ? 'query/limit/1' : 'story/notes-createNote/*';
    const spec = wrong.startsWith('behind') ? SPEC.replace('name: cursor', 'name: starting_after') : SPEC;
    const run = await certifyFake(spec, server.url, { parallel: 1, select: { only } });
    const ids = Object.values(failures(run)).flat();
    expect([...new Set(ids)]).toEqual(found);
    expect(run.cases.length).toBeGreaterThan(0);
    if (found.length === 0) expect(run.counts.cantTell).toBe(0);
  } finally {
    await server.close();
  }
});

type Around = (to: number) => object;
const inside = { replies: { items: [], has_more: false } };

/** Each goes on behind `at-1`, and takes everything else for the beginning. */
it.each<[string, string, Around, object]>([
  [
    'gives its cursor under the name of the option',
    'starting_after',
    (to) => ({ page: { starting_after: `at-${to}` } }),
    {},
  ],
  ['links the next page without its host', 'cursor', (to) => ({ next: `/notes?cursor=at-${to}` }), {}],
  ['takes a time', 'starting_after, description: Only notes made after this date', () => ({}), {}],
  ['has entries with pages of their own', 'cursor', (to) => ({ next_cursor: `at-${to}` }), inside],
  ['has entries that name no next one', 'cursor', () => ({}), { next: null }],
])('right: a list that %s', async (_what, name, around, more) => {
  const notes = new Map<number, object>();
  let last = 0;
  const server = await startFake(({ method, path, body }) => {
    const { pathname, searchParams: query } = new URL(path, 'http://localhost');
    const id = Number(pathname.split('/')[2] ?? Number.NaN);
    if (method === 'POST') {
      notes.set(++last, { ...JSON.parse(body), id: last, ...more });
      return { status: 201, body: notes.get(last) };
    }
    if (Number.isNaN(id)) {
      const from = Number(/^at-(\d)$/.exec(query.get(name.split(',')[0] ?? '') ?? '')?.[1] ?? 0);
      const to = from + Number(query.get('limit') ?? 9);
      return { status: 200, body: { items: [...notes.values()].slice(from, to), ...around(to) } };
    }
    if (method === 'DELETE') return { status: notes.delete(id) ? 204 : 404 };
    return notes.has(id) ? { status: 200, body: notes.get(id) } : { status: 404 };
  });
  try {
    const spec = SPEC.replace('name: cursor', `name: ${name}`);
    const run = await certifyFake(spec, server.url, { parallel: 1, select: { only: 'query/limit/1' } });
    expect([failures(run), run.counts.passed]).toEqual([{}, 1]);
  } finally {
    await server.close();
  }
});
