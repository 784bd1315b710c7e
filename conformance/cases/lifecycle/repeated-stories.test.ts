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
  ['It was opened twice already', false],
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

const loans = (told: { words?: string; refusal?: string }): string => `
openapi: 3.2.0
info: { title: Loans, version: '1' }
paths:
  /loans:
    post:
      operationId: addLoan
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [reader], properties: { reader: { type: string } } } } } }
      responses: { '201': { description: Added } }
  /loans/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { operationId: getLoan, responses: { '200': { description: '' } } }
    delete: { operationId: removeLoan, responses: { '204': { description: '' } } }
  /loans/{id}/renew:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post: { operationId: renewLoan, summary: Ausleihe verlängern, description: "${told.words ?? ''}", responses: { '200': { description: '' }, '409': { description: "${told.refusal ?? ''}" } } }
  /loans/{id}/return:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post: { operationId: returnLoan, summary: Exemplar zurückgeben, responses: { '200': { description: '' } } }
`;

it.each<[Parameters<typeof loans>[0], string[]]>([
  [{ refusal: 'The loan is returned already.' }, []],
  [{ refusal: 'Das Exemplar ist bereits zurückgegeben.' }, []],
  [{ refusal: 'Die Ausleihe ist bereits verlängert.' }, ['renewLoan-twice/once', 'renewLoan-twice/again']],
  [
    { refusal: 'It was renewed twice already, or is returned already.' },
    ['renewLoan-so-often/time-1', 'renewLoan-so-often/time-2', 'renewLoan-so-often/once-more'],
  ],
  [
    { words: 'Sie kann höchstens einmal verlängert werden.', refusal: 'Konflikt.' },
    ['renewLoan-so-often/time-1', 'renewLoan-so-often/once-more'],
  ],
  [{ refusal: 'It was renewed 3 times already within a day.' }, []],
])('%o: what is refused is its own, so often as it is told', (told, steps) => {
  const cases = casesOf(suiteOf(loadText(loans(told))), { pasted: false }).flatMap((group) => group.cases);
  const found = cases.map(({ id }) => id).filter((id) => id.startsWith('story/renewLoan-'));
  expect(found).toEqual(steps.map((step) => `story/${step}`));
});
