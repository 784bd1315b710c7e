// Accounts that a run registers itself, where nobody gave it a token: it lets itself in, and leaves nothing behind.
import { describe, expect, it } from 'vitest';
import { suiteOf } from './plan/suite.js';
import type { Run } from './run.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { CLUBS, type ClubWrong, clubs } from './testing/clubs-server.js';
import { startFake } from './testing/fake-server.js';

async function certified(handler: ReturnType<typeof clubs>, spec = CLUBS): Promise<Run> {
  const server = await startFake(handler);
  try {
    return await certifyFake(spec, server.url, { suite: suiteOf(loadText(spec)), tokenless: true });
  } finally {
    await server.close();
  }
}

describe('a right server', () => {
  it('is conformant without a token, and all accounts are gone afterwards', async () => {
    const handler = clubs();
    const run = await certified(handler);
    expect(failures(run)).toEqual({});
    expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id, reason }) => [id, reason])).toEqual([]);
    expect(run.cleaning.left).toEqual([]);
    expect(handler.members.size).toBe(0);
  });

  it('shows no token and no password in the report', async () => {
    const run = JSON.stringify(await certified(clubs()));
    expect(run).not.toMatch(/(?:access|refresh)-token-\d/);
    expect(run).not.toMatch(/"password\\?":\s?\\?"(?!\*\*\*)P[0-9a-f]{8}/);
  });
});

const CAUGHT: [ClubWrong, string][] = [
  ['any-password', 'story/register-enters/wrong-password'],
  ['anybody', 'story/register-enters/unknown'],
  ['first-member', 'story/register-enters/of-another'],
  ['login-ends-older', 'story/register-enters/older-token'],
  ['taken-name', 'story/register-taken/same-username'],
  ['taken-mail', 'story/register-taken/same-email'],
  ['logout-keeps', 'story/logout-leaves/after'],
  ['any-old-password', 'story/changePassword-password/wrong-old'],
  ['password-stays', 'story/changePassword-password/new-password'],
  ['change-keeps-tokens', 'story/changePassword-password/old-token'],
  ['refresh-twice', 'story/renew-renews/used'],
  ['any-refresh', 'story/renew-renews/unknown'],
  ['refresh-dead', 'story/renew-renews/own'],
  ['end-keeps-token', 'story/endMe-ends/token'],
  ['end-keeps-account', 'story/endMe-ends/login'],
  ['name-not-free', 'story/endMe-ends/name-again'],
  ['mail-not-kept', 'story/changeMe-updates/shown'],
  ['anybody-changes', 'derived/changePage/as-another'],
  ['anybody-removes', 'derived/removePage/as-another'],
  ['anybody-accepts', 'derived/accept/not-addressed'],
];

it.each(CAUGHT)('%s is caught by %s', async (wrong, id) => {
  expect(failures(await certified(clubs(wrong)))).toHaveProperty([id]);
});

describe('where nothing removes an account', () => {
  const spec = CLUBS.replace(/\n {4}delete: \{ operationId: endMe[^\n]*/, '');

  it('none is registered, and nobody is accused for what needs a token', async () => {
    const handler = clubs();
    const run = await certified(handler, spec);
    expect(failures(run)).toEqual({});
    expect(run.cases.find(({ id }) => id === 'derived/whoAmI/as-documented')?.outcome).toBe('untested');
    expect(handler.members.size).toBe(0);
  });
});
