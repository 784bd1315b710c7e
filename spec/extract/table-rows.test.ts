// Words for whether something may be left out.
import { expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { readRequired } from './table-rows.js';

const profile = readProfile('rest-table', packageRoot());

it.each([
  ['yes', 'yes'],
  ['required', 'yes'],
  ['no', 'no'],
  ['optional', 'no'],
  ['yes (without a name)', 'conditional'],
  ['true or false', undefined],
  ['true (or false)', undefined],
  ['a name', undefined],
])('%s', (text, mark) => {
  expect(readRequired(text, profile)).toBe(mark);
});
