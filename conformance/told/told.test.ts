// A phrase says what it is meant to, in each language, and not what others mean.
import { describe, expect, it } from 'vitest';
import { PHRASES } from '../testing/phrases/phrases.js';
import { SENTENCES, type Sentence } from './sentences.js';
import { isTitled } from './titled.js';
import { says, toldBy, whatSays } from './told.js';

it('has a phrase for each', () => {
  expect(PHRASES.map(([what]) => what).sort()).toEqual(Object.keys(SENTENCES).sort());
});

describe.each(PHRASES)('%s', (what, ...phrases) => {
  it.each(phrases)('%s', (phrase) => {
    expect(says(`Something else. ${phrase} And more.`, what)).toBe(true);
  });
  it('is not said by a text without its words, nor by none', () => {
    expect(says('Colour of the bicycle, in letters.', what)).toBe(false);
    expect(says(undefined, what)).toBe(false);
  });
});

it('tells what a sentence is about', () => {
  expect(
    toldBy('Belongs to the box of the request URL, whatever _Box.Name the request body holds', 'ownerOfUrl'),
  ).toEqual({
    property: '_Box.Name',
  });
  expect(toldBy('RoleおよびBoxとの紐付けは同時に失われる。', 'linksGo')).toEqual({ kinds: 'RoleおよびBox' });
  expect(toldBy('Nothing.', 'linksGo')).toEqual({});
  expect(whatSays('One. The id is always there. Two.', 'always')).toBe('The id is always there.');
});

it.each([
  ['Löscht die Zone mit allen Einträgen.', 'goesAlong', { kind: 'Einträgen' }],
  ['Supprime la zone et tous ses enregistrements.', 'goesAlong', { kind: 'enregistrements' }],
  ['ゾーンとそのすべてのレコードを削除します。', 'goesAlong', { kind: 'レコード' }],
  ['`active` でないゾーンには `409 Conflict` を返します。', 'notIn', { subject: 'ゾーン', wanted: 'active' }],
  ['Une zone qui n’est pas active reçoit 409.', 'notIn', { subject: 'zone', wanted: 'active' }],
  ['Eine Zone, die nicht `active` ist', 'notIn', { subject: 'Zone', wanted: 'active' }],
] as const)('%s is about what it is about', (text, what, groups) => {
  expect(toldBy(text, what)).toEqual(groups);
});

it.each([
  ['Eintrag anlegen', 'Einträgen', true],
  ['Créer un enregistrement', 'enregistrements', true],
  ['レコードを作成する', 'レコード', true],
  ['Create a user group', 'users', false],
  ['Zone anlegen', 'Einträgen', false],
  ['ゾーンを作成する', 'レコード', false],
  [undefined, 'Einträgen', false],
  ['Zone anlegen', '', false],
])('%s is a title about %s: %s', (title, word, is) => {
  expect(isTitled(title, word)).toBe(is);
});

it('does not put together what stands in two sentences', () => {
  expect(says('While tags belong to it, it is kept. Otherwise the answer is 409.', 'kept')).toBe(false);
  expect(says('No two are alike.\nThey share a colour.', 'alone')).toBe(false);
});

it('takes a second attempt for no unit of time', () => {
  const sentence = 'A kite can be launched only once: a second attempt is answered with 409.';
  expect(says(sentence, 'soOften')).toBe(true);
  expect(says(sentence, 'perTime')).toBe(false);
  expect(says('At most 5 times a second.', 'perTime')).toBe(true);
});

it('does not hang on texts that repeat its words', () => {
  const repeated = ['only belongs to no linked ', `${'links with a, '.repeat(140)}.`, '登録済み、', 'links with '];
  for (const what of Object.keys(SENTENCES) as Sentence[])
    for (const words of repeated)
      expect(typeof says(words.repeat(Math.ceil(100_000 / words.length)), what)).toBe('boolean');
  expect(says('links with '.repeat(180), 'linksGo')).toBe(false);
});

it('does not take what is said of a thing for what is said of fields', () => {
  expect(says('A field is missing or wrong, or the owner does not exist.', 'unknownRefused')).toBe(false);
  expect(says('A field that the schema does not know', 'unknownRefused')).toBe(true);
});
