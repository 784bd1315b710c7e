// Which fields of a body stay as they were made.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { fixedFields, toldFixed } from './fixed-fields.js';
import { modelOf } from './model.js';

it.each([
  ["The kind of an existing boat can't be changed.", '', '', ['kind']],
  ['You can change name; the kind cannot be changed.', '', '', ['kind']],
  ['The `kind` must be the same as before, otherwise the answer is 409.', '', '', ['kind']],
  ['Changes a boat.', 'The boat is sold, or its kind would change.', '', ['kind']],
  ['Changes a boat.', '', 'Can not be changed later.', ['kind']],
  ['Changes a boat.', '', 'What kind of boat it is. It is immutable.', ['kind']],
  ['Changes a boat.', '', "It must exist and can't be changed afterwards.", ['kind']],
  ['登録後、kindは変更できない。', '', '', ['kind']],
  ['Ändert ein Boot.', '', 'Nach dem Anlegen unveränderlich.', ['kind']],
  ['Modifie un bateau. Le kind ne peut pas être modifié.', '', '', ['kind']],
  ["The kind of a sold boat can't be changed while it is at sea.", '', '', []],
  ['Changes the kind. The order of boats cannot be changed.', '', '', []],
])('%s %s %s', (description, refusal, own, fixed) => {
  const schema = { properties: { name: { type: 'string' }, kind: { type: 'string', description: own } } };
  const put = {
    description,
    requestBody: { content: { 'application/json': { schema } } },
    responses: { '409': { description: refusal } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/boats/{id}': { put } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  expect(operation && [...fixedFields(operation)]).toEqual(fixed);
});

it('a field that a change refuses needs not be in its body', () => {
  const patch = { description: "Changes a boat. `kind` can't be changed (422).", responses: {} };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/boats/{id}': { patch } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  expect(operation && toldFixed(operation, ['kind', 'name'])).toEqual(['kind']);
});
