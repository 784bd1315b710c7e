// Titles that name operations.
import { expect, it } from 'vitest';
import { isLatin, titleWords } from './names.js';

it.each([
  ['Eintrag löschen', true, ['Eintrag', 'loschen']],
  ['Webhook作成', true, ['create', 'Webhook']],
  ['Webhook エンドポイント作成', false, ['create', 'Webhook']],
])('%s', (title, whole, words) => {
  const verbs = { 作成: 'create' };
  expect([isLatin(title, verbs), titleWords(title, verbs)]).toEqual([whole, words]);
});
