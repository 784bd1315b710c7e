import { expect, it } from 'vitest';
import { fitsText } from './schema-sides.js';

it.each([
  [{ pattern: '^[a-z]+$', maxLength: 4 }, 'abc', true],
  [{ pattern: '^[a-z]+$' }, 'https://site.example/', false],
  [{ maxLength: 4 }, 'abcde', false],
  [{}, 7, false],
])('%j takes %j: %s', (schema, value, want) => expect(fitsText(schema, value)).toBe(want));
