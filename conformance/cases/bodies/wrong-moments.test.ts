// Moments that lie on the wrong side of now.
import { expect, it } from 'vitest';
import { wrongMoments } from './wrong-moments.js';

it.each([
  ['Must not be in the future.', { format: 'date' }, undefined, ['2999-12-30']],
  ['Must be in the future.', { format: 'date-time' }, undefined, ['1990-01-02T12:00:00Z']],
  ['Must be in the future.', {}, '2026-02-01', ['1990-01-02']],
  ['Must be in the future.', {}, '2026-02-01T10:00:00+09:00', ['1990-01-02T12:00:00Z']],
  ['Must be in the future.', {}, 'soon', []],
  ['The day of birth.', { format: 'date' }, undefined, []],
])('%s %j %s', (description, schema, sample, values) => {
  expect(wrongMoments({ ...schema, description }, sample).map(({ value }) => value)).toEqual(values);
});
