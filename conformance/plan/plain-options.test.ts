// Options that a spec writes as one object, as they are in addresses.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { suiteOf } from './suite.js';

const options = (parameter: string): string[] => {
  const spec = `openapi: 3.1.0
info: { title: Rooms, version: '1' }
paths:
  /rooms: { get: { operationId: listRooms, parameters: [{ in: query, name: price, description: Both inclusive., ${parameter} }], responses: { '200': { description: ok } } } }
`;
  const [list] = suiteOf(loadText(spec)).model.operations;
  return (list?.op.parameters ?? []).map(({ name, required, description }) => `${name} ${required} ${description}`);
};
const BOUNDS =
  '{ type: object, required: [gte], properties: { gte: { type: integer, description: At least. }, lte: { type: integer } } }';

it.each<[string, string[]]>([
  [
    `style: deepObject, schema: ${BOUNDS}`,
    ['price[gte] false At least. Both inclusive.', 'price[lte] false Both inclusive.'],
  ],
  [
    `style: deepObject, required: true, schema: ${BOUNDS}`,
    ['price[gte] true At least. Both inclusive.', 'price[lte] false Both inclusive.'],
  ],
  [`schema: ${BOUNDS}`, ['gte false At least. Both inclusive.', 'lte false Both inclusive.']],
  [`explode: false, schema: ${BOUNDS}`, ['price false Both inclusive.']],
  ['style: deepObject, schema: { type: object, properties: { a: { type: object } } }', ['price false Both inclusive.']],
  ['schema: { type: string }', ['price false Both inclusive.']],
])('%s', (parameter, names) => {
  expect(options(parameter)).toEqual(names);
});
