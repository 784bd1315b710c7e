import { expect, test } from 'vitest';
import { fitsParts } from './wildcard.js';

test.each([
  [['a'], 'a', true],
  [['a'], 'ab', false],
  [['', ''], 'anything', true],
  [['', '.example'], 'unit1.example', true],
  [['', '.example'], 'unit1.example.org', false],
  [['a', 'b', 'c'], 'a-b-c', true],
  [['a', 'b', 'c'], 'a-c-b', false],
  // The last part is not one that was passed already.
  [['ab', 'ba'], 'aba', false],
])('%j and %s: %s', (parts, text, fits) => {
  expect(fitsParts(parts, text)).toBe(fits);
});
