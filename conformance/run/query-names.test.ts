// What becomes of the documents' names in query strings.
import { expect, it } from 'vitest';
import { withNames } from './query-names.js';

it.each([
  ["?$filter=Name%20eq%20'box1'", "?$filter=Name%20eq%20'box1-x'"],
  ['?q=box1', '?q=box1-x'],
  ['?a=1&q=new%20box1', '?a=1&q=new%20box1-x'],
  // A number that is a name, too, is a number in a system option.
  ['?$top=box1', '?$top=box1'],
  ['?q=box10', '?q=box10'],
  ['?q=BOX1', '?q=BOX1-X'],
  ["?$filter=Name%20eq%20'BOX1'", "?$filter=Name%20eq%20'BOX1-X'"],
])('%s: %s', (query, expected) => {
  expect(withNames(query, 'box1', 'box1-x')).toBe(expected);
});
