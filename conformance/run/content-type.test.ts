import { expect, it } from 'vitest';
import type { Operation } from '../plan/resources.js';
import { contentType } from './content-type.js';

const operation = { op: { body: { content: [{ type: 'application/json' }] } } } as unknown as Operation;

it.each<[what: string, given: Record<string, string>, untyped: true | undefined, want: Record<string, string>]>([
  ['what its operation takes', { A: 'b' }, undefined, { A: 'b', 'Content-Type': 'application/json' }],
  ['what its command says', { 'content-type': 'text/plain' }, undefined, { 'content-type': 'text/plain' }],
  ['nothing where the case wants that', { A: 'b', 'Content-Type': 'text/plain' }, true, { A: 'b' }],
])('a body is called %s', (_, headers, untyped, want) => {
  expect(contentType(untyped ? { untyped } : {}, { headers, body: '{}' }, operation, false)).toEqual(want);
});
