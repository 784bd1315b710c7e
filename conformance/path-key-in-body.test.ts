// Bodies that have the key of their path, which a server may refuse, pass over or rename by where no document says which.
import { describe, expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

/** @param key schema of the key that the client gives; @param shown documented keys, of the path and of the body that replaces */
function usersSpec(key: string, shown?: [path: string, body: string]): string {
  const answers = "'400': { description: wrong }, '404': { description: none }";
  const content = 'content: { application/json: { schema: { $ref: "#/components/schemas/User" } } }';
  const example = shown ? `, example: ${shown[0]}` : '';
  const body = shown ? content.replace(' } } }', ` }, example: { login: ${shown[1]}, age: 7 } } }`) : content;
  return `openapi: 3.1.0
info: { title: Users, version: '1' }
paths:
  /users:
    post:
      operationId: createUser
      requestBody: { required: true, ${content} }
      responses: { '201': { description: made, ${content} }, '400': { description: wrong }, '409': { description: there } }
  /users/{login}:
    parameters: [{ name: login, in: path, required: true, schema: ${key}${example} }]
    get: { operationId: getUser, responses: { '200': { description: ok, ${content} }, '404': { description: none } } }
    put: { operationId: putUser, requestBody: { required: true, ${body} }, responses: { '200': { description: ok, ${content} }, ${answers} } }
    patch: { operationId: patchUser, requestBody: { required: true, ${content} }, responses: { '200': { description: ok, ${content} }, ${answers} } }
    delete: { operationId: removeUser, responses: { '204': { description: gone }, '404': { description: none } } }
components:
  schemas:
    User: { type: object, required: [login], properties: { login: ${key}, age: { type: integer, minimum: 0 } } }
`;
}

/** @param other what a body with another key than its path does */
function usersHandler(other: 'refuses' | 'ignores' | 'renames', type: 'string' | 'number'): Handler {
  const users = new Map<string, Record<string, unknown>>();
  return ({ method, path, body }) => {
    const id = path.split('/')[2];
    const known = id === undefined ? undefined : users.get(id);
    if (id !== undefined && !known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: known };
    if (method === 'DELETE') return { status: users.delete(id ?? '') ? 204 : 404 };
    const given = objectIn(body);
    const { login, age } = { ...(method === 'PATCH' ? known : {}), ...given };
    const wrong = age !== undefined && !(Number.isInteger(age) && (age as number) >= 0);
    const fits = type === 'number' ? Number.isInteger(login) : typeof login === 'string' && /^.{1,30}$/su.test(login);
    if (!given || !fits || wrong) return { status: 400 };
    if (id === undefined && users.has(String(login))) return { status: 409 };
    const differs = id !== undefined && String(login) !== id;
    if (differs && other === 'refuses') return { status: 400 };
    const name = differs && other === 'ignores' ? (known?.['login'] as string) : login;
    if (differs && other === 'renames') users.delete(id);
    const user = { login: name, ...(age === undefined ? {} : { age }) };
    users.set(String(name), user);
    return { status: id === undefined ? 201 : 200, body: user };
  };
}

describe('a body that has the key of its path', () => {
  const TEXT = '{ type: string, minLength: 1, maxLength: 30 }';

  it.each(['refuses', 'ignores', 'renames'] as const)('another key %s where no document shows one', async (other) => {
    const run = await certifyHandler(usersSpec(TEXT), usersHandler(other, 'string'));
    expect(failures(run)).toEqual({});
    expect(run.exitCode).toBe(0);
  });

  it('a documented body with another key renames', async () => {
    const spec = usersSpec(TEXT, ['alice', 'bob']);
    const renaming = await certifyHandler(spec, usersHandler('renames', 'string'));
    expect(failures(renaming)).toEqual({});
    expect(renaming.cases.find((c) => c.id === 'derived/putUser/renames')?.outcome).toBe('passed');
    expect(renaming.exitCode).toBe(0);
    const ignoring = await certifyHandler(spec, usersHandler('ignores', 'string'));
    expect(failures(ignoring)['derived/putUser/renames']).toContain('read-after-write');
    expect(failures(ignoring)).not.toHaveProperty('derived/putUser/least/age');
    const same = usersSpec(TEXT, ['alice', 'alice']);
    expect(failures(await certifyHandler(same, usersHandler('refuses', 'string')))).toEqual({});
  });

  it.each([
    ['users', 'UserLogin'],
    ['shelves', 'shelf_login'],
    ['categories', 'categoryLogin'],
  ])('of %s is known though the path calls it %s', async (plural, variable) => {
    const spec = usersSpec(TEXT, ['alice', 'bob'])
      .replaceAll('/users', `/${plural}`)
      .replace('{login}', `{${variable}}`)
      .replace('name: login', `name: ${variable}`);
    const run = await certifyHandler(spec, usersHandler('renames', 'string'));
    expect(failures(run)).toEqual({});
    expect(run.cases.find((c) => c.id === 'derived/putUser/renames')?.outcome).toBe('passed');
    expect(run.exitCode).toBe(0);
  });

  it('is a number where the documents say so', async () => {
    const run = await certifyHandler(usersSpec('{ type: integer }'), usersHandler('refuses', 'number'));
    expect(failures(run)).toEqual({});
    expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
  });
});
