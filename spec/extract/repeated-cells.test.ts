import { expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { operation, table } from '../testing/operation.js';

const BODY = ['requestBody', 'content', 'application/json', 'schema', 'properties'];

it.each(['〃', 'ditto', 'Same as above.', '同上', '（同上）'])('takes %s for what stands above', (mark) => {
  const read = operation({
    'Request Body': table(
      '|Item Name|Overview|Effective Value|Required|Notes|',
      '|Name|New name|Number of digits: 1-16|Yes|[later] by default|',
      `|Sign|Its sign|${mark}|${mark}|${mark}|`,
      `|Mark|Its mark|${mark}|No||`,
    ),
  });
  expect(read(...BODY, 'Sign')).toMatchObject({ minLength: 1, maxLength: 16, default: 'later' });
  expect(read(...BODY, 'Mark')).toMatchObject({ minLength: 1, maxLength: 16 });
  expect(read(...BODY.slice(0, -1), 'required')).toEqual(['Name', 'Sign']);
});

it('knows words for it in other languages', () => {
  const { asAbove } = readProfile('rest-table', packageRoot()).wording;
  for (const word of ['dito', 'wie oben', 'Idem']) expect(word).toMatch(asAbove);
});

it('leaves such words alone in the first row, among others, and in a row that lacks a cell', () => {
  const read = operation({
    'Request Body': table(
      '|Item Name|Overview|Effective Value|Required|Notes|',
      '|Name|ditto|Number of digits: 1-16|Yes||',
      '|Sign|ditto, but shorter|Number of digits: 1-4|No||',
      '|Mark|Its mark|ditto|No|',
    ),
  });
  expect(read(...BODY, 'Name')).toMatchObject({ description: 'ditto' });
  expect(read(...BODY, 'Sign')).toMatchObject({ description: 'ditto, but shorter', maxLength: 4 });
  expect(read(...BODY, 'Mark')).not.toHaveProperty('maxLength');
});
