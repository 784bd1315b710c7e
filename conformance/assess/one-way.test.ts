// What only requests have is in no answer.
import { expect, it } from 'vitest';
import { certifyFake, failures } from '../testing/certify-fake.js';
import { startFake } from '../testing/fake-server.js';

const schema = `{ type: object, required: [login, pin], properties: { id: { type: integer, readOnly: true }, login: { type: string }, pin: { type: string, writeOnly: true, minLength: 4 } } }`;
const CONTENT = `content: { application/json: { schema: ${schema} } }`;
const SPEC = `openapi: 3.1.0
info: { title: Users, version: '1' }
paths:
  /users:
    post: { operationId: createUser, requestBody: { required: true, ${CONTENT} }, responses: { '201': { description: made, ${CONTENT.replace(', pin]', ']')} } } }
  /users/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getUser, responses: { '200': { description: ok, ${CONTENT.replace(', pin]', ']')} }, '404': { description: none } } }
    delete: { operationId: removeUser, responses: { '204': { description: gone } } }
`;

const PERSON = schema
  .replace('required: [', 'required: [kind, ')
  .replace('properties: {', 'properties: { kind: { const: person },');
const ROBOT = '{ type: object, required: [kind], properties: { kind: { const: robot } } }';
const OF_FORMS = SPEC.replace(`requestBody: { required: true, content: { application/json: { schema: ${schema}`, () => {
  return `requestBody: { required: true, content: { application/json: { schema: { oneOf: [${PERSON}, ${ROBOT}] }`;
});

it.each<[string, string, (pin: unknown) => object, string[]]>([
  ['is hidden', SPEC, () => ({}), []],
  ['is masked', SPEC, () => ({ pin: '****' }), []],
  ['is shown', SPEC, (pin) => ({ pin }), ['write-only']],
  ['is of one form, and shown', OF_FORMS, (pin) => ({ pin }), ['write-only']],
])('a PIN that %s', async (_, spec, shown, found) => {
  const users = new Map<number, Record<string, unknown>>();
  let last = 0;
  const server = await startFake(({ method, path, body }) => {
    const id = method === 'POST' ? ++last : Number(path.split('/')[2]);
    if (method === 'POST') users.set(id, JSON.parse(body) as Record<string, unknown>);
    const user = users.get(id);
    if (!user) return { status: 404 };
    if (method === 'DELETE') return { status: users.delete(id) ? 204 : 404 };
    return { status: method === 'POST' ? 201 : 200, body: { id, login: user['login'], ...shown(user['pin']) } };
  });
  try {
    const failed = failures(await certifyFake(spec, server.url, { select: { only: 'story' } }));
    expect([...new Set(Object.values(failed).flat())]).toEqual(found);
  } finally {
    await server.close();
  }
});
