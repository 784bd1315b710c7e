import { expect, it } from 'vitest';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { originCases } from './origin-cases.js';

/** What an operation is asked whose documents say this of who may read its answer. */
function asked(header: { name: string; schema: object }, role = 'list'): unknown[] {
  const operation = { op: { responses: [{ status: '200', headers: [header] }] } } as unknown as Operation;
  const suite = { model: { resources: [{ [role]: operation }] } } as unknown as Suite;
  const base = { method: 'GET', path: '/boxes', query: '', headers: { Accept: 'application/json' } };
  return originCases(suite, operation, base).map(({ changes }) => changes.request?.headers);
}

const everybody = { name: 'access-control-allow-origin', schema: { const: '*' } };

it('a list for everybody is asked from a page of another origin', () => {
  expect(asked(everybody)).toEqual([{ Accept: 'application/json', Origin: 'https://docproof.example' }]);
});

it('so is what makes a thing', () => {
  expect(asked(everybody, 'create')).toHaveLength(1);
});

it.each([
  ['a list that is for whom it names', asked({ ...everybody, schema: { type: 'string' } })],
  ['a list with another header', asked({ name: 'x-version', schema: { const: '*' } })],
  ['what only reads a thing', asked(everybody, 'retrieve')],
])('not so %s', (_what, cases) => {
  expect(cases).toEqual([]);
});
