// Filters that go by something else than a field of their name.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import type { Run } from '../../run.js';
import { failures, loadText } from '../../testing/certify-fake.js';
import { certifyHandler, objectIn } from '../../testing/certify-handler.js';
import { emptyFilters } from './empty-filters.js';

function kites(name: string, description: string, schema = '{ type: string }'): string {
  const kite = '{ type: object, required: [title], properties: { title: { type: string } } }';
  const content = `content: { application/json: { schema: ${kite} } }`;
  return `openapi: 3.1.0
info: { title: Kites, version: '1' }
paths:
  /kites:
    get:
      operationId: listKites
      parameters: [{ name: '${name}', in: query, description: '${description}', schema: ${schema} }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: ${kite} } } } }, '404': { description: nobody } }
    post: { operationId: addKite, requestBody: { required: true, ${content} }, responses: { '201': { description: made, ${content} } } }
  /kites/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getKite, responses: { '200': { description: ok, ${content} }, '404': { description: none } } }
    delete: { operationId: removeKite, responses: { '204': { description: gone }, '404': { description: none } } }
`;
}

it.each([
  ['maker', 'Filter by maker', '{ type: string }', ['maker']],
  ['maker', 'Only kites by this maker.', '{ type: string }', ['maker']],
  ['maker', 'The maker of the kite', '{ type: string }', []],
  ['maker', 'Filter by maker; `all` for every one', '{ type: string }', []],
  ['maker', 'Filter by maker', '{ type: string, enum: [Ann, Bea] }', []],
  ['maker', 'Filter by maker', '{ type: integer }', []],
  ['makers', 'makers to filter by', '{ type: array, items: { type: string } }', ['makers']],
  ['makers', 'makers to filter by', '{ type: array, items: { type: integer } }', []],
  ['fields', 'Only fields with these names', '{ type: string }', []],
  ['q', 'Filters by the words of the title', '{ type: string }', []],
  ['sort', 'Filter and sort by this', '{ type: string }', []],
  ['filter', 'Filter expression', '{ type: string }', []],
  ['created_since', 'Filter by when they were made', '{ type: string }', []],
  ['minSize', 'Only kites of this size', '{ type: string }', []],
  ['flownOn', 'Only kites on this day', '{ type: string }', []],
  ['location', 'Only kites in this place', '{ type: string }', ['location']],
  ['tone', 'Filter by tone', '{ type: string }', ['tone']],
])('%s, "%s", %s: %j', (name, description, schema, found) => {
  const [list] = suiteOf(loadText(kites(name, description, schema))).model.operations;
  expect(list && emptyFilters(list)).toEqual(found);
});

it.each([
  ['finds nothing', []],
  ['is not there', []],
  ['is refused, of which no document speaks', []],
  ['is passed over', ['listKites-finds/by-no-maker']],
])('a maker of nothing %s', async (way, wrong) => {
  const known = new Map<number, object>();
  const run: Run = await certifyHandler(kites('maker', 'Filter by maker'), ({ method, path: url, body }) => {
    const [path = '', query] = url.split('?');
    const id = Number(path.split('/')[2]);
    if (method === 'POST') {
      if (typeof objectIn(body)?.['title'] !== 'string') return { status: 400 };
      const kite = { id: known.size + 1, title: objectIn(body)?.['title'] };
      known.set(kite.id, kite);
      return { status: 201, body: kite };
    }
    if (path !== '/kites' && !known.has(id)) return { status: 404 };
    if (method === 'DELETE') return { status: known.delete(id) ? 204 : 404 };
    if (path !== '/kites') return { status: 200, body: known.get(id) };
    const none = new URLSearchParams(query).has('maker') && way !== 'is passed over';
    if (none && way.startsWith('is refused')) return { status: 400 };
    return none && way === 'is not there' ? { status: 404 } : { status: 200, body: none ? [] : [...known.values()] };
  });
  expect(Object.keys(failures(run)).map((id) => id.replace('story/', ''))).toEqual(wrong);
});
