// Of which texts another one can be made up.
import { expect, it } from 'vitest';
import type { Schema } from '../../../spec/contract/api.js';
import { isFreeText } from './free-text.js';

it.each<[string, Schema, string | undefined, boolean]>([
  ['displayName', { type: 'string' }, undefined, true],
  ['fallback', { type: 'string' }, 'en', false],
  ['fallback', { type: 'string' }, 'two words', true],
  ['mark', { type: 'string', maxLength: 20 }, undefined, true],
  ['state', { type: 'string', maxLength: 20 }, undefined, false],
  ['country', { type: 'string', maxLength: 2 }, undefined, false],
  ['kind', { type: 'string', enum: ['a', 'b'] }, undefined, true],
  ['since', { type: 'string', format: 'date' }, undefined, true],
  ['size', { type: 'integer' }, undefined, true],
])('%s with %j, such as %s: %s', (name, schema, sample, free) => {
  expect(isFreeText(name, schema, sample)).toBe(free);
});
