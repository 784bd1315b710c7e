// Answers against schemas: what ajv alone would say otherwise.
import { expect, test } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { schemasOf } from './schemas.js';

test('a property that is called as one that every object inherits is one like any other', () => {
  const api = loadText("openapi: 3.1.0\ninfo: { title: Races, version: '1' }\npaths: {}\n");
  const properties = { constructor: { type: 'string' }, toString: { type: 'string' } };
  const errors = schemasOf(api)({ type: 'object', properties, required: ['toString'] });
  expect(errors({ toString: 'a' })).toEqual([]);
  expect(errors({ constructor: 'a' })).toMatchObject([{ message: "must have required property 'toString'" }]);
});
