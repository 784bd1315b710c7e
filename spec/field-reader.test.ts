import { expect, it } from 'vitest';
import { readWording } from '../cli/documents.js';
import { fieldReader } from './build.js';
import type { FieldRow } from './extract/page.js';

const read = fieldReader(readWording());
const row = { name: 'key', written: 'key', overview: '', effective: '', type: 'string', requiredText: '' };
const DIGITS = { minLength: 4, maxLength: 8, pattern: '^[0-9]+$' };

it.each([
  ['4 to 8 digits', '', DIGITS],
  ['4 to 8 digits', '4 to 8 digits', DIGITS],
  ['Key, 4 to 8 digits, such as `0815`', 'Key, 4 to 8 digits, such as 0815\nNever shown', DIGITS],
])('a description that the notes repeat is read once: %j, %j', (described, notes, want) => {
  expect(read({ ...row, described, notes } as FieldRow).schema).toMatchObject(want);
});
