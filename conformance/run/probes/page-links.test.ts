// Where pages lead to, and what asks for those behind an entry.
import { expect, it } from 'vitest';
import { BUOYS, BUOYS_BEHIND, buoysHandler } from '../../testing/buoys-server.js';
import { failures } from '../../testing/certify-fake.js';
import { certifyHandler } from '../../testing/certify-handler.js';

async function found(spec: string, habit: string, only: string, links = true): Promise<string[]> {
  const run = await certifyHandler(spec, buoysHandler(habit, links), only);
  expect(run.cases.length).toBeGreaterThan(0);
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'failed')).toEqual([]);
  return Object.values(failures(run)).flat();
}

it.each([
  ['nothing', []],
  ['needs no link to itself', []],
  ['has no first', ['first-link']],
  ['leads forwards', ['prev-link']],
  ['leads before the first', ['starts']],
  ['last is next', ['last-link']],
  ['counts the page', ['total']],
  ['always more', ['ends']],
])('wrong: %s', async (habit, rules) => {
  expect(await found(BUOYS, habit, 'listBuoys-pages')).toEqual(rules);
});

it('goes on behind the last entry, and asks for nothing behind one that nobody knows', async () => {
  expect(await found(BUOYS_BEHIND, 'nothing', 'listBuoys', false)).toEqual([]);
  expect(await found(BUOYS_BEHIND, 'with itself', 'listBuoys-pages', false)).toEqual(['each-once']);
});
