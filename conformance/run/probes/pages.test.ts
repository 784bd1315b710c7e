// Pages of lists, parts of what they show, and what they leave out.
import { expect, it } from 'vitest';
import { BOATS, boatsHandler } from '../../testing/boats-server.js';
import { failures } from '../../testing/certify-fake.js';
import { certifyHandler } from '../../testing/certify-handler.js';

async function found(habit: string, only: string, spec = BOATS): Promise<Record<string, string[]>> {
  const run = await certifyHandler(spec, boatsHandler(habit), only);
  expect(run.cases.length).toBeGreaterThan(0);
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'failed')).toEqual([]);
  return failures(run);
}

it.each([
  ['nothing', []],
  ['does not look ahead', []],
  ['skips one', ['each-once']],
  ['one again', ['each-once', 'ends']],
  ['forgets the filter', ['ends']],
  ['counts the page', ['total']],
  ['stops', ['has-next']],
  ['never ends', ['ends']],
  ['one too many', ['ends']],
])('wrong: %s', async (habit, rules) => {
  const wrong = rules.length === 0 ? {} : { 'story/listBoats-pages/each-once': rules };
  expect(await found(habit, 'listBoats-pages')).toEqual(wrong);
});

it('lets a list lead to an empty page where nobody says that the last page is known', async () => {
  const spec = BOATS.replace(' `nextCursor` is null on the last page.', '');
  expect(await found('one too many', 'listBoats-pages', spec)).toEqual({});
});

it('takes what pages tell of all lists for what they leave out of this one', async () => {
  const told = "x-docproof: { version: 1, listPages: ['On the last page nextCursor is null.'] }\npaths:";
  const spec = BOATS.replace(' `nextCursor` is null on the last page.', '').replace('paths:', told);
  expect(await found('one too many', 'listBoats-pages', spec)).toEqual({ 'story/listBoats-pages/each-once': ['ends'] });
  expect(await found('nothing', 'listBoats-pages', spec)).toEqual({});
});

it('counts what a page has where nobody asks for a number', async () => {
  expect(await found('nothing', 'listBoats-page-size')).toEqual({});
  expect(await found('short pages', 'listBoats-page-size')).toEqual({
    'story/listBoats-page-size/standard': ['page-size'],
  });
});

it.each([
  ['nothing', {}],
  ['ignores fields', { fields: ['lacks'] }],
  ['no id', { fields: ['keeps'] }],
  ['ignores expand', { expand: ['embeds'] }],
  ['another owner', { expand: ['embeds-own'] }],
])('parts: %s', async (habit, wrong) => {
  const seen = Object.entries(await found(habit, 'listBoats-asked')).map(([id, ids]) => [id.split('/').at(-1), ids]);
  expect(Object.fromEntries(seen)).toEqual(wrong);
});

it('looks into what is read alone, too', async () => {
  expect(await found('nothing', 'getBoat-asked')).toEqual({});
  expect(await found('ignores expand', 'getBoat-asked')).toEqual({ 'story/getBoat-asked/expand': ['embeds'] });
});

it.each([
  ['nothing', {}],
  ['shows sunk ones', { list: ['not-listed'] }],
  ['hides sunk ones', { 'list-with-option': ['listed'] }],
])('left out: %s', async (habit, wrong) => {
  const seen = Object.entries(await found(habit, 'left-out-includeSunk')).map(([id, ids]) => [
    id.split('/').at(-1),
    ids,
  ]);
  expect(Object.fromEntries(seen)).toEqual(wrong);
});
