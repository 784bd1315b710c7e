// Which requests with a list are answered member by member.
import { expect, it } from 'vitest';
import { modelOf } from '../../plan/model.js';
import { loadText } from '../../testing/certify-fake.js';
import { answersEach } from './answers-each.js';

const list = (properties: Record<string, unknown>): unknown => ({ type: 'array', items: { properties } });

it.each([
  ['another list of outcomes', { results: list({ id: {}, result: {} }) }, true],
  ['the list that was sent', { lines: list({ text: {}, status: {} }) }, false],
  ['another list of something else', { totals: list({ sum: {} }) }, false],
])('%s', (_, properties, each) => {
  const body = (schema: unknown): unknown => ({ content: { 'application/json': { schema } } });
  const post = {
    requestBody: body({ properties: { lines: list({ text: {} }) } }),
    responses: { '200': { description: '', ...(body({ properties }) as object) } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/orders': { post } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  expect(operation && answersEach(operation)).toBe(each);
});
