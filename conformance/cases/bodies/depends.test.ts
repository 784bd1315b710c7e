// Fields of which one says what another may be.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { depends, needsMore } from './depends.js';

const type = { type: 'string', enum: ['A', 'MX'], description: 'One of `A`, `MX`.' };

it.each([
  ['its own words name values of another', 'priority', { type, priority: { description: 'Required for `MX`.' } }, true],
  ['words of another name its values', 'type', { type, data: { description: 'For `A` an address.' } }, true],
  ['German words do', 'priority', { type, priority: { description: 'Nur bei `MX` erforderlich.' } }, true],
  ['Japanese words do', 'priority', { type, priority: { description: '「MX」の場合は必須。' } }, true],
  ['no words do', 'name', { type, name: { description: 'For all.' } }, false],
  ['they say when nothing', 'note', { type, note: { description: 'Such as `MX`' } }, false],
  ['they name other values', 'ttl', { type, ttl: { description: 'Only for `TXT`.' } }, false],
])('%s', (_, name, properties, wanted) => {
  expect(depends({ resolve: (schema: object) => schema } as never, { properties }, name)).toBe(wanted);
});

it('a value that every sample shows with more says nothing by itself', () => {
  const schema = { type: 'object', properties: { kind: { enum: ['day', 'show', 'year'] }, show: { type: 'string' } } };
  const examples = { one: { value: { kind: 'day' } }, other: { value: { kind: 'show', show: 's1' } } };
  const post = {
    operationId: 'buy',
    requestBody: { content: { 'application/json': { schema, examples } } },
    responses: { 201: { description: 'bought' } },
  };
  const paths = { '/passes': { post } };
  const spec = JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths });
  const [operation] = suiteOf(loadText(spec)).model.operations;
  const alone = (kind: string): boolean | undefined => operation && needsMore(operation, 'kind', kind, { kind: 'day' });
  expect(['day', 'show', 'year'].map(alone)).toEqual([false, true, false]);
});
