// What an object of any names may not have.
import { expect, it } from 'vitest';
import type { Schema } from '../../../spec/contract/api.js';
import { loadText } from '../../testing/certify-fake.js';
import { wrongMaps } from './wrong-maps.js';

const api = loadText('openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths: {}\n');

it.each<[string, Schema, [string, unknown][]]>([
  [
    'texts',
    { type: 'object', additionalProperties: { type: 'string', maxLength: 4 } },
    [
      ['member-wrong-type', { first: { a: 1 } }],
      ['member-limit-above', { first: 'name1' }],
    ],
  ],
  [
    'so many numbers',
    { type: 'object', additionalProperties: { type: 'integer', maximum: 9 }, maxProperties: 1 },
    [
      ['member-wrong-type', { first: 'docproof' }],
      ['member-limit-above', { first: 10 }],
      ['limit-above', { name1: 1, name2: 1 }],
    ],
  ],
  ['anything', { type: 'object', additionalProperties: true }, []],
  ['names with a form', { type: 'object', additionalProperties: { type: 'string' }, propertyNames: {} }, []],
])('of %s', (_, schema, wanted) => {
  expect(wrongMaps(api, schema).map(({ what, value }) => [what, value])).toEqual(wanted);
});
