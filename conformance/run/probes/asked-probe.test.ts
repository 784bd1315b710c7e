// Lists that are asked by their options: what a wrong one is caught by, and what a right one may do.
import { expect, it } from 'vitest';
import { failures } from '../../testing/certify-fake.js';
import { certifyHandler } from '../../testing/certify-handler.js';
import { KITES, kitesHandler } from '../../testing/kites-server.js';

it.each<[habit: string, found: Record<string, string[]>]>([
  ['nothing', {}],
  ['colour by its beginning', {}],
  ['takes no torn ones', {}],
  ['ignores colour', { colour: ['only-such', 'leaves-out'] }],
  ['ignores torn', { torn: ['only-such', 'leaves-out'] }],
  ['ignores tag', { tag: ['only-such', 'leaves-out'] }],
  ['first tag alone', { tag: ['finds'] }],
  ['ignores tailFrom', { tailFrom: ['only-such', 'leaves-out'] }],
  ['ignores tailTo', { tailTo: ['only-such', 'leaves-out'] }],
  ['leaves the end out', { tailFrom: ['finds'], tailTo: ['finds'] }],
  ['ignores q', { q: ['only-such', 'leaves-out'] }],
  ['minds case', { q: ['finds'] }],
  ['whole names', { q: ['finds'] }],
  ['sorts upwards', { '-tail': ['in-order'] }],
  ['in no order', { 'in-order': ['in-order'] }],
])('wrong: %s', async (habit, found) => {
  const run = await certifyHandler(KITES, kitesHandler(habit), 'listKites-asked');
  const seen = Object.entries(failures(run)).map(([id, ids]) => [id.split('/').at(-1), [...new Set(ids)]]);
  expect(Object.fromEntries(seen)).toEqual(found);
  expect(run.cases.length).toBe(9);
  expect(run.counts.passed + run.counts.failed).toBe(9);
});

it('counts those that were asked for, and no others', async () => {
  const run = await certifyHandler(KITES, kitesHandler('counts all'), 'listKites-asked/colour');
  expect(Object.values(failures(run)).flat()).toContain('total');
});

it('holds what only a name tells to no more than SHOULD', async () => {
  const spec = KITES.replace('Only kites in this colour', 'A colour').replace('Only kites with this tag', '');
  const run = await certifyHandler(spec, kitesHandler('ignores colour'), 'listKites-asked/colour');
  expect(run.cases.map(({ level, outcome }) => [level, outcome])).toEqual([['SHOULD', 'failed']]);
});

it('asks of words that are not told to be compared in a way what holds in any', async () => {
  const spec = KITES.replace('Only kites whose name contains this text, regardless of case', 'What to look for');
  for (const habit of ['minds case', 'whole names'])
    expect(failures(await certifyHandler(spec, kitesHandler(habit), 'listKites-asked/q'))).toEqual({});
});
