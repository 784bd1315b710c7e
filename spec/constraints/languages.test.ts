// What German, French, Japanese and English pages in the style of `rest-table` say of a value: a type, the words beside it, the schema.
import { expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { readConstraints } from './read-constraints.js';
import { EN } from './testing/said-in-english.js';
import { FR } from './testing/said-in-french.js';
import { DE } from './testing/said-in-german.js';
import { JA } from './testing/said-in-japanese.js';

const wording = readWording();

it.each([...EN, ...DE, ...FR, ...JA])('%s: %s', (type, notes, wanted) => {
  const { schema, deprecated } = readConstraints({ type, notes }, wording);
  expect({ ...schema, ...(deprecated ? { deprecated } : {}) }).toEqual(wanted);
});
