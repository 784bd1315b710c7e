import { expect, it } from 'vitest';
import type { Schema } from './contract/api.js';
import { shownLimits } from './shown-limits.js';

it.each<[Schema, string]>([
  [{ type: 'string', minLength: 1, maxLength: 40 }, '1 to 40 characters'],
  [{ type: 'string', minLength: 2, maxLength: 2 }, '2 characters'],
  [{ type: 'string', maxLength: 40 }, 'at most 40 characters'],
  [{ type: 'array', minItems: 2 }, 'at least 2 members'],
  [{ type: 'integer', minimum: 0, maximum: 9 }, '0 to 9'],
  [{ type: 'number', exclusiveMinimum: 0 }, 'more than 0'],
  [{ type: ['string', 'null'], enum: ['a', 'b', null] }, 'one of a | b; may be null'],
  [{ type: 'string', format: 'date', readOnly: true }, 'date; read-only'],
  [{ type: 'string', default: 'a', deprecated: true }, 'by default "a"; deprecated'],
  [{ type: 'string' }, ''],
])('%j', (schema, shown) => {
  expect(shownLimits(schema)).toBe(shown);
});
