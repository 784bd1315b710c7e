// What there is one of: changed only where the run may leave something, looked at, and put back as it was.
import { expect, it } from 'vitest';
import { suiteOf } from './plan/suite.js';
import type { Run } from './run.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { objectIn } from './testing/certify-handler.js';
import { type Handler, startFake } from './testing/fake-server.js';

const json = (schema: string): string =>
  `content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }`;

const OFFICE = `openapi: 3.1.0
info: { title: Office, version: '1' }
paths:
  /settings:
    get: { operationId: getSettings, responses: { '200': { description: ok, ${json('Settings')} } } }
    put: { operationId: putSettings, requestBody: { required: true, ${json('Settings')} }, responses: { '200': { description: ok, ${json('Settings')} }, '400': { description: wrong } } }
  /me:
    get: { operationId: getMe, responses: { '200': { description: ok, ${json('Me')} } } }
    patch: { operationId: changeMe, requestBody: { required: true, ${json('Change')} }, responses: { '200': { description: ok, ${json('Me')} }, '400': { description: wrong } } }
  /me/password:
    put: { operationId: changePassword, requestBody: { required: true, ${json('Password')} }, responses: { '204': { description: ok } } }
components:
  schemas:
    Settings: { type: object, required: [opens], properties: { opens: { type: integer, minimum: 6, maximum: 11 }, theme: { type: string, enum: [light, dark], default: light } } }
    Me: { type: object, properties: { id: { type: string }, nick: { type: string }, language: { type: string }, updatedAt: { type: string } } }
    Change: { type: object, properties: { nick: { type: string, maxLength: 20 }, language: { type: string, enum: [de, fr] } } }
    Password: { type: object, required: [password], properties: { password: { type: string } } }
`;

type Wrong =
  | 'keeps what a PUT leaves out'
  | 'resets what a PATCH leaves out'
  | 'loses a PUT'
  | 'does what it refuses'
  | 'cannot put back';

interface Office {
  handler: Handler;
  state: { settings: Record<string, unknown>; me: Record<string, unknown> };
  writes: string[];
}

function office(wrong?: Wrong): Office {
  const state = {
    settings: { opens: 7, theme: 'dark' } as Record<string, unknown>,
    me: { id: 'u1', nick: 'ann', language: 'fr' } as Record<string, unknown>,
  };
  const writes: string[] = [];
  const handler: Handler = ({ method, path, body }) => {
    const settings = path === '/settings';
    if (method === 'GET') return { status: 200, body: settings ? state.settings : state.me };
    writes.push(`${method} ${path}`);
    const sent = objectIn(body);
    const { opens, theme, nick, language } = sent ?? {};
    if (settings) {
      const wholeNumber = typeof opens === 'number' && Number.isInteger(opens);
      const fits = wholeNumber && opens >= 6 && opens <= 11 && [undefined, 'light', 'dark'].includes(theme as string);
      if (!fits && wrong !== 'does what it refuses') return { status: 400 };
      const kept = wrong === 'keeps what a PUT leaves out' ? state.settings['theme'] : 'light';
      const next = { opens, theme: theme ?? kept };
      if (wrong !== 'loses a PUT') state.settings = next;
      if (wrong === 'cannot put back' && opens === 7) state.settings = { opens: 6, theme: 'light' };
      return fits ? { status: 200, body: next } : { status: 400 };
    }
    const text = nick === undefined || (typeof nick === 'string' && nick.length <= 20);
    if (!sent || !text || ![undefined, 'de', 'fr'].includes(language as string)) return { status: 400 };
    const rest = wrong === 'resets what a PATCH leaves out' ? { nick: 'ann', language: 'fr' } : {};
    Object.assign(state.me, rest, sent);
    return { status: 200, body: state.me };
  };
  return { handler, state, writes };
}

async function certified(one: Office, changesSettings = true): Promise<Run> {
  const server = await startFake(one.handler);
  try {
    return await certifyFake(OFFICE, server.url, { suite: suiteOf(loadText(OFFICE), undefined, { changesSettings }) });
  } finally {
    await server.close();
  }
}

it('they are changed and put back', async () => {
  const right = office();
  const run = await certified(right);
  expect([failures(run), run.counts.cantTell, run.cleaning.left]).toEqual([{}, 0, []]);
  expect(right.state).toEqual({ settings: { opens: 7, theme: 'dark' }, me: { id: 'u1', nick: 'ann', language: 'fr' } });
  const changed = run.cases.filter(({ operation }) => operation === 'putSettings' || operation === 'changeMe');
  expect(new Set(changed.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  expect(right.writes).not.toContain('PUT /me/password');
});

it('they are not changed where nobody allowed that', async () => {
  const right = office();
  const run = await certified(right, false);
  expect(right.writes).toEqual([]);
  expect(run.cases.find(({ operation }) => operation === 'putSettings')?.reason).toContain('--allow-settings');
});

it.each([
  ['keeps what a PUT leaves out', 'story/putSettings-alone/leave-out', 'echo'],
  ['resets what a PATCH leaves out', 'story/changeMe-alone/set-one-again', 'read-after-write'],
  ['loses a PUT', 'story/putSettings-alone/leave-out', 'read-after-write'],
  ['does what it refuses', 'derived/putSettings/missing/opens', 'unchanged'],
] as const)('a server fails that %s', async (wrong, id, finding) => {
  expect(failures(await certified(office(wrong)))[id]).toContain(finding);
});

it('what could not be put back is told', async () => {
  const { cleaning } = await certified(office('cannot put back'));
  expect(cleaning.left.map(({ what }) => what)).toContain('/settings as it was');
});
