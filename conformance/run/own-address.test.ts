// What an address leads to that a server gives of its own things.
import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { VAULTS } from '../testing/vaults-server.js';
import { entityAt } from './own-address.js';
import type { Session } from './session.js';

const suite = suiteOf(loadText(VAULTS));
const keys = (address: string, target = 'http://127.0.0.1:1'): unknown =>
  entityAt({ suite, target } as Session, address)?.keys;

it.each([
  ['as the run sends it', "http://127.0.0.1:1/vault1/ctl/Part('p')"],
  ['without a host', "/vault1/ctl/Part('p')"],
  ['of the host that the documents have', "https://vaults.example/vault1/ctl/Part('p')"],
])('an address %s', (_, address) => {
  expect(keys(address)).toEqual(['p']);
});

it('an address without a host begins where that of the server does', () => {
  const target = 'http://127.0.0.1:1/base';
  expect([keys("/base/vault1/ctl/Part('p')", target), keys("/vault1/ctl/Part('p')", target)]).toEqual([
    ['p'],
    undefined,
  ]);
});

it.each(["http://127.0.0.2:1/vault1/ctl/Part('p')", "Part('p')", ''])('%j leads nowhere', (address) => {
  expect(keys(address)).toBeUndefined();
});
