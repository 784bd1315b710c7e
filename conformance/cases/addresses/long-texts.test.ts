import { expect, it } from 'vitest';
import type { Schema } from '../../../spec/contract/api.js';
import type { Operation } from '../../plan/resources.js';
import { longTexts } from './long-texts.js';

const responses = ['200', '400'].map((status) => ({ status, content: [], headers: [], docs: {} }));
const errors = [{ code: 'E400-1', status: 400, message: 'The query is invalid.' }];
const operation = { api: { docs: { errors } }, op: { responses, docs: {} } } as unknown as Operation;
const base = { method: 'GET', path: '/notes', query: '', headers: {} };

it.each<[string, Schema, string[]]>([
  ['q', { maxLength: 3 }, ['query-too-long/q ?q=aaaa', 'query-longest/q ?q=aaa']],
  ['q', {}, []],
  ['q', { maxLength: 3, pattern: '^[0-9]+$' }, ['query-too-long/q ?q=aaaa']],
  ['q', { maxLength: 3, enum: ['x', 'y'] }, ['query-too-long/q ?q=aaaa']],
  ['q', { maxLength: 3, format: 'date' }, ['query-too-long/q ?q=aaaa']],
  ['$filter', { maxLength: 3 }, ['query-too-long/$filter ?$filter=aaaa']],
])('%s of %j', (name, schema, want) => {
  const asked = longTexts(operation, base, name, schema, ['400']);
  expect(asked.map(({ what, changes }) => `${what} ${changes.request?.query}`)).toEqual(want);
});
