import { expect, it } from 'vitest';
import type { Schema } from '../contract/api.js';
import { withShownTimes } from './shown-times.js';

const at = (description: string, format?: string): Schema => ({
  type: 'string',
  ...(format ? { format } : {}),
  description,
});

it.each([
  ['the samples are days', at('Since when (ISO 8601)'), ['2026-04-01'], 'date'],
  ['the samples are moments', at('Since when (ISO 8601)'), ['2026-04-01T08:00:00Z'], 'date-time'],
  ['they are both', at('Since when (ISO 8601)'), ['2026-04-01', '2026-04-01T08:00:00Z'], undefined],
  ['they have no zone', at('Since when (ISO 8601)', 'date-time'), ['2026-04-01T08:00'], undefined],
  ['a sample is null', at('ISO 8601', 'date-time'), [null], 'date-time'],
  ['nothing is said of the standard', at('Since when'), ['2026-04-01'], undefined],
])('the format of a field where %s', (_, field, samples, format) => {
  const schema: Schema = { type: 'array', items: { type: 'object', properties: { since: field } } };
  const shown = withShownTimes(schema, [samples.map((since) => ({ since }))]);
  expect(shown).toEqual({
    ...schema,
    items: { type: 'object', properties: { since: { ...field, format } } },
  });
});

it.each([
  ['plain', { type: 'string' }, 'date-time'],
  ['of so many characters', { type: 'string', maxLength: 40 }, undefined],
  ['one of a few', { type: 'string', enum: ['2026-04-01T08:00:00Z'] }, undefined],
])('where pages say it of all dates, a text that is %s', (_, schema: Schema, format) => {
  expect(withShownTimes(schema, ['2026-04-01T08:00:00Z'], true).format).toBe(format);
  expect(withShownTimes(schema, ['soon'], true).format).toBeUndefined();
  expect(withShownTimes(schema, [], true).format).toBeUndefined();
});
