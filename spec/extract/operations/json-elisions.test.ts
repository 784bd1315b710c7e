// Samples with parts left out are JSON without those parts; whole JSON stays as it is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutElisions } from './json-elisions.js';

it.each([
  ['[ { "a": 1 }, ... ]', [{ a: 1 }]],
  ['[ ..., { "a": 1 } ]', [{ a: 1 }]],
  ['{ "a": 1, ... }', { a: 1 }],
  ['{ "a": [1, 2, …], "b": {...} }', { a: [1, 2], b: {} }],
  ['{ "a": "wait...", "b": "http://x" // a note\n, ... }', { a: 'wait...', b: 'http://x' }],
  ['[\n  {"a": 1},\n  // more\n]', [{ a: 1 }]],
])('%s', (text, want) => expect(JSON.parse(withoutElisions(text))).toEqual(want));

it('JSON keeps its value', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(withoutElisions(text))).toEqual(JSON.parse(text));
    }),
  );
});

it('any text ends', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(withoutElisions(text).length).toBeLessThanOrEqual(text.length);
    }),
  );
});
