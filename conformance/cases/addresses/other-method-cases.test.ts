// An action that is asked for as a read, where the documents refuse other methods.
import { expect, it } from 'vitest';
import { modelOf } from '../../plan/model.js';
import type { Suite } from '../../plan/subject.js';
import { loadText } from '../../testing/certify-fake.js';
import type { BaseRequest } from '../base-request.js';
import { otherMethodCases } from './other-method-cases.js';

const boats = (status: number, read = ''): string => `
openapi: 3.2.0
info: { title: Boats, version: '1' }
x-docproof: { version: 1, errors: [{ code: no_such, status: ${status}, message: x }] }
paths:
  /boats/{id}/leave:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    ${read}
    post: { responses: { '200': { description: OK } } }
`;
const base: BaseRequest = { method: 'POST', path: '/boats/1/leave', query: '', headers: {} };

it.each([
  ['is refused with 405', boats(405), ['405']],
  ['may be answered otherwise where no document says how', boats(404), undefined],
  ['is an operation', boats(405, "get: { responses: { '200': { description: OK } } }"), undefined],
])('%s', (_, spec, statuses) => {
  const model = modelOf(loadText(spec));
  const action = model.operations.find(({ op }) => op.method === 'POST');
  const cases = action ? otherMethodCases({ model } as Suite, action, base) : [];
  expect(cases.map(({ changes }) => changes.expect?.statuses)).toEqual(statuses ? [statuses] : []);
  expect(cases.every(({ changes }) => changes.request?.method === 'GET')).toBe(true);
});
