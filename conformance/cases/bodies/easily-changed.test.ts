// Values that are easily kept as something else.
import { expect, it } from 'vitest';
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { loadText } from '../../testing/certify-fake.js';
import { easilyChanged } from './easily-changed.js';

const api = loadText('openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths: {}\n');

it.each<[string, Schema, JsonValue | undefined, unknown[]]>([
  ['weight', { type: 'number', exclusiveMinimum: 0, maximum: 9 }, undefined, [1.5]],
  ['weight', { type: 'number' }, 12.25, [12.5]],
  ['weight', { type: 'number', multipleOf: 1 }, undefined, []],
  ['weight', { type: 'integer' }, undefined, []],
  ['share', { type: 'number', minimum: 0, maximum: 0.2 }, undefined, []],
  ['title', { type: ['string', 'null'], maxLength: 80 }, undefined, ['Ab É日本 cD']],
  ['title', { type: 'string', maxLength: 5 }, undefined, []],
  ['title', { type: 'string', pattern: '^[a-z]+$' }, undefined, []],
  ['colour', { type: 'string' }, undefined, []],
  [
    'steps',
    {
      type: 'array',
      items: {
        required: ['text'],
        properties: {
          text: { type: 'string', maxLength: 9 },
          done: { type: 'boolean', default: false },
          kind: { type: 'string', enum: ['a', 'b'], default: 'a' },
          made: { type: 'string', format: 'date-time', readOnly: true },
        },
      },
    },
    undefined,
    [[{ text: 'sample', done: true, kind: 'b' }]],
  ],
  ['size', { type: 'object', properties: { high: { type: 'integer', default: 1 } } }, undefined, [{ high: 2 }]],
  ['owner', { type: 'object', properties: { userId: { type: 'string' } } }, undefined, []],
  ['size', { type: 'object', required: ['high'], properties: { high: { type: 'integer' } } }, undefined, []],
])('%s %j %j', (name, schema, sample, values) => {
  expect(easilyChanged(api, name, schema, sample).map(({ value }) => value)).toEqual(values);
});
