// What an answer may show of what was sent.
import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { answerable, givenBack } from './one-way.js';

it.each([
  ['It is stored in lower case.', 'jo@a.example'],
  ['Converted to upper case, without blanks around it.', 'JO@A.EXAMPLE'],
  ['The address. We store it in lower case.', 'jo@a.example'],
  ['At least one letter in lower case.', 'Jo@a.example'],
])('a text of which documents say "%s" is %s', (description, shown) => {
  const schema = { properties: { mail: { type: 'string', description }, pin: { type: 'string', writeOnly: true } } };
  const post = { requestBody: { content: { 'application/json': { schema } } }, responses: {} };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/a': { post } } };
  const [operation] = suiteOf(loadText(JSON.stringify(spec))).model.operations;
  if (!operation) throw new Error('no operation');
  expect(answerable(operation, { mail: 'Jo@a.example', pin: '1234' })).toEqual({ mail: shown });
});

it.each([
  ['jo@a.example', 'ann@a.example'],
  ['Jo@a.example', 'Ann@a.example'],
])('a text that documents show as %s is %s', (shown, expected) => {
  const [example, told] = [{ mail: 'Jo@a.example' }, { data: { id: 1, mail: shown } }];
  const post = {
    requestBody: { content: { 'application/json': { schema: {}, example } } },
    responses: { '201': { description: '', content: { 'application/json': { schema: {}, example: told } } } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/a': { post } } };
  const [operation] = suiteOf(loadText(JSON.stringify(spec))).model.operations;
  expect(operation && answerable(operation, { mail: 'Ann@a.example' })).toEqual({ mail: expected });
});

it('what only requests have is looked for however deep, in the form that was sent', () => {
  const text = { type: 'string' };
  const hidden = { type: 'string', writeOnly: true };
  const card = { properties: { kind: { const: 'card' }, number: text, check: hidden }, required: ['kind'] };
  const bank = { properties: { kind: { const: 'bank' }, number: hidden, check: text }, required: ['kind'] };
  const schema = { type: 'object', properties: { payer: text, source: { oneOf: [card, bank] } } };
  const post = { requestBody: { content: { 'application/json': { schema } } }, responses: {} };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/a': { post } } };
  const [operation] = suiteOf(loadText(JSON.stringify(spec))).model.operations;
  if (!operation) throw new Error('no operation');
  const sent = { payer: 'Ann', source: { kind: 'bank', number: '12', check: 'a' } };
  expect(answerable(operation, sent)).toEqual({ payer: 'Ann', source: { kind: 'bank', check: 'a' } });
  expect(givenBack(operation, sent, { payer: 'Ann', source: { number: '12' } })).toBe('source.number');
  expect(givenBack(operation, sent, { payer: 'Ann', source: { number: '**', check: 'a' } })).toBeUndefined();
});
