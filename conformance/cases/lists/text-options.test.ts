// What text an option looks for, and where.
import { expect, it } from 'vitest';
import { textOf } from './text-options.js';

const PROPERTIES = new Map([
  ['title', { type: 'string' }],
  ['subject', { type: 'string' }],
  ['kind', { type: 'string', enum: ['a', 'b'] }],
]);

it.each([
  [
    'q',
    'Only books whose title contains this text, regardless of case',
    { properties: ['title'], by: 'part', anyCase: true },
  ],
  ['search', 'Looks for a word in subjects', { properties: ['subject'], by: 'word' }],
  ['search', '', { properties: [], by: 'word' }],
  [
    'q',
    'Text in `title` or `subject`, case-insensitive',
    { properties: ['title', 'subject'], by: 'word', anyCase: true },
  ],
  [
    'suche',
    'Text in Title oder Subject, Groß- und Kleinschreibung ist egal',
    { properties: ['title', 'subject'], by: 'word', anyCase: true },
  ],
  ['title', 'Titles that begin with this', { properties: ['title'], by: 'beginning' }],
  ['title', 'Only of this title', undefined],
  ['kind', 'Kinds that contain this', undefined],
])('%s: %s', (name, description, text) => {
  const found = textOf({ name, in: 'query', required: false, schema: {}, description }, PROPERTIES);
  expect(found).toEqual(text && { kind: 'text', option: name, ...text });
});
