// Other values of fields than those that are there.
import { expect, it } from 'vitest';
import type { Api } from '../../../spec/contract/api.js';
import type { Operation } from '../../plan/resources.js';
import { otherValue } from './made-body.js';

const operation = { api: { schemas: {} } as unknown as Api } as Operation;

it.each([
  [{ type: 'integer' }, 25, 26],
  [{ type: 'integer', maximum: 25 }, 25, 24],
  [{ type: 'integer', multipleOf: 5 }, 25, 30],
  [{ type: 'integer', minimum: 3, maximum: 3 }, 3, undefined],
])('a number beside the one that is there: %o', (schema, value, other) =>
  expect(otherValue(operation, 'berths', schema, value)).toBe(other),
);

it.each([
  [{ type: 'integer' }, 0, 100],
  [{ type: 'integer', minimum: 500 }, 500, 600],
])('a small one where none is there, and no upper limit is told: %o', (schema, least, most) => {
  const made = otherValue(operation, 'berths', schema, undefined);
  expect(made).toBeGreaterThanOrEqual(least);
  expect(made).toBeLessThanOrEqual(most);
});
