// Alias forms in chains and circles: no operation is lost.
import { expect, test } from 'vitest';
import type { ApiOperation } from '../../spec/contract/api.js';
import { mainForms } from './main-forms.js';

test.each([
  ['a>', 'a:'],
  ['a> b>a', 'a:b'],
  ['b>a a>', 'a:b'],
  ['a> b>a c>b', 'a:b,c'],
  ['a>b b>a', 'a:b'],
  ['x>b b>a a>b', 'b:x,a'],
  ['a>a', 'a:'],
  ['a>nothing', 'a:'],
  ['a> a>', 'a: a:'],
])('%s gives %s', (given, wanted) => {
  const operations = given.split(' ').map((one) => {
    const [id, main] = one.split('>');
    return { id, docs: { pages: [], ...(main ? { aliasOf: main } : {}) } } as unknown as ApiOperation;
  });
  const { mains, aliases } = mainForms(operations);
  expect(mains.map(({ id }) => `${id}:${(aliases.get(id) ?? []).map((one) => one.id).join()}`).join(' ')).toBe(wanted);
});
