// Dates of samples that are over, where documents let them lie ahead alone.
import { expect, it } from 'vitest';
import { modelOf } from '../plan/model.js';
import { loadText } from '../testing/certify-fake.js';
import { withDatesAhead } from './dates-ahead.js';

const NOW = Date.parse('2026-03-04T12:00:00Z');

function sent(body: Record<string, unknown>, description: string, about = '', fixed: string[] = []): object {
  const properties = {
    leaves_on: { type: 'string', description },
    back_at: { type: 'string' },
    name: { type: 'string' },
  };
  const requestBody = { content: { 'application/json': { schema: { properties } } } };
  const paths = { '/trips': { post: { description: about, requestBody, responses: { 201: { description: 'OK' } } } } };
  const [create] = modelOf(
    loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths })),
  ).operations;
  if (!create) throw new Error('no create');
  return withDatesAhead(create, body, new Set(fixed), NOW);
}

const TRIP = { leaves_on: '2026-03-01', back_at: '2026-03-03T18:30:00+01:00', name: 'Out' };

it('they are moved by whole weeks, and all the others with them', () => {
  const moved = { leaves_on: '2026-03-08', back_at: '2026-03-10T18:30:00+01:00', name: 'Out' };
  expect(sent(TRIP, 'Must be in the future.')).toEqual(moved);
  expect(sent(TRIP, '', 'The `leaves_on` must not be in the past.')).toEqual(moved);
});

it.each([
  ['what lies ahead', { ...TRIP, leaves_on: '2026-03-09' }, 'Must be in the future.', []],
  ['what may lie anywhere', TRIP, 'The day of the trip.', []],
  ['what a case is about', TRIP, 'Must be in the future.', ['leaves_on']],
  ['what is no date', { ...TRIP, leaves_on: 'soon' }, 'Must be in the future.', []],
])('%s stays', (_, body, description, fixed) => expect(sent(body, description, '', fixed)).toEqual(body));
