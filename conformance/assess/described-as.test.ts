import { expect, test } from 'vitest';
import type { Operation } from '../plan/resources.js';
import { describedAs } from './described-as.js';

const meta = { type: 'object', properties: { uri: { type: 'string', description: 'Address of the entity' } } };
const shelf = { type: 'object', properties: { meta, made: { type: 'string', description: 'Time of creation' } } };
const schema = { type: 'object', properties: { d: { type: 'array', items: shelf } } };
const operation = {
  api: { resolve: (one: unknown) => one },
  op: { responses: [{ status: '200', content: [{ type: 'application/json', schema }] }] },
} as unknown as Operation;

test('what descriptions say is found inside lists and objects', () => {
  expect([...describedAs(operation, 'madeAt')]).toEqual(['made']);
  expect([...describedAs(operation, 'changedAt')]).toEqual([]);
});
