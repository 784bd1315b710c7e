// What may be there but once with each listed value is made with another one.
import { expect, it } from 'vitest';
import type { Api, Schema } from '../../spec/contract/api.js';
import type { Operation } from '../plan/resources.js';
import { otherChoices } from './other-choices.js';

function creating(schema: Schema): Operation {
  const body = { required: true, content: [{ type: 'application/json', schema, examples: [] }] };
  return { api: { resolve: (one: Schema) => one } as unknown as Api, op: { body } } as unknown as Operation;
}

const SAIL = creating({
  type: 'object',
  properties: { size: { type: 'string', enum: ['S', 'M', 'L'] }, colour: { type: 'string' } },
});

it('sends each other listed value of a field', () => {
  expect(otherChoices(SAIL, '{"size":"M","colour":"red"}')).toEqual([
    '{"size":"S","colour":"red"}',
    '{"size":"L","colour":"red"}',
  ]);
});

it.each([['{"colour":"red"}'], ['{"size":"none"}'], ['[1]'], [undefined]])('has none for %s', (body) => {
  expect(otherChoices(SAIL, body)).toEqual([]);
});
