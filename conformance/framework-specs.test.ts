// Specs that frameworks write from code, and servers that are right by them: what such specs say without meaning it accuses
// nobody, and what they mean is asked for.
import { describe, expect, it } from 'vitest';
import { suiteOf } from './plan/suite.js';
import type { Run } from './run.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import { startFake } from './testing/fake-server.js';
import { GUESTS, type GuestWrong, guests } from './testing/guests-server.js';
import { JARS, type JarWrong, jars } from './testing/jars-server.js';

function outcomes(run: Run): unknown[] {
  return run.cases
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ id, outcome, reason }) => [id, outcome, reason]);
}

async function entered(handler: ReturnType<typeof guests>): Promise<Run> {
  const server = await startFake(handler);
  try {
    return await certifyFake(GUESTS, server.url, { suite: suiteOf(loadText(GUESTS)), tokenless: true });
  } finally {
    await server.close();
  }
}

describe('things', () => {
  it('a right server is conformant', async () => {
    const run = await certifyHandler(JARS, jars());
    // Who promises no refusal may take a number for a text, and is told of it.
    expect(failures(run)).toEqual({ 'derived/addJar/number/label': ['status'] });
    expect(run.verdict).toBe('conformant');
    expect(outcomes(run)).toHaveLength(1);
  });

  it.each<[JarWrong, string]>([
    ['note-kept', 'story/changeJar-stepwise/clear-note'],
    ['label-lost', 'derived/changeJar/limit-inside/label'],
    ['size-ignored', 'derived/listShelves/query/size/1'],
    ['id-as-text', 'derived/readShelf/as-documented'],
  ])('%s is caught by %s', async (wrong, id) => {
    expect(failures(await certifyHandler(JARS, jars(wrong)))).toHaveProperty([id]);
  });
});

describe('accounts', () => {
  it('a right server is conformant, though it tells of no refusal but of wrong values, and nobody is left', async () => {
    const handler = guests();
    const run = await entered(handler);
    const mild = run.cases.flatMap((one) => one.assertions.filter((a) => a.outcome === 'failed'));
    expect(mild.map(({ id, level }) => `${id} ${level}`)).toEqual(mild.map(() => 'password-kept SHOULD'));
    expect(mild.length).toBeGreaterThan(0);
    expect(run.verdict).toBe('conformant');
    expect(run.cleaning.left).toEqual([]);
    expect(handler.guests.size).toBe(0);
  });

  it.each<[GuestWrong, string]>([
    ['any-password', 'story/signUp-enters/wrong-password'],
    ['any-old-password', 'story/changePassword-password/wrong-old'],
    ['password-shown', 'story/signUp-enters/register-one'],
    ['mail-not-kept', 'story/changeMe-updates/shown'],
  ])('%s is caught by %s', async (wrong, id) => {
    expect(failures(await entered(guests(wrong)))).toHaveProperty([id]);
  });
});
