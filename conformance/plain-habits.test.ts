// Habits of plain REST servers: right ones pass, and each wrong one is found by what the spec promises.
import { expect, it } from 'vitest';
import { certifyFake, failures } from './testing/certify-fake.js';
import { startFake } from './testing/fake-server.js';
import { PINS, pinsHandler } from './testing/pins-server.js';

it.each<[string, string, string[]]>([
  ['has no wrong habit', '*', []],
  ['does not filter', '-finds/', ['not-listed']],
  ['filters all', '-finds/', ['listed']],
  ['lists all', '-finds/', ['not-listed']],
  ['does not sort', 'query/sort', ['ordered']],
  ['passes over one', 'query/limit/1', ['next-page']],
  ['ends too soon', 'query/limit/1', ['next-page']],
  ['loses a key', 'createPin/with', ['echo', 'read-after-write']],
  ['patch resets', 'patchPin-stepwise', ['read-after-write']],
  ['keeps null', 'patchPin-stepwise', ['echo', 'read-after-write']],
  ['put keeps', 'putPin-stepwise', ['read-after-write']],
])('a server that %s', async (wrong, only, found) => {
  const server = await startFake(pinsHandler(wrong));
  try {
    const run = await certifyFake(PINS, server.url, { select: { only } });
    expect([...new Set(Object.values(failures(run)).flat())].sort()).toEqual(found);
    expect(run.cases.filter((c) => !['passed', 'failed'].includes(c.outcome) && found.length === 0)).toEqual([]);
    expect(run.cases.length).toBeGreaterThan(0);
  } finally {
    await server.close();
  }
});
