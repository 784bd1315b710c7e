// How sure a refusal is of what options ask for beyond their range.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

function levels(option: object, refusal: object) {
  const parameters = [{ in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50 }, ...option }];
  const responses = { 200: { description: 'ok' }, 400: { description: 'A parameter is invalid', ...refusal } };
  const paths = { '/boats': { get: { operationId: 'listBoats', parameters, responses } } };
  const spec = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths }));
  const cases = casesOf(suiteOf(spec), { pasted: false }).flatMap((group) => group.cases);
  const beyond = cases.filter(({ id }) => /query-beyond\/\w+\/(?:0|51)$/.test(id));
  return Object.fromEntries(beyond.map(({ id, level }) => [id.slice(id.lastIndexOf('/') + 1), level]));
}

const OF_ALL = { 'x-docproof': { derived: true } };

it.each([
  ['a longer page than there is, refused with what is told of all operations', 'limit', OF_ALL, 'SHOULD'],
  ['a longer page, where the list itself tells of the refusal', 'limit', {}, 'MUST'],
  ['a longer page, where the option tells of it', 'limit', OF_ALL, 'MUST', 'More than 50 are answered with `400`.'],
  ['any other number', 'length', OF_ALL, 'MUST'],
])('%s', (_, name, refusal, level, description = '') => {
  expect(levels({ name, description }, refusal)).toEqual({ 0: 'MUST', 51: level });
});

it.each([
  ['cursor', 'An unknown cursor is answered with 400.', '', ['400']],
  ['page_token', '', 'A token of another list is wrong: 400 if the token is invalid.', ['400']],
  ['cursor', 'What the page before gave.', 'Lists boats.', undefined],
  ['colour', 'An unknown one is answered with 400.', '', undefined],
])('a mark of a page that no answer gave: %s, %s%s', (name, told, description, statuses) => {
  const parameters = [{ in: 'query', name, description: told, schema: { type: 'string' } }];
  const responses = { 200: { description: 'ok' }, 400: { description: 'A parameter is invalid' } };
  const paths = { '/boats': { get: { operationId: 'listBoats', description, parameters, responses } } };
  const spec = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths }));
  const cases = casesOf(suiteOf(spec), { pasted: false }).flatMap((group) => group.cases);
  expect(cases.find(({ id }) => id.includes('/query-unknown/'))?.expect.statuses).toEqual(statuses);
});
