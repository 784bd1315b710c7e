// Things that have their place among others.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import { DECKS, decksHandler } from './testing/decks-server.js';

it.each(['', 'refuses places beyond'])('passes a right server whole: %s', async (liberty) => {
  const run = await certifyHandler(DECKS, decksHandler(liberty));
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([]);
});

it.each<[habit: string, only: string, found: string]>([
  ['orders nothing', 'orderSlides-order', 'list-2'],
  ['moves nothing', 'changeSlide-place', 'first-2'],
  ['keeps places', 'changeSlide-place', 'list-2'],
  ['adds first', 'addSlide-last', 'list-1'],
])('%s', async (habit, only, found) => {
  const run = await certifyHandler(DECKS, decksHandler(habit), only);
  expect(Object.keys(failures(run))).toEqual([`story/${only}/${found}`]);
});

it('asks for no place where none is told', async () => {
  const spec = DECKS.replace(/description: (?:'[^']*'|Sets[^,]*|Puts[^,]*),/g, '');
  const run = await certifyHandler(spec, decksHandler('orders nothing'), 'lide');
  expect(run.cases.map(({ id }) => id).filter((id) => /-(?:order|place|last|first)\//.test(id))).toEqual([]);
  expect(run.counts.passed).toBeGreaterThan(0);
});
