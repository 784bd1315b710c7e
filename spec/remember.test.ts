import { expect, test, vi } from 'vitest';
import { rememberedFor, rememberedText } from './remember.js';

test('an object is worked on once, also where nothing comes of it', () => {
  const make = vi.fn(() => undefined);
  const remembered = rememberedFor(make);
  const key = {};
  expect([remembered(key), remembered(key), remembered({})]).toEqual([undefined, undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(2);
});

test('of texts no more are kept than allowed, and what was forgotten comes out the same', () => {
  const make = vi.fn((text: string) => text.length);
  const remembered = rememberedText(make, 2);
  expect(['a', 'a', 'bb', 'ccc', 'a'].map(remembered)).toEqual([1, 1, 2, 3, 1]);
  expect(make).toHaveBeenCalledTimes(4);
});
