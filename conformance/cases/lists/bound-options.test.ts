// Which end of which range an option names, and whether it belongs to it.
import { expect, it } from 'vitest';
import { boundOf } from './bound-options.js';

const PROPERTIES = new Map([
  ['name', { type: 'string' }],
  ['year', { type: 'integer' }],
  ['totalMinutes', { type: 'integer' }],
  ['cookMinutes', { type: 'integer' }],
  ['pickupOn', { type: 'string', format: 'date' }],
  ['created_at', { type: 'string', format: 'date-time' }],
]);

it.each([
  ['year_from', 'Years, both ends included', ['year', 'least', true]],
  ['year_to', '', ['year', 'most', undefined]],
  ['maxYear', 'Not later than this', ['year', 'most', true]],
  ['maxMinutes', 'only those whose `totalMinutes` is not greater', ['totalMinutes', 'most', true]],
  ['maxMinutes', 'only quick ones', undefined],
  ['pickupTo', 'Last day, inclusive', ['pickupOn', 'most', true]],
  ['created_since', 'created_since=… returns those created at or after this time', ['created_at', 'least', true]],
  ['createdAfter', 'strictly later', ['created_at', 'least', false]],
  ['created_at[gte]', '', ['created_at', 'least', true]],
  ['filter[year][lt]', '', ['year', 'most', false]],
  ['from', 'restricts them to a span of days, first and last day included', ['pickupOn', 'least', true]],
  ['name_from', '', undefined],
  ['year', 'Only of this year', undefined],
])('%s: %s', (name, description, bound) => {
  const found = boundOf({ name, in: 'query', required: false, schema: {}, description }, PROPERTIES);
  expect(found && [found.property, found.side, found.included]).toEqual(bound);
});

it('takes names as they are, whatever signs they have', () => {
  const odd = new Map([['size (cm', { type: 'integer' }]]);
  const bound = (description: string) =>
    boundOf({ name: 'min', in: 'query', required: false, schema: {}, description }, odd)?.property;
  expect([bound('Least size (cm'), bound('Least weight')]).toEqual(['size (cm', undefined]);
});

it.each([
  [{ type: 'string', format: 'date-time' }, 'at'],
  [{ type: 'integer' }, undefined],
])('an end without a name is one of the only time there is where it is asked for as one: %j', (schema, property) => {
  const description = 'Only those from then on';
  const times = new Map([
    ['size', { type: 'integer' }],
    ['at', { type: 'string', format: 'date-time' }],
  ]);
  expect(boundOf({ name: 'from', in: 'query', required: false, schema, description }, times)?.property).toBe(property);
});
