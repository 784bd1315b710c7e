// Logins and registrations, which make nothing that has an address: what of them is tried without harm.
import { describe, expect, it } from 'vitest';
import { suiteOf } from './plan/suite.js';
import type { Run } from './run.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { objectIn } from './testing/certify-handler.js';
import { type Handler, startFake } from './testing/fake-server.js';

const CREDENTIALS =
  '{ type: object, required: [mail, password], properties: { mail: { type: string }, password: { type: string, format: password } } }';
const BODY = `requestBody: { required: true, content: { application/json: { schema: ${CREDENTIALS} } } }`;

const SPEC = `openapi: 3.1.0
info: { title: Members, version: '1' }
paths:
  /members:
    post: { operationId: register, ${BODY}, responses: { '201': { description: made }, '422': { description: wrong } } }
  /members/login:
    post: { operationId: login, ${BODY}, responses: { '200': { description: in }, '401': { description: no }, '422': { description: wrong } } }
  /me:
    put: { operationId: changeMe, ${BODY}, responses: { '200': { description: ok }, '422': { description: wrong } } }
`;

/** @param refuses how a login refuses a wrong body: some do not say what is wrong */
function members(refuses: 401 | 422 | undefined, seen: string[] = []): Handler {
  return ({ method, path, body }) => {
    seen.push(`${method} ${path}`);
    const { mail, password } = objectIn(body) ?? {};
    const fits = typeof mail === 'string' && typeof password === 'string';
    if (path === '/members/login') return { status: refuses === undefined ? 200 : fits ? 401 : refuses };
    return { status: fits ? 201 : 422 };
  };
}

async function certified(handler: Handler, leavesThings = false): Promise<Run> {
  const server = await startFake(handler);
  try {
    const suite = suiteOf(loadText(SPEC), undefined, { leavesThings });
    return await certifyFake(SPEC, server.url, { suite });
  } finally {
    await server.close();
  }
}

function outcomes({ cases }: Run, operation: string): string[] {
  const own = cases.filter(({ id }) => id.startsWith(`derived/${operation}/`));
  return [...new Set(own.map(({ outcome }) => outcome))];
}

describe('a login', () => {
  it.each([401, 422] as const)('is asked with wrong bodies, which it may refuse with %i', async (status) => {
    const run = await certified(members(status));
    expect(outcomes(run, 'login')).toEqual(['passed']);
  });

  it('that takes anything fails', async () => {
    expect(failures(await certified(members(undefined)))).toHaveProperty(['derived/login/missing/password']);
  });
});

describe('a registration', () => {
  it('is tried where what it makes may stay', async () => {
    expect(outcomes(await certified(members(422), true), 'register')).toEqual(['passed']);
  });

  it('is not tried otherwise, and what belongs to somebody is never changed', async () => {
    const seen: string[] = [];
    const run = await certified(members(422, seen));
    expect([outcomes(run, 'register'), outcomes(run, 'changeMe')]).toEqual([['untested'], ['untested']]);
    expect(new Set(seen)).toEqual(new Set(['POST /members/login']));
  });
});
