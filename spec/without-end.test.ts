import { expect, it } from 'vitest';
import { processorTime } from './testing/processor-time.js';
import { withoutEnd } from './without-end.js';

it.each([
  ['https://a.example//', '/', 'https://a.example'],
  ['a/b', '/', 'a/b'],
  ['//', '/', ''],
  ['', '/', ''],
  ['Yes.。', '.。', 'Yes'],
  ['box12', '0123456789', 'box'],
])('%j without %j', (text, characters, want) => expect(withoutEnd(text, characters)).toBe(want));

it('looks once at a run that does not reach the end', () => {
  const text = `${'/'.repeat(1_000_000)}x`;
  expect(processorTime(() => expect(withoutEnd(text, '/')).toBe(text))).toBeLessThan(1_000);
});
