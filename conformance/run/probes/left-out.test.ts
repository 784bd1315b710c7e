// What a replacement leaves out, on a server that replaces, and on one that does not.
import { expect, it } from 'vitest';
import { certifyHandler, objectIn } from '../../testing/certify-handler.js';
import type { Handler } from '../../testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: { ${schema} } } }`;
const OAR = "$ref: '#/components/schemas/Oar'";
const spec = (put: string): string => `openapi: 3.1.0
info: { title: Oars, version: '1' }
paths:
  /oars:
    post: { operationId: makeOar, requestBody: { required: true, ${json(OAR)} }, responses: { '201': { description: made, ${json(OAR)} } } }
  /oars/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getOar, responses: { '200': { description: ok, ${json(OAR)} } } }
    put: { operationId: putOar, summary: ${put}, requestBody: { required: true, ${json(OAR)} }, responses: { '200': { description: ok, ${json(OAR)} } } }
    delete: { operationId: dropOar, responses: { '204': { description: gone } } }
components:
  schemas:
    Oar: { type: object, required: [wood], properties: { id: { type: integer, readOnly: true }, wood: { type: string, maxLength: 20 }, note: { type: string, maxLength: 20 } } }
`;

function oars(keeps: boolean): Handler {
  const all = new Map<string, Record<string, unknown>>();
  return ({ method, path, body }) => {
    const id = path.split('/')[2] ?? String(all.size + 1);
    const { wood, note } = objectIn(body) ?? {};
    if (method === 'DELETE') return { status: all.delete(id) ? 204 : 404 };
    if (method !== 'GET')
      all.set(id, { ...(keeps ? all.get(id) : {}), id: Number(id), wood, ...(note === undefined ? {} : { note }) });
    return { status: method === 'POST' ? 201 : all.has(id) ? 200 : 404, body: all.get(id) };
  };
}

it.each([
  ['Replaces an oar', false, []],
  ['Replaces an oar', true, ['MUST']],
  ['Writes an oar', true, ['SHOULD']],
])('%s, on one that keeps what is left out: %s', async (summary, keeps, levels) => {
  const { cases } = await certifyHandler(spec(summary), oars(keeps), 'story/putOar-stepwise');
  const failed = cases.flatMap(({ assertions }) => assertions.filter(({ outcome }) => outcome === 'failed'));
  expect(cases.map(({ id }) => id)).toContain('story/putOar-stepwise/leave-out');
  expect(failed.map(({ level }) => level)).toEqual(levels);
});
