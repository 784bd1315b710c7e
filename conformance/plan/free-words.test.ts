// Words of an address that nothing tells of.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';

const specOf = (more: string, gone: string): string => `openapi: 3.1.0
info: { title: Rooms, version: '1' }
paths:
  /sites/{site}/rooms/{code}:
    parameters:
      - { name: site, in: path, required: true, schema: { type: string, pattern: '^[a-z]{2,9}$' } }
      - { name: code, in: path, required: true, schema: { type: string } }
    put: { operationId: putRoom, responses: { '201': { description: new }, '200': { description: there }${more} } }
    delete: { operationId: removeRoom, responses: { '204': { description: gone }${gone} } }
`;

const MISSING = ", '404': { description: none }";

it.each([
  ['a part of the key where a PUT is never refused for it', '', MISSING, ['/sites/{}']],
  ['something that has to be there where it may be missing', MISSING, MISSING, []],
  ['something that may not be for all', ", '403': { description: not yours }", MISSING, []],
  ['something that any error may be about', ', default: { description: an error }', MISSING, []],
  ['unknown where no documents say what is missing', '', '', []],
])('%s', (_, more, gone, want) => {
  const { resources, owner } = modelOf(loadText(specOf(more, gone)));
  expect(resources.filter(({ free }) => free).map(({ signature }) => signature)).toEqual(want);
  expect(owner('site')?.keys[0]?.schema).toEqual(
    want.length > 0 ? { type: 'string', pattern: '^[a-z]{2,9}$' } : undefined,
  );
});
