// Plain APIs whose things are made elsewhere than they are found, are named by a field of another, or wrap their fields.
import { expect, it } from 'vitest';
import { ALBUMS, albumsHandler } from './testing/albums-server.js';
import { BIKES, bikesHandler } from './testing/bikes-server.js';
import { failures } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';
import { GOODS, goodsHandler } from './testing/goods-server.js';

it.each<[string, string, (wrong: string) => Handler, Record<string, string>]>([
  [
    'photos of albums',
    ALBUMS,
    albumsHandler,
    { resets: 'changePhoto-stepwise', 'keeps photos': 'addPhoto/delete', 'lists all': 'listPhotos-finds/elsewhere' },
  ],
  [
    'rides of bikes',
    BIKES,
    bikesHandler,
    { rounds: 'createRide/create', 'looks for anything': 'findRides/wrong-type/plate' },
  ],
  [
    'goods in documents',
    GOODS,
    goodsHandler,
    {
      resets: 'changeGood-stepwise',
      'takes no pages': 'createGood/missing/data.attributes.pages',
      'sells at once': 'createGood/create',
      'lists all': 'query/filter[sold]/true',
    },
  ],
])('%s: a right server is conformant, wrong ones are caught', async (_, spec, handler, wrong) => {
  const right = await certifyHandler(spec, handler(''));
  expect(failures(right)).toEqual({});
  expect(right.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
  expect(right.cleaning.left).toEqual([]);
  for (const [habit, only] of Object.entries(wrong))
    expect(failures(await certifyHandler(spec, handler(habit), only)), habit).not.toEqual({});
});
