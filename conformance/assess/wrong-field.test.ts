// An error names the field that is wrong.
import { expect, it } from 'vitest';
import type { Api, JsonValue } from '../../spec/contract/api.js';
import type { AnswerContext } from './answer.js';
import { wrongFieldFindings } from './wrong-field.js';

function findings(value: JsonValue, status = 422, names: string | undefined = 'sails'): boolean[] {
  const docs: Partial<Api['docs']> = { errorMembers: { field: '/at', fieldStatus: 422 } };
  const context = { api: { docs }, expect: { ...(names ? { names } : {}) }, level: 'MUST' };
  return wrongFieldFindings(context as unknown as AnswerContext, status, value, {}).map(({ ok }) => ok);
}

it.each<[JsonValue, boolean]>([
  [{ at: 'sails' }, true],
  [{ at: ['sails'] }, true],
  [{ at: '/sails/0' }, true],
  [{ at: 'flag' }, false],
  [{ at: null }, false],
  [{ at: [] }, false],
  [{}, false],
])('%j', (value, ok) => {
  expect(findings(value)).toEqual([ok]);
});

it('is promised for one status, and where a field is wrong', () => {
  expect([...findings({}, 400), ...findings({}, 422, '')]).toEqual([]);
});
