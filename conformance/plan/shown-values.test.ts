// What answers show of what a body sends is sent where nothing else tells what it looks like.
import { expect, it } from 'vitest';
import type { Schema } from '../../spec/contract/api.js';
import { fittingValue } from '../../spec/fitting/fitting-value.js';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';
import { bodySchema } from './resources.js';

function sentFor(property: Schema, example: object, required = ['part']) {
  const sent = { type: 'object', required, properties: { part: property } };
  const answer = { content: { 'application/json': { schema: { type: 'object' }, example } }, description: 'made' };
  const requestBody = { content: { 'application/json': { schema: sent } } };
  const paths = { '/builds': { post: { requestBody, responses: { 201: answer } } } };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const [make] = model.operations;
  return make && fittingValue(make.api, bodySchema(make) ?? {});
}

it.each<[string, Schema, object, unknown]>([
  ['a text of its own form', {}, { part: 'r7-b' }, 'r7-b'],
  ['inside of an envelope', {}, { data: { id: '1', part: 'r7-b' } }, 'r7-b'],
  ['longer than it may be', { maxLength: 3 }, { part: 'r7-b' }, 'sam'],
  ['with an example of its own', { examples: ['k2'] }, { part: 'r7-b' }, 'k2'],
  ['with a form that is told', { format: 'date' }, { part: 'today' }, '2020-01-01'],
  ['not shown whole', {}, { part: 'r7-...' }, 'sample'],
  ['hidden', {}, { part: '********' }, 'sample'],
  ['not shown', {}, { other: 'r7-b' }, 'sample'],
])('%s', (_, schema, example, value) => {
  expect(sentFor({ type: 'string', ...schema }, example)).toEqual({ part: value });
});

it('sends nothing that may be left out', () => expect(sentFor({ type: 'string' }, { part: 'r7-b' }, [])).toEqual({}));
