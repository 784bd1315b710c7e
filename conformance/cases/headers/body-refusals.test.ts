// Bodies of another type, and bodies that are too large.
import { expect, it } from 'vitest';
import type { Case } from '../../plan/story.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { derivedCases } from '../derived.js';

function cases(large: string, type = '', media = 'application/json'): Case[] {
  const schema = { properties: { name: { type: 'string' } } };
  const responses = { '201': { description: '' }, '413': { description: large }, '415': { description: type } };
  const requestBody = { content: { [media]: { schema, example: { name: 'Ida' } } } };
  const item = { delete: { responses: { '204': { description: '' } } } };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const paths = Object.fromEntries(
    ['/boats', '/crews'].flatMap((path) => [
      [path, { post: { requestBody, responses } }],
      [`${path}/{id}`, { parameters: [id], ...item }],
    ]),
  );
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths })));
  return suite.model.operations.flatMap((operation) => derivedCases(suite, operation));
}

it.each([
  ['The body is larger than 64 KB', 64 * 1024],
  ['Request body over 100 kB', 100 * 1024],
  ['Der Rumpf ist größer als 1 MB', 1024 * 1024],
  ['2000 bytes', 2000],
])('%s', (words, limit) => {
  const found = cases(words).filter(({ id }) => id.endsWith('/too-large'));
  expect(
    found.map(({ padding = 0, expect: { statuses } }) => [padding >= limit && padding < 2 * limit, statuses]),
  ).toEqual([[true, ['413']]]);
});

it.each(['The body is too large', 'More than 20 MB'])('no size, or too large a one, is not tried: %s', (words) => {
  expect(cases(words).filter(({ id }) => id.endsWith('/too-large'))).toEqual([]);
});

it.each([
  ['The body is not application/json', 'application/json', ['MUST', ['415']]],
  ['The type is not supported', 'application/json', ['MUST', ['415']]],
  ['The type is not supported', '*/*', ['SHOULD', ['415']]],
])('another type: %s, where %s is listed', (words, media, wanted) => {
  const found = cases('', words, media).find(({ id }) => id.endsWith('/other-media-type'));
  expect([found?.level, found?.expect.statuses]).toEqual(wanted);
});
