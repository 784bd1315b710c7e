// What an answer may show of what was sent.
import { expect, it } from 'vitest';
import { suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { answerable } from './one-way.js';

it.each([
  ['It is stored in lower case.', 'jo@a.example'],
  ['Converted to upper case, without blanks around it.', 'JO@A.EXAMPLE'],
  ['At least one letter in lower case.', 'Jo@a.example'],
])('a text of which documents say "%s" is %s', (description, shown) => {
  const schema = { properties: { mail: { type: 'string', description }, pin: { type: 'string', writeOnly: true } } };
  const post = { requestBody: { content: { 'application/json': { schema } } }, responses: {} };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/a': { post } } };
  const [operation] = suiteOf(loadText(JSON.stringify(spec))).model.operations;
  if (!operation) throw new Error('no operation');
  expect(answerable(operation, { mail: 'Jo@a.example', pin: '1234' })).toEqual({ mail: shown });
});
