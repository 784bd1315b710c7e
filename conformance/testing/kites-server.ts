// Kites of makers, whose lists take options in the manner of plain REST. One habit may be wrong, or a liberty.

import { objectIn } from './certify-handler.js';
import type { Handler } from './fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const option = (name: string, schema: string, description = ''): string =>
  `{ name: ${name}, in: query, description: "${description}", schema: ${schema} }`;
const FIELDS = `name: { type: string, example: Red kite }, colour: { type: string, maxLength: 2, default: rd }, tail: { type: integer, minimum: 1, maximum: 99, example: 30 }, torn: { type: boolean, default: false }, tags: { type: array, items: { type: string }, maxItems: 3 }`;

export const KITES = `openapi: 3.1.0
info: { title: Kites, version: '1' }
paths:
  /kites:
    get:
      operationId: listKites
      description: Kites in alphabetical order of their name.
      parameters:
        - ${option('limit', '{ type: integer, minimum: 1, maximum: 50, default: 20 }', 'Size of a page')}
        - ${option('colour', '{ type: string }', 'Only kites in this colour')}
        - ${option('torn', '{ type: boolean }', 'Only kites that are torn (`true`) or not (`false`)')}
        - ${option('tag', '{ type: string }', 'Only kites with this tag')}
        - ${option('tailFrom', '{ type: integer }', 'Only kites whose tail is at least so long')}
        - ${option('tailTo', '{ type: integer }', 'Only kites whose tail is at most so long')}
        - ${option('q', '{ type: string }', 'Only kites whose name contains this text, regardless of case')}
        - ${option('sort', '{ type: string, enum: [tail, -tail] }')}
      responses: { '200': { description: ok, ${json('{ type: object, properties: { kites: { type: array, items: { $ref: "#/components/schemas/Kite" } }, total: { type: integer } } }')} } }
    post: { operationId: addKite, requestBody: { required: true, ${json(`{ type: object, required: [name, tail], properties: { ${FIELDS} } }`)} }, responses: { '201': { description: made, ${json('{ $ref: "#/components/schemas/Kite" }')} } } }
  /kites/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getKite, responses: { '200': { description: ok, ${json('{ $ref: "#/components/schemas/Kite" }')} }, '404': { description: none } } }
    delete: { operationId: removeKite, responses: { '204': { description: gone }, '404': { description: none } } }
components: { schemas: { Kite: { type: object, properties: { id: { type: integer, readOnly: true }, ${FIELDS} } } } }
`;

interface Kite {
  id: number;
  name: string;
  colour: string;
  tail: number;
  torn: boolean;
  tags: string[];
}

/** @param habit what it does otherwise than it says, or than most do */
export function kitesHandler(habit = ''): Handler {
  const kites = new Map<number, Kite>();
  let last = 0;
  const lower = (text: string): string => (habit === 'minds case' ? text : text.toLowerCase());
  const fits = (kite: Kite, name: string, asked: string): boolean => {
    if (habit === `ignores ${name}`) return true;
    const end = Number(asked) + (habit === 'leaves the end out' ? (name === 'tailFrom' ? 1 : -1) : 0);
    const tests: Record<string, () => boolean> = {
      colour: () => kite.colour === asked || (habit === 'colour by its beginning' && kite.colour.startsWith(asked)),
      torn: () => String(kite.torn) === asked,
      tag: () => (habit === 'first tag alone' ? kite.tags.slice(0, 1) : kite.tags).includes(asked),
      tailFrom: () => kite.tail >= end,
      tailTo: () => kite.tail <= end,
      q: () => (habit === 'whole names' ? kite.name === asked : lower(kite.name).includes(lower(asked))),
    };
    return tests[name]?.() ?? true;
  };
  const listed = (query: URLSearchParams): { kites: Kite[]; total: number } => {
    const all = [...kites.values()].filter((kite) => [...query].every(([name, asked]) => fits(kite, name, asked)));
    const way = habit === 'sorts upwards' ? 1 : query.get('sort') === '-tail' ? -1 : 1;
    if (query.has('sort')) all.sort((a, b) => way * (a.tail - b.tail));
    else if (habit !== 'in no order') all.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    const limit = Number(query.get('limit') ?? 20);
    return { kites: all.slice(0, limit), total: habit === 'counts all' ? kites.size : all.length };
  };
  return ({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const id = pathname.split('/')[2];
    if (id !== undefined) {
      const kite = kites.get(Number(id));
      if (!kite) return { status: 404 };
      if (method === 'DELETE') kites.delete(kite.id);
      return method === 'DELETE' ? { status: 204 } : { status: 200, body: kite };
    }
    if (method === 'GET') return { status: 200, body: listed(searchParams) };
    const sent = objectIn(body) as Partial<Kite> & Pick<Kite, 'name' | 'tail'>;
    if (habit === 'takes no torn ones' && sent.torn) return { status: 422 };
    const kite = { colour: 'rd', torn: false, tags: [], ...sent, id: ++last };
    kites.set(kite.id, kite);
    return { status: 201, body: kite };
  };
}
