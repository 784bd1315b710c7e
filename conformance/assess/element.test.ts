import { expect, it } from 'vitest';
import { elementFinding, type WantedElement } from './element.js';

it.each<[body: string, wanted: WantedElement, ok: boolean]>([
  ['<d:prop><k:foo xmlns:k="u"> bar </k:foo></d:prop>', { name: 'foo', text: 'bar' }, true],
  ['<prop><foo>other</foo></prop>', { name: 'foo', text: 'bar' }, false],
  ['<prop><foo/></prop>', { name: 'foo' }, true],
  ['<prop><foobar>bar</foobar></prop>', { name: 'foo' }, false],
  ['<prop><foo/></prop>', { name: 'foo', absent: true }, false],
  ['<prop/>', { name: 'foo', absent: true }, true],
])('%s, wanted %j', (body, wanted, ok) => {
  expect(elementFinding(wanted, body, { level: 'MUST' }).ok).toBe(ok);
});

it('reads a long text in time that grows with it', () => {
  const start = performance.now();
  elementFinding({ name: 'foo' }, '<a:foo '.repeat(50_000), { level: 'MUST' });
  expect(performance.now() - start).toBeLessThan(2000);
});
