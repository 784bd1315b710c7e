// Texts that are all but of a form.
import { expect, it } from 'vitest';
import { wrongForms } from './wrong-forms.js';

it.each<[string, RegExp, [string, string][]]>([
  [
    '#0f0f0f',
    /^#[0-9a-f]{6}$/,
    [
      ['other-case', '#0F0F0F'],
      ['one-less', '#0f0f0'],
      ['one-more', '#0f0f0ff'],
    ],
  ],
  [
    'AB12',
    /^[A-Z]{2}\d{2,9}$/,
    [
      ['other-case', 'ab12'],
      ['one-less', 'AB1'],
    ],
  ],
  ['word', /^\w+$/, []],
  [
    'https://a.example/',
    /^https:\/\/.+\/$/,
    [
      ['scheme', 'ftp://a.example/'],
      ['no-slash', 'https://a.example'],
    ],
  ],
])('%s of %s', (text, form, wanted) => {
  const found = wrongForms({}, text, (one) => form.test(one));
  expect(found.map(({ what, value }) => [what, value])).toEqual(wanted);
});

it('a text that is too short or too long is not told from its form', () => {
  const found = wrongForms({ minLength: 4, maxLength: 4 }, 'AB12', (one) => /^[A-Z]{2}\d\d$/.test(one));
  expect(found.map(({ what }) => what)).toEqual(['other-case']);
});
