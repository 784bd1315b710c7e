// Versions that an entity does not have.
import { expect, it } from 'vitest';
import { otherEtag } from './etag.js';

it.each([
  ['W/"1-1486949850384"', 'W/"1-1486949851384"'],
  ['W/"1-1999999999999"', 'W/"1-1999000000999"'],
  ['"7"', '"1007"'],
  ['"abc"', '"docproof-other"'],
  [undefined, '"docproof-other"'],
])('of %s it is %s', (etag, other) => {
  expect(otherEtag(etag)).toBe(other);
});
