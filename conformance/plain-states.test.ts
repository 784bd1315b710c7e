// States that documents draw, values that are one thing's alone, and what stands inside of what may be left out.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import { PARCELS, parcelsHandler } from './testing/parcels-server.js';

it('passes a right server whole', async () => {
  const run = await certifyHandler(PARCELS, parcelsHandler());
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([]);
});

it.each<[habit: string, only: string, found: string[]]>([
  ['moves anywhere', 'out-of-packed', ['not-to-arrived', 'not-to-lost']],
  ['turns back', 'out-of-sent', ['not-to-packed']],
  ['keeps its state', 'out-of-packed', ['to-sent']],
  ['sets no time', 'out-of-packed', ['to-sent']],
  ['takes a code twice', 'once-code', ['create-another', 'create-in-other-letters']],
  ['minds case', 'once-code', ['create-in-other-letters']],
  ['wants no town', 'addParcel/missing/to.', ['to.town']],
  ['takes any street', 'addParcel/limit-above/to.', ['to.street']],
  ['lists all', 'listParcels-asked', ['state']],
  ['finds none', 'listParcels-asked', ['state']],
])('%s: %s', async (habit, only, found) => {
  const run = await certifyHandler(PARCELS, parcelsHandler(habit), only);
  expect(Object.keys(failures(run)).map((id) => id.split('/').at(-1))).toEqual(expect.arrayContaining(found));
});

it('refuses no move where nothing says that there are no others', async () => {
  const spec = PARCELS.replace('Allowed are', 'Moves are').replace('Any other change is answered with 409.', '');
  const run = await certifyHandler(spec, parcelsHandler('moves anywhere'), 'out-of');
  expect(run.cases.map(({ id }) => id).filter((id) => id.includes('/not-to-'))).toEqual([]);
  expect(run.counts.passed).toBeGreaterThan(0);
  expect(failures(run)).toEqual({});
});

it('goes there and back between two states where documents say what that sets and clears', async () => {
  const words = 'Sending sets `sent_at`, packing again clears it.';
  const spec = PARCELS.replace(/description: "Allowed[^"]*"/, `description: "${words}"`).replace(
    '[packed, sent, arrived, lost], description',
    '[packed, sent], description',
  );
  const run = async (habit: string): Promise<string[]> =>
    Object.keys(failures(await certifyHandler(spec, parcelsHandler(habit), 'changeParcel-out-of')));
  expect(await run('goes back')).toEqual([]);
  expect(await run('goes back with its time')).toEqual(['story/changeParcel-out-of-sent/to-packed']);
});
