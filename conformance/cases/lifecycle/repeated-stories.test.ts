import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { CREWS } from '../../testing/crews-server.js';

it.each<[string, boolean]>([
  ['The shift is not a draft', true],
  ['The shift is not a draft, or has nobody', true],
  ['It is not a draft', true],
  ['Its state is not `draft`', true],
  ['It is open already', true],
  ["A shift that isn't a draft is refused", true],
  ['The shift is not draft or open', false],
  ["The shift's crew is not a draft", false],
  ['The shift is not a success', false],
  ['It cannot be opened', false],
])('"%s" refuses what is done again: %s', (words, told) => {
  const suite = suiteOf(loadText(CREWS.replace('The shift is not a draft', words)));
  const cases = casesOf(suite, { pasted: false }).flatMap((group) => group.cases);
  expect(cases.some(({ id }) => id === 'story/openShift-twice/again')).toBe(told);
});

const pots = (refusal: string, words = ''): string => `
openapi: 3.2.0
info: { title: Pots, version: '1' }
paths:
  /pots:
    post:
      operationId: addPot
      description: "${words}"
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, slug: { type: string } } } } }
      responses: { '201': { description: Added }, '409': { description: "${refusal}" } }
  /pots/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    delete: { operationId: removePot, responses: { '204': { description: '' } } }
`;

it.each<[string, boolean]>([
  ['You already have a pot with this name.', true],
  ['The same pot exists.', true],
  ['The slug is already taken.', false],
  ['Another request is running already.', false],
  ['The kiln is on.', false],
])('"%s" refuses the same once more: %s', (words, told) => {
  const cases = casesOf(suiteOf(loadText(pots(words))), { pasted: false }).flatMap((group) => group.cases);
  expect(cases.some(({ id }) => id === 'story/addPot-once/create-same')).toBe(told);
});

it.each<[string, boolean]>([
  ['Adds a pot. A second one with the same name is refused with 409.', true],
  ['Adds a pot. A second one with the same slug is refused with 409.', false],
  ['Adds the same pot for everybody. A cold kiln is refused with 409.', false],
])('where all operations share the description of a 409, the operation tells what it is for: %s', (words, told) => {
  const spec = loadText(pots('The request is in conflict with what is there.', words));
  const cases = casesOf(suiteOf(spec), { pasted: false }).flatMap((group) => group.cases);
  expect(cases.some(({ id }) => id === 'story/addPot-once/create-same')).toBe(told);
});
