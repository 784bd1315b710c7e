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

test('an object that holds its like is looked into once', () => {
  const names = Array.from({ length: 60 }, (_, i) => `branch${i}`);
  const like = { $ref: '#/components/schemas/Tree' };
  const tree = { properties: Object.fromEntries(names.map((name) => [name, like])) };
  const api = loadText(
    JSON.stringify({
      openapi: '3.2.0',
      info: { title: 'Trees', version: '1' },
      paths: {},
      components: { schemas: { Tree: tree } },
    }),
  );
  expect(optionalIn(api, tree)).toHaveLength(120);
});
