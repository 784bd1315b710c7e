// Other accounts of a target, whose owner says what they may do: a stranger nothing, a reader no more than read.
import { afterEach, expect, it } from 'vitest';
import { suiteOf } from './plan/suite.js';
import type { Run } from './run.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { type FakeAnswer, type FakeRequest, type FakeServer, startFake, TOKEN } from './testing/fake-server.js';

const NOTE = '{ type: object, required: [text], properties: { text: { type: string, minLength: 1, maxLength: 80 } } }';
const SHOWN = '{ type: object, required: [id, text], properties: { id: { type: string }, text: { type: string } } }';
const ok = `{ description: ok, content: { application/json: { schema: ${SHOWN} } } }`;
const closed =
  "'401': { description: no }, '403': { description: not yours }, '404': { description: none }, '400': { description: bad }";
const SPEC = `openapi: 3.1.0
info: { title: Notes, version: '1' }
security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
paths:
  /notes:
    post: { operationId: createNote, requestBody: { required: true, content: { application/json: { schema: ${NOTE} } } }, responses: { '201': ${ok}, ${closed} } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: readNote, responses: { '200': ${ok}, ${closed} } }
    put: { operationId: changeNote, requestBody: { required: true, content: { application/json: { schema: ${NOTE} } } }, responses: { '200': ${ok}, ${closed} } }
    delete: { operationId: removeNote, responses: { '204': { description: gone }, ${closed} } }
`;

const OTHERS = { stranger: 'stranger-token-1', reader: 'reader-token-22' };

type Wrong = 'stranger-reads' | 'stranger-removes' | 'reader-changes' | 'reader-makes' | 'reader-shut-out';

function notes(wrong?: Wrong, scheme = 'Bearer '): (request: FakeRequest) => FakeAnswer {
  const all = new Map<string, string>();
  let made = 0;
  const mayNot = (who: string | undefined, method: string): boolean => {
    if (who === OTHERS.stranger)
      return (
        !(wrong === 'stranger-reads' && method === 'GET') && !(wrong === 'stranger-removes' && method === 'DELETE')
      );
    if (method === 'GET') return wrong === 'reader-shut-out';
    return !(wrong === 'reader-changes' && method === 'PUT') && !(wrong === 'reader-makes' && method === 'POST');
  };
  return ({ method, path, headers, body }) => {
    const given = headers['authorization'];
    const who = given?.startsWith(scheme) ? given.slice(scheme.length) : undefined;
    if (![TOKEN, ...Object.values(OTHERS)].includes(who ?? ''))
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
    if (who !== TOKEN && mayNot(who, method)) return { status: 403 };
    const text = textOf(body);
    const bad = body !== '' && text === undefined;
    if (method === 'POST') {
      if (bad || text === undefined) return { status: 400 };
      const id = `n${++made}`;
      all.set(id, text);
      return { status: 201, body: { id, text } };
    }
    const id = path.replace('/notes/', '');
    if (!all.has(id)) return { status: 404 };
    if (method === 'DELETE') all.delete(id);
    if (method === 'DELETE') return { status: 204 };
    if (method === 'PUT' && text === undefined) return { status: 400 };
    if (method === 'PUT' && text !== undefined) all.set(id, text);
    return { status: 200, body: { id, text: all.get(id) } };
  };
}

function textOf(body: string): string | undefined {
  try {
    const { text } = JSON.parse(body) as { text?: unknown };
    return typeof text === 'string' && text.length > 0 && text.length <= 80 ? text : undefined;
  } catch {
    return undefined;
  }
}

let server: FakeServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function certified(wrong?: Wrong, names: (keyof typeof OTHERS)[] = ['stranger', 'reader']): Promise<Run> {
  server = await startFake(notes(wrong));
  const suite = suiteOf(loadText(SPEC), undefined, { others: new Set(names) });
  return certifyFake(SPEC, server.url, { suite, others: OTHERS });
}

const byOthers = (run: Run): string[] =>
  run.cases
    .map(({ id }) => id)
    .filter((id) => /\/as-(?:stranger|reader)$/.test(id))
    .sort();

it('a server that keeps things to whom they belong is conformant', async () => {
  const run = await certified();
  expect([run.verdict, failures(run)]).toEqual(['conformant', {}]);
  expect(byOthers(run)).toEqual([
    'derived/changeNote/as-reader',
    'derived/changeNote/as-stranger',
    'derived/createNote/as-reader',
    'derived/readNote/as-reader',
    'derived/readNote/as-stranger',
    'derived/removeNote/as-reader',
    'derived/removeNote/as-stranger',
  ]);
  expect(run.target.accounts).toEqual(['stranger', 'reader']);
  expect(run.cleaning.left).toEqual([]);
  const report = JSON.stringify(run);
  for (const secret of Object.values(OTHERS)) expect(report).not.toContain(secret);
});

it('the token of an account is sent by the scheme that the token of the run is given with', async () => {
  server = await startFake(notes(undefined, 'Token '));
  const suite = suiteOf(loadText(SPEC), undefined, { others: new Set(['stranger', 'reader']) });
  const run = await certifyFake(SPEC, server.url, { suite, token: `Token ${TOKEN}`, others: OTHERS });
  const outcomes = run.cases.filter(({ id }) => byOthers(run).includes(id)).map(({ outcome }) => outcome);
  expect([outcomes.length, new Set(outcomes)]).toEqual([7, new Set(['passed'])]);
});

it('no account is tried that the target does not name', async () => {
  const run = await certified(undefined, []);
  expect(byOthers(run)).toEqual([]);
  expect(run.target.accounts).toBeUndefined();
  await server?.close();
  expect(byOthers(await certified(undefined, ['reader'])).filter((id) => id.endsWith('stranger'))).toEqual([]);
});

it.each<[Wrong, string]>([
  ['stranger-reads', 'derived/readNote/as-stranger'],
  ['stranger-removes', 'derived/removeNote/as-stranger'],
  ['reader-changes', 'derived/changeNote/as-reader'],
  ['reader-makes', 'derived/createNote/as-reader'],
  ['reader-shut-out', 'derived/readNote/as-reader'],
])('%s is caught', async (wrong, id) => {
  expect(Object.keys(failures(await certified(wrong)))).toEqual([id]);
});
