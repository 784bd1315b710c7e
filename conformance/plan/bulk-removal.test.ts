import { expect, it } from 'vitest';
import { withIds } from './bulk-removal.js';
import type { Resource } from './resources.js';

const many = (list: string) => ({ list, place: 'query' as const, resource: {} as Resource });

it.each([
  ['a list with commas', 'ids', '/crates?ids=8,9&soft=true', '/crates?soft=true&ids=1,a%2Fb'],
  ['a name that is repeated', 'ids[]', '/crates?ids[]=8&ids[]=9', '/crates?ids[]=1&ids[]=a%2Fb'],
  ['a query that cannot be decoded', 'ids', '/crates?%zz=1&ids=8', '/crates?%zz=1&ids=1,a%2Fb'],
])('puts other ids in place of %s', (_, list, url, wanted) => {
  expect(withIds({ url }, many(list), ['1', 'a/b']).url).toBe(wanted);
});
