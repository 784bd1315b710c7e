import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { CREWS } from '../testing/crews-server.js';

it.each<[string, boolean]>([
  ['The shift is not a draft', true],
  ['The shift is not a draft, or has nobody', true],
  ['It is not a draft', true],
  ['Its state is not `draft`', true],
  ['It is open already', true],
  ['The shift is not draft or open', false],
  ["The shift's crew is not a draft", false],
  ['The shift is not a success', false],
  ['It cannot be opened', false],
])('"%s" refuses what is done again: %s', (words, told) => {
  const suite = suiteOf(loadText(CREWS.replace('The shift is not a draft', words)));
  const cases = casesOf(suite, { pasted: false }).flatMap((group) => group.cases);
  expect(cases.some(({ id }) => id === 'story/openShift-twice/again')).toBe(told);
});
