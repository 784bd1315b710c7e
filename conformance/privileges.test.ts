// Servers whose access control lists grant privileges: a right one, and each that is wrong in one way.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler } from './testing/certify-handler.js';
import { VAULTS, vaultsHandler, type WrongVault } from './testing/vaults-server.js';

const ABOUT = /^story\/(?:privileges|setList)/;

it('a right server lets in whom its lists say', async () => {
  const run = await certifyHandler(VAULTS, vaultsHandler(), 'story/');
  const cases = run.cases.filter(({ id }) => ABOUT.test(id));
  expect(cases.filter(({ outcome }) => outcome !== 'passed').map(({ id, reason }) => [id, reason])).toEqual([]);
  expect(cases.map(({ id }) => id.replace('story/privileges/', ''))).toEqual(
    expect.arrayContaining([
      'part-read/listPart/refused/listPart',
      'part-read/listPart/allowed/listPart',
      'part-read/listPart/included-in-part/listPart',
      'part-read/listPart/included-in-all/listPart',
      'part-read/listPart/withdrawn/listPart',
      'coin-read+part-read/listPartCoin/refused-without-coin-read/listPartCoin',
      'coin/addCoin/allowed/addCoin',
      'story/setList-shown/set-anew',
      'story/setList-refused/still-granted',
    ]),
  );
});

it.each<[WrongVault, string]>([
  ['keeps-old', 'story/privileges/part-read/listPart/withdrawn/listPart'],
  ['everybody', 'story/privileges/coin/addCoin/refused/addCoin'],
  ['no-parts-of-all', 'story/privileges/coin/addCoin/included-in-all/addCoin'],
  ['one-is-enough', 'story/privileges/coin-read+part-read/listPartCoin/refused-without-part-read/listPartCoin'],
  ['takes-any', 'story/setList-refused/unknown-role'],
  ['takes-any', 'story/setList-refused/unclosed'],
  ['shows-none', 'story/setList-shown/set'],
])('a server that %s is caught by %s', async (wrong, id) => {
  const run = await certifyHandler(VAULTS, vaultsHandler(wrong), id);
  expect(Object.keys(failures(run))).toContain(id);
});

it('where no page tells of a list, nobody is granted anything', async () => {
  const spec = VAULTS.replace('"ACL":', '"LOCK":').replaceAll('"method":"ACL"', '"method":"LOCK"');
  const run = await certifyHandler(spec, vaultsHandler(), 'story/');
  expect(run.cases.filter(({ id }) => ABOUT.test(id))).toEqual([]);
});
