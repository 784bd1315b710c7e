// Which fields of an answer may be null.
import { expect, test } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { optionalIn } from './nullable-fields.js';

test('what a request may leave out may be null, inside an object too', () => {
  const api = loadText("{ openapi: 3.2.0, info: { title: Pots, version: '1' }, paths: {} }");
  const schema = {
    required: ['Name', 'Soil'],
    properties: { Name: {}, Colour: {}, Soil: { required: ['Kind'], properties: { Kind: {}, Note: {} } } },
  };
  expect(optionalIn(api, schema, 1)).toEqual(['Colour', 'Note']);
  expect(optionalIn(api, schema, 0)).toEqual(['Colour']);
});
