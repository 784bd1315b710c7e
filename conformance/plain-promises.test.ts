// What documents of plain REST promise in sentences alone: right servers pass, and each wrong one is found.
import { describe, expect, it } from 'vitest';
import { certifyFake, failures } from './testing/certify-fake.js';
import { type Handler, startFake } from './testing/fake-server.js';
import { HALLS, hallsHandler } from './testing/halls-server.js';

async function found(spec: string, handler: Handler, only: string): Promise<string[]> {
  const server = await startFake(handler);
  try {
    const run = await certifyFake(spec, server.url, { select: { only } });
    const unsure = run.cases.filter(({ outcome }) => !['passed', 'failed'].includes(outcome));
    expect(unsure.map(({ id, reason }) => [id, reason])).toEqual([]);
    expect(run.cases.length).toBeGreaterThan(0);
    return [...new Set(Object.values(failures(run)).flat())].sort();
  } finally {
    await server.close();
  }
}

describe('a server of halls', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', '*', []],
    ['takes any most', 'addHall/field-order', ['status']],
    ['takes any most', 'changeHall/field-order', ['status']],
    ['wants room', 'addHall/field-order/same', ['status']],
    ['sees one alone', 'changeHall-field-order', ['status']],
    ['ends before', 'book/field-order', ['status']],
    ['takes no time', 'book/field-order/same', ['status']],
    ['books twice', 'book-overlapping', ['status']],
    ['compares beginnings', 'book-overlapping', ['status']],
    ['removes what is booked', 'removeHall-with-book', ['status']],
    ['reminds for ever', 'remind-so-often', ['status']],
  ])('that %s: %s', async (wrong, only, expected) => {
    expect(await found(HALLS, hallsHandler(wrong), only)).toEqual(expected);
  });
});
