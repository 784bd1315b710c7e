// What runs in the background is asked for until it is done, and then has its result.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const RUN =
  '{ type: object, required: [id, state], properties: { id: { type: integer }, state: { type: string, enum: [waiting, done] }, resultUrl: { type: [string, "null"] } } }';
const SPEC = `openapi: 3.1.0
info: { title: Runs, version: '1' }
paths:
  /counts:
    post: { operationId: startCount, description: 'Poll the run until its \`state\` is \`done\`; \`resultUrl\` is then the address of the count.', requestBody: { required: true, ${json('{ type: object, required: [kind], properties: { kind: { type: string, enum: [all] } } }')} }, responses: { '202': { description: Accepted, ${json(RUN)} }, '422': { description: Wrong } } }
  /runs/{runId}:
    parameters: [{ name: runId, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getRun, responses: { '200': { description: OK, ${json(RUN)} }, '404': { description: None } } }
    delete: { operationId: dropRun, responses: { '204': { description: Gone }, '404': { description: None } } }
`;

function counts(wrong: string): Handler {
  const runs = new Map<string, number>();
  return ({ method, path, body }) => {
    const [, things, id = ''] = path.split('/');
    if (things === 'results') return { status: wrong === 'loses the result' ? 404 : 200, body: { count: 3 } };
    if (method === 'POST') {
      if (objectIn(body)?.['kind'] !== 'all') return { status: 422 };
      const made = runs.size + 1;
      runs.set(String(made), 0);
      return { status: 202, body: { id: made, state: 'waiting', resultUrl: null } };
    }
    const asked = runs.get(id);
    if (asked === undefined || asked < 0) return { status: 404 };
    runs.set(id, method === 'DELETE' ? -1 : asked + 1);
    if (method === 'DELETE') return { status: 204 };
    const done = asked > 0;
    const resultUrl = done && wrong !== 'names no result' ? '/results/1' : null;
    return { status: 200, body: { id: Number(id), state: done ? 'done' : 'waiting', resultUrl } };
  };
}

it.each([
  ['', {}],
  ['loses the result', { 'story/startCount-done/done': ['result-there'] }],
  ['names no result', { 'story/startCount-done/done': ['result-link'] }],
])('a server that %s', async (wrong, found) => {
  const run = await certifyHandler(SPEC, counts(wrong), 'startCount-done');
  expect(failures(run)).toEqual(found);
  const [, done] = run.cases;
  const asked = done?.exchanges.filter(({ purpose }) => purpose === 'case');
  expect(asked?.map(({ response }) => response?.body?.includes('"done"'))).toEqual([true]);
});
