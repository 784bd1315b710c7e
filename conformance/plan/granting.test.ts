// How an access control list is written for a run, as its documents show one.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { VAULTS } from '../testing/vaults-server.js';
import { type Granting, grantingOf } from './granting.js';
import { suiteOf } from './suite.js';

const granting = (change = (text: string): string => text): Granting | undefined =>
  grantingOf(suiteOf(loadText(change(VAULTS))));

const HEAD = '<V:acl xmlns:V="DAV:" xmlns:k="urn:keys" xml:base="https://vaults.example/vault1/parts/">';
const entry = (part: string, ...keys: string[]): string =>
  `<V:ace><V:principal><V:href>${part}</V:href></V:principal><V:grant>${keys.map((k) => `<V:privilege><k:${k}/></V:privilege>`).join('')}</V:grant></V:ace>`;

it('a list has the head of the documented one, and its own entries', () => {
  const found = granting();
  expect(found?.request(['part', 'coin-read']).body).toBe(`${HEAD}${entry('part1', 'part', 'coin-read')}</V:acl>`);
  expect(found?.requestBeside(['part'], ['coin'], ['part2']).body).toBe(
    `${HEAD}${entry('part2', 'coin')}${entry('part1', 'part')}</V:acl>`,
  );
});

it('everybody is granted something where the documents have an element for that', () => {
  expect(granting()?.requestForAll).toBeUndefined();
  const open = (text: string): string =>
    text.replace(
      '"properties":{"privilege":{"type":"array"',
      '"properties":{"principal":{"type":"object","properties":{"all":{"type":"object"}}},"privilege":{"type":"array"',
    );
  expect(granting(open)?.requestForAll?.(['coin'], ['part-read']).body).toBe(
    `${HEAD}<V:ace><V:principal><V:all/></V:principal><V:grant><V:privilege><k:part-read/></V:privilege></V:grant></V:ace>${entry('part1', 'coin')}</V:acl>`,
  );
});

it('the role is one of the run', () => {
  const { role, another, named, account, container } = granting() ?? {};
  expect([role?.keys, another?.keys, named?.keys]).toEqual([['grantee-part1'], ['other-part1'], ['part1']]);
  expect([role, account].map((one) => one?.parents[0]?.id)).toEqual([container?.id, container?.id]);
});

it('a privilege of another namespace than the head binds says its own', () => {
  const other = (text: string): string => text.replaceAll('"namespace":"urn:keys"', '"namespace":"urn:others"');
  expect(granting(other)?.request(['part']).body).toContain('<V:privilege><part xmlns="urn:others"/></V:privilege>');
});

it('elements may have no prefix', () => {
  const plain = (text: string): string =>
    text.replace(/V:(?=acl|ace|principal|href|grant|privilege)/g, '').replaceAll('xmlns:V=', 'xmlns=');
  expect(granting(plain)?.request(['coin']).body).toContain(
    '<ace><principal><href>part1</href></principal><grant><privilege><k:coin/></privilege></grant></ace></acl>',
  );
});

it.each<[string, (text: string) => string]>([
  ['no role that the run can make', (text) => text.replaceAll('<V:href>part1<', '<V:href>part7<')],
  ['everybody alone', (text) => text.replaceAll('<V:href>part1</V:href>', '<V:all/>')],
  ['no way to give an account a role', (text) => text.replaceAll('/$links/_Part', '/$links/_Coin')],
  ['no token', (text) => text.replaceAll('"grant_type"', '"kind"')],
])('a list of %s grants nothing', (_, change) => {
  expect(granting(change)).toBeUndefined();
});

it('the other role has the same name where it belongs to something else', () => {
  const owned = (text: string): string =>
    text
      .replaceAll('xml:base=\\"https://vaults.example/vault1/parts/', '$&coin1/')
      .replaceAll('"properties":{"Name":', '"properties":{"_Coin.Name":{"type":"string"},"Name":')
      .replaceAll("ctl/Part('{Part}')", "ctl/Part(Name='{Part}',_Coin.Name='{Coin}')")
      .replaceAll('{\\"Name\\":\\"part1\\"}', '{\\"Name\\":\\"part1\\",\\"_Coin.Name\\":\\"coin1\\"}');
  const found = granting(owned);
  expect([found?.role.keys, found?.another.keys]).toEqual([
    ['grantee-part1', 'grantee-coin1'],
    ['grantee-part1', 'other-coin1'],
  ]);
  expect(found?.requestBeside(['part'], ['coin'], ['p7', 'c7']).body).toContain(
    '<V:href>https://vaults.example/vault1/parts/c7/p7</V:href>',
  );
});
