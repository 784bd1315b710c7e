// Kilns whose settings are merged (RFC 7396). One habit may be wrong.
import type { FakeAnswer, Handler } from './fake-server.js';

const json = (schema: string, type = 'application/json'): string => `content: { ${type}: { schema: { ${schema} } } }`;
const NONE = "'404': { description: none }";
const ID = '[{ name: id, in: path, required: true, schema: { type: integer } }]';
const HEAT = 'heat: { type: object, properties: { top: { type: integer }, note: { type: [string, "null"] } } }';
const KILN = `type: object, properties: { id: { type: integer, readOnly: true }, heat: { type: object, properties: { place: { type: string }, ${HEAT} } } }`;

export const KILNS = `openapi: 3.1.0
info: { title: Kilns, version: '1' }
paths:
  /kilns:
    post: { operationId: createKiln, requestBody: { required: true, content: { application/json: { schema: { ${KILN} }, example: { heat: { place: yard, heat: { top: 900, note: slow } } } } } }, responses: { '201': { description: made, ${json(KILN)} } } }
  /kilns/{id}:
    parameters: ${ID}
    get: { operationId: getKiln, responses: { '200': { description: ok, ${json(KILN)} }, ${NONE} } }
    patch: { operationId: patchKiln, requestBody: { required: true, ${json(KILN, 'application/merge-patch+json')} }, responses: { '200': { description: ok, ${json(KILN)} }, ${NONE} } }
    delete: { operationId: removeKiln, responses: { '204': { description: gone }, ${NONE} } }
`;

type Value = { [name: string]: unknown };

/** @param wrong the habit that it has */
export function kilnsHandler(wrong = ''): Handler {
  const kilns = new Map<string, Value>();
  let last = 10;
  const merged = (before: Value, patch: Value, depth = 0): Value => {
    const after = { ...before };
    for (const [name, value] of Object.entries(patch))
      if (value === null && wrong !== 'null changes nothing') delete after[name];
      else if (value !== null)
        after[name] = isValue(value) && depth < deepest ? inside(before[name], value, depth) : value;
    return after;
  };
  const inside = (before: unknown, patch: Value, depth: number): Value =>
    merged(isValue(before) ? before : {}, patch, depth + 1);
  const deepest = wrong === 'merges the outermost' ? 0 : wrong === 'merges not so deep' ? 1 : 9;
  return ({ method, path, headers, body }): FakeAnswer => {
    const [, , id] = path.split('/');
    if (id === undefined) {
      const made: Value = { ...(JSON.parse(body) as Value), id: ++last };
      kilns.set(String(last), made);
      return { status: 201, body: made };
    }
    const known = kilns.get(id);
    if (!known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    if (method === 'DELETE') return { status: kilns.delete(id) ? 204 : 404 };
    if (headers['content-type'] !== 'application/merge-patch+json') return { status: 415 };
    kilns.set(id, merged(known, JSON.parse(body) as Value));
    return { status: 200, body: kilns.get(id) };
  };
}

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null;
}
