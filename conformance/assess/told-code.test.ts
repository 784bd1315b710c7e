// Which code the words of an operation give for a refusal.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { toldCode } from './told-code.js';

const code = (description: string, path = '/boats/{id}', status = 409): string | undefined => {
  const responses = { 200: { description: 'OK' }, [status]: { description: 'Refused' } };
  const paths = { [path]: { put: { description, responses } } };
  const errors = [{ code: 'taken', status: 409, message: '' }];
  const root = { openapi: '3.1.0', info: { title: 't', version: '1' }, paths, 'x-docproof': { version: 1, errors } };
  const api = loadText(JSON.stringify(root));
  const [op] = api.operations;
  if (!op) throw new Error('no operation');
  return toldCode(api, op, status);
};

it.each([
  ['409 name_taken if another boat has it.', 'name_taken'],
  ['`409 NAME_TAKEN`: another boat has it.', 'NAME_TAKEN'],
  ['Answers `409` (`name_taken`).', 'name_taken'],
  ['Refused with name_taken (409).', 'name_taken'],
  ['同じ名前の船がある場合は409（taken）を返します。', 'taken'],
  ['409 (Conflict) if another boat has it.', undefined],
  ['409 if another boat has it.', undefined],
  ['409 name_taken if another boat has it. 409 boat_sold if it is sold.', undefined],
  ['404 no_boat. 409 name_taken.', 'name_taken'],
])('%s', (description, wanted) => expect(code(description)).toBe(wanted));

it('of what is not there only where it can be one thing alone', () => {
  expect([code('404 no_boat.', '/boats/{id}', 404), code('404 no_sail.', '/boats/{id}/sails/{sail}', 404)]).toEqual([
    'no_boat',
    undefined,
  ]);
});
