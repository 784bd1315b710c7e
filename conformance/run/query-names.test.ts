// What becomes of the documents' names in query strings.
import { expect, it } from 'vitest';
import { withNames } from './query-names.js';

it.each([
  ["?$filter=Name%20eq%20'box1'", true, "?$filter=Name%20eq%20'box1-x'"],
  ['?q=box1', true, '?q=box1-x'],
  ['?a=1&q=new%20box1', true, '?a=1&q=new%20box1-x'],
  ['?q=box1', false, '?q=box1'],
  // A number that is a name, too, is a number in a system option.
  ['?$top=box1', true, '?$top=box1'],
  ['?q=box10', true, '?q=box10'],
])('%s, words %s: %s', (query, words, expected) => {
  expect(withNames(query, 'box1', 'box1-x', words)).toBe(expected);
});
