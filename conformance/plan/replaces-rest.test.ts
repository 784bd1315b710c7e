// What an update leaves out goes or stays, as its method and its documents say.
import { expect, it } from 'vitest';
import { replacesRest } from './replaces-rest.js';
import type { Operation } from './resources.js';

it.each([
  ['PUT', 'Changes a boat.', true],
  ['PUT', 'Changes a boat. Only the fields that are sent are changed.', false],
  ['PUT', 'Replaces a boat. What you leave out gets its default again.', true],
  ['PATCH', 'Changes a boat.', false],
])('%s: %s', (method, description, expected) => {
  expect(replacesRest({ op: { method, description } } as Operation)).toBe(expected);
});
