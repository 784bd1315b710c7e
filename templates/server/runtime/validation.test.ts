// Values against schemas: what ajv alone would take otherwise.
import { expect, test } from 'vitest';
import { createValidator } from './validation.js';

const validator = createValidator({});

test.each([
  [19.99, true],
  [0.07, true],
  [4.35, true],
  [1234567.89, true],
  [1.005, false],
  [0.001, false],
])('%d as a multiple of 0.01: %s', async (value, fits) => {
  const media = { type: 'application/json', schema: { type: 'number', multipleOf: 0.01 } };
  expect((await validator.body(media, value)).length === 0).toBe(fits);
});
