// Which privileges are asked for, where documents say which includes which, and where they do not.
import { expect, it } from 'vitest';
import { grantingOf } from '../../plan/granting.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { VAULTS } from '../../testing/vaults-server.js';
import { Privileges } from './privileges.js';

function of(text: string): { privileges: Privileges; needed(id: string): string[] | undefined } {
  const suite = suiteOf(loadText(text));
  const granting = grantingOf(suite);
  if (!granting) throw new Error('the spec tells of no list');
  const privileges = new Privileges(suite, granting);
  const needed = (id: string): string[] | undefined =>
    suite.model.operations.filter(({ op }) => op.id === id).map((one) => privileges.neededBy(one))[0];
  return { privileges, needed };
}

const UNTOLD = VAULTS.replace(/"privileges":\[\{"name":"all"\}.*?\]/, '"privileges":[]');

it.each([
  [['part'], ['coin', 'coin-read', 'part-read'], ['coin-read', 'part-read']],
  [['part-read'], ['coin', 'coin-read'], ['coin-read']],
  [['coin-read', 'part-read'], [], []],
])('beside %j stand %j, and for sure %j', (needs, told, untold) => {
  expect(of(VAULTS).privileges.without(needs)).toEqual(told);
  expect(of(UNTOLD).privileges.without(needs)).toEqual(untold);
});

it('a privilege is included in the next above it, and in the topmost', () => {
  expect(of(VAULTS).privileges.above(['part-read'])).toEqual(['part', 'all']);
  expect(of(VAULTS).privileges.above(['part'])).toEqual(['all']);
  expect(of(VAULTS).privileges.above(['part', 'coin'])).toEqual([]);
  expect(of(UNTOLD).privileges.above(['part-read'])).toEqual([]);
});

it('an operation may need what the pages of all that it touches say, too', () => {
  const short = VAULTS.replace('["part-read","coin-read"]', '["part-read"]');
  expect(of(short).needed('listPartCoin')).toEqual(['coin-read', 'part-read']);
  expect(of(VAULTS).needed('listCoin')).toEqual(['coin-read']);
});

it('what no list can grant is not asked for', () => {
  expect(of(VAULTS.replace('["part-read","coin-read"]', '["write"]')).needed('listPartCoin')).toBeUndefined();
});
