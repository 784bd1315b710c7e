// References into the middle of a document are replaced by what they lead to, as far as that can be written out.
import { expect, it } from 'vitest';
import { withoutFarReferences } from './far-references.js';

it('leaves out what references that double each time lead to', () => {
  const parts = Array.from({ length: 40 }, (_, n) => {
    const next = { $ref: `#/x-parts/p${n + 1}` };
    return [`p${n}`, { properties: { a: next, b: next } }];
  });
  const root = {
    'x-parts': Object.fromEntries(parts),
    schema: { $ref: '#/x-parts/p0' },
    near: { $ref: '#/x-parts/p38' },
  };
  const found = withoutFarReferences(root);
  expect(found).toMatchObject({ schema: {}, near: { properties: { a: { properties: { a: {} } } } } });
  expect(JSON.stringify(found).length).toBeLessThan(10_000_000);
});
